"""Statements that name their sources: what they may name, what is told of names that lead nowhere, what is listed."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.content.test_problems import GOOD
from tests.helpers import load_kept, share_cache
from unslouch.cli import main
from unslouch.content.inline import parse
from unslouch.content.load import Reading
from unslouch.content.problems import in_full
from unslouch.content.statement import Statement

FILE = "exercises/test-move.yml"
SOURCED = GOOD.replace("[{title:", "[{id: page, kind: journal, title:").replace(
    "hold: 30 s", "hold: 30 s, source: page"
)


@pytest.fixture
def content(few: Path) -> Path:
    return few


def read(content: Path, text: str, file: str = FILE) -> Reading:
    """The content with one file more."""
    (content / file).write_text(text, encoding="utf-8")
    return load_kept(content, today=date(2026, 11, 23), shown_from=content)


def caution(written: str) -> str:
    return SOURCED.replace("cautions: [Take care.]", f"cautions: [{written}]")


@pytest.mark.parametrize(
    ("written", "source", "card"),
    [
        ("Take care.", (), None),
        ("{text: Take care.}", (), None),
        ("{text: Take care., source: page}", ("page",), None),
        ("{text: Take care., source: [page, common]}", ("page", "common"), None),
        ("{text: Take care., card: Care!, source: common}", ("common",), parse("Care!")),
    ],
)
def test_a_caution_is_a_text_or_a_text_with_its_sources(content, written, source, card):
    reading = read(content, caution(written))
    assert reading.problems == []
    assert reading.library is not None
    (found,) = reading.library.exercises["test-move"].cautions
    assert (found, found.source, found.card) == (parse("Take care."), source, card)


def test_a_statement_survives_a_journey_to_another_process():
    there = pickle.loads(pickle.dumps(Statement(parse("*Take* care."), ("page",), parse("Care!"))))
    assert (there, there.source, there.card) == (parse("*Take* care."), ("page",), parse("Care!"))


@pytest.mark.parametrize(
    ("file", "text", "place", "wrong", "hint"),
    [
        (FILE, caution("{text: A., source: pgae}"), (11, 31), "the id `pgae`", "did you mean `page`? (known here: page, common)"),
        (FILE, caution("{text: A., source: [page, x]}"), (11, 38), "the id `x`", "known here: page, common"),
        (FILE, SOURCED.replace("source: page", "source: pagee"), (8, 37), "the id `pagee`", "known here: page, common"),
        (FILE, GOOD.replace("[Take care.]", "[{text: A., source: nhs}]"), (11, 31), "the id `nhs`", "write `id: nhs`"),
        (FILE, caution("{text: A., sorce: page}"), (11, 23), "unknown key `sorce`", "`source`"),
        (FILE, caution("{source: page}"), (11, 12), "`text` is missing", "What is said."),
        (FILE, caution('"care": of the knee'), (11, 12), "takes text, not a mapping", "quotes"),
        (FILE, caution("no"), (11, 12), "reads `no` as false", '"no"'),
        (FILE, caution("[x]"), (11, 12), "takes a mapping", ""),
        (FILE, SOURCED.replace("id: page", "id: common"), (12, 16), "common knowledge", "another id"),
        (FILE, SOURCED.replace("source: page", "source: Page One"), (8, 37), "kebab-case", "page-one"),
        (FILE, SOURCED.replace("kind: journal", "kind: jurnal"), (12, 28), "`jurnal`", "`journal`"),
        (
            "routines/r.yml",
            "name: R\nsummary: S.\nblocks:\n  - name: B\n    exercises: [donkey-kick]\nnotes: {text: N., source: a}\n",
            (6, 27),
            "the id `a`",
            "beside its title",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_name_is_told_at_the_name(content, file, text, place, wrong, hint):
    told = [problem for problem in read(content, text, file).errors if (problem.line, problem.column) == place]
    assert len(told) == 1, [in_full(problem) for problem in read(content, text, file).errors]
    assert wrong in told[0].message
    assert hint in told[0].hint


def test_an_id_that_two_sources_have_is_refused(content):
    twice = SOURCED.replace("sources: [", 'sources: [{id: page, title: T, url: "https://library.example/t"}, ')
    (problem,) = read(content, twice).errors
    assert "two sources have the id `page`" in problem.message


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://example.org/replace-me", "example.org"),
        ("http://www.Example.COM:80", "Example.COM"),
        ("https://example.net?a", "example.net"),
        ("https://example.organic/", ""),
        ("https://an-example.org/", ""),
        ("https://www.nhs.uk/?from=example.org", ""),
    ],
)
def test_an_address_for_examples_is_no_source(content, address, told):
    text = GOOD.replace("https://library.example/", address)
    reading = read(content, text)
    assert reading.library, "a warning: a site can be built"
    assert [problem.message for problem in reading.problems] == (
        [f"`{told}` is a name for examples: no source is there"] if told else []
    )
    assert all(problem.excerpt[problem.column - 1 :].startswith(told) for problem in reading.problems)


def test_a_promise_in_the_words_for_cards_is_warned_of_too(content):
    (problem,) = read(content, caution("{text: A., card: This will cure you.}")).problems
    assert "`cure`" in problem.message


@pytest.mark.long
def test_statements_without_a_source_are_listed_with_their_lines_and_nothing_fails(content, monkeypatch):
    reading = read(content, GOOD)
    assert reading.problems == []
    told = [(notice.line, notice.severity, notice.message) for notice in reading.notices if notice.file == FILE]
    assert told == [
        (8, "notice", "2 statements name no source (lines 8, 11)"),
        (12, "notice", "no source is known to be a health body or a journal"),
    ]
    share_cache(content.parent)
    monkeypatch.chdir(content.parent)
    result = CliRunner().invoke(main, ["check", "--strict"])
    assert result.exit_code == 0
    assert f"content/{FILE}:8:7: notice: 2 statements name no source (lines 8, 11)" in result.output
    assert result.output.count("write {text: …") == 1
    assert "no problems" in result.output
    on_github = CliRunner().invoke(main, ["check", "--format", "github"]).output
    assert f"::notice file=content/{FILE},line=8,col=7::2 statements" in on_github


@pytest.mark.parametrize(
    "text", [caution("{text: Take care., source: common}"), caution("{text: A., source: page}") + "mistakes: [Haste]\n"]
)
def test_what_names_its_sources_is_not_listed(content, text):
    assert [notice for notice in read(content, text).notices if notice.file == FILE] == []


def test_an_exercise_may_say_that_no_better_source_was_found(content):
    poor = caution("{text: A., source: page}").replace("kind: journal", "kind: other")
    assert len([notice for notice in read(content, poor).notices if notice.file == FILE]) == 1
    honest = poor + "sources_note: No study of it was found.\n"
    assert [notice for notice in read(content, honest).notices if notice.file == FILE] == []
