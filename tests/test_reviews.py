"""Asking for a review and recording it, as an author does."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from tests.helpers import load_kept, share_cache
from unslouch.cli import main
from unslouch.content.review import counting, fingerprint

pytestmark = pytest.mark.build

BY = ("--by", "Ann Example", "--role", "physiotherapist")
FILES = ("exercises/chair-squat.yml", "routines/short-session.yml", "safety.yml")


@pytest.fixture
def run(content, monkeypatch):
    monkeypatch.chdir(content.parent)
    share_cache(content.parent)
    return lambda *arguments: CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def entry_of(content, name: str):
    library = load_kept(content).library
    assert library
    folder, _, file = name.rpartition("/")
    return getattr(library, folder)[file.removesuffix(".yml")] if folder else library.safety


@pytest.mark.parametrize("name", FILES)
def test_a_review_is_recorded_and_counts_and_nothing_else_is_touched(run, content, name):
    before = (content / name).read_text()
    result = run("review", f"content/{name}", *BY, "--registration", "HCPC PH00000", "--on", "2026-11-01")
    assert result.exit_code == 0, result.output
    lines = iter((content / name).read_text().splitlines())
    assert all(line in lines for line in before.splitlines())
    (one,) = counting(entry_of(content, name), date(2026, 11, 2))
    assert (one.by, one.role, one.registration, one.on) == (
        "Ann Example",
        "physiotherapist",
        "HCPC PH00000",
        date(2026, 11, 1),
    )
    assert one.due == date(2028, 10, 31)
    assert "Ann Example, physiotherapist, on 2026-11-01" in result.output
    assert run("check", "--strict").exit_code == 0


def test_the_same_again_is_not_written_and_a_renewal_is(run, content):
    file = content / FILES[0]
    run("review", f"content/{FILES[0]}", *BY, "--on", "2026-11-01")
    before = file.read_bytes()
    again = run("review", f"content/{FILES[0]}", *BY, "--on", "2026-11-01")
    assert (again.exit_code, file.read_bytes()) == (0, before)
    assert "already; nothing is written" in again.output
    assert run("review", f"content/{FILES[0]}", *BY, "--on", "2026-11-02").exit_code == 0
    assert len(entry_of(content, FILES[0]).reviews) == 2


def test_bytes_that_are_not_the_reviews_stay(run, content):
    file = content / FILES[0]
    before = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    assert run("review", f"content/{FILES[0]}", *BY).exit_code == 0
    after = file.read_bytes()
    added = re.search(rb"reviews:\r\n(  .*\r\n)+", after)
    assert added
    assert after.replace(added[0], b"") == before
    assert b"\n" not in after.replace(b"\r\n", b"")


def test_an_edit_after_the_review_is_told_and_fails_nothing(run, content):
    run("review", f"content/{FILES[0]}", *BY)
    file = content / FILES[0]
    file.write_text(re.sub(r"(?m)^summary: .*$", "summary: Something else.", file.read_text()))
    result = run("check", "--strict")
    assert result.exit_code == 0
    assert "notice: the file changed since Ann Example read it" in result.output


def test_a_review_past_its_day_fails_a_strict_check(run):
    run("review", f"content/{FILES[0]}", *BY, "--on", "2020-01-01", "--due", "2021-01-01")
    assert run("check").exit_code == 0
    result = run("check", "--strict")
    assert result.exit_code == 1
    assert "was due to be renewed by 2021-01-01" in result.output


def test_what_was_signed_is_what_is_recorded(run, content):
    words = fingerprint(entry_of(content, FILES[0]), "whole")
    assert "has changed since" in run("review", f"content/{FILES[0]}", *BY, "--words", "0" * 12).output
    assert run("review", f"content/{FILES[0]}", *BY, "--words", words, "--scope", "text").exit_code == 0
    assert entry_of(content, FILES[0]).reviews[0].scope == "text"


TOMORROW = str(date.today() + timedelta(days=1))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((FILES[0], *BY, "--on", TOMORROW), "lies in the future"),
        ((FILES[0], *BY, "--on", "2026-11-01", "--due", "2026-11-01"), "`due` is not after `on`"),
        ((FILES[0], "--by", " ", "--role", "physiotherapist"), "--by: "),
        (("index.md", *BY), "is no exercise, no routine and not the safety notes"),
    ],
)
def test_what_cannot_be_is_refused(run, content, arguments, told):
    before = (content / arguments[0]).read_bytes()
    result = run("review", f"content/{arguments[0]}", *arguments[1:])
    assert result.exit_code == 2
    assert told in result.output
    assert (content / arguments[0]).read_bytes() == before


def test_a_file_with_errors_is_told_of_and_left_alone(run, content):
    file = content / FILES[0]
    file.write_text(file.read_text() + "equipement: []\n")
    result = run("review", f"content/{FILES[0]}", *BY)
    assert result.exit_code == 1
    assert "unknown key `equipement`" in result.output
    assert "reviews" not in file.read_text()


def test_a_file_with_no_place_for_it_says_what_to_write(run, content):
    file = content / FILES[0]
    file.write_text(file.read_text().rstrip("\n") + "\n...\n")
    file.write_text(re.sub(r"(?ms)^(sources|reviewed):.*?(?=^\w|^\.\.\.)", "", file.read_text()))
    result = run("review", f"content/{FILES[0]}", *BY)
    assert result.exit_code == 2
    assert "- by: Ann Example" in result.output


@pytest.mark.pdf
def test_a_review_pack_is_a_pdf(run, content):
    result = run("review-pack", "out")
    assert result.exit_code == 0, result.output
    assert (content.parent / "out/review-pack.pdf").read_bytes().startswith(b"%PDF")


def test_where_no_pdf_can_be_made_it_is_a_page_and_that_is_said(run, content, monkeypatch):
    monkeypatch.setattr("unslouch.cards.engine.missing", lambda: "PDF cards need the Pango library.")
    result = run("review-pack", "out")
    assert result.exit_code == 0
    assert "printed from a browser. PDF cards need the Pango library." in result.output
    assert "Pages to review" in (content.parent / "out/review-pack.html").read_text()


def test_content_with_errors_has_no_review_pack(run, content):
    file = content / FILES[0]
    file.write_text(file.read_text() + "equipement: []\n")
    assert run("review-pack", "out").exit_code == 1
    assert not (content.parent / "out").exists()
