"""What mkdocs.yml may say of the paper, and what is told where it says something that cannot be."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, ConfigurationError

from unslouch import settings
from unslouch.guide.options import PaperHead

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'
PNG = b"\x89PNG\r\n\x1a\n"


def said(folder: Path, paper_head: str) -> PaperHead | None:
    """What is read of a mkdocs.yml that says ``paper_head``, beside the files in its content folder."""
    (folder / "docs/images").mkdir(parents=True, exist_ok=True)
    (folder / "docs/index.md").touch()
    file = folder / "mkdocs.yml"
    file.write_text(f"site_name: A\nplugins:\n  - unslouch:\n      paper_head: {paper_head}\n", encoding="utf-8")
    return settings.options(settings.read(file)).paper_head


def test_a_guides_own_head_is_whole_in_itself(tmp_path):
    (tmp_path / "docs/images").mkdir(parents=True)
    for name, data, kind in (("a.svg", SVG, "image/svg+xml"), ("b.PNG", PNG, "image/png")):
        (tmp_path / "docs/images" / name).write_bytes(data)
        head = said(tmp_path, f"{{name: ' Hill  Practice ', logo: images/{name}, contact: 01234 567890}}")
        logo = f"data:{kind};base64,{base64.b64encode(data).decode()}"
        assert head == PaperHead("Hill Practice", logo, "01234 567890")


@pytest.mark.parametrize("nothing", ["{}", "{name: ''}"])
def test_who_says_nothing_has_no_head(tmp_path, nothing):
    assert said(tmp_path, nothing) is None


@pytest.mark.parametrize(
    ("paper_head", "wrong", "hint"),
    [
        ("{logo: images/lgo.svg}", "logo: there is no file docs/images/lgo.svg", "did you mean `images/logo.svg`?"),
        ("{logo: ../logo.svg}", "logo: `../logo.svg` leads out of docs/", "such as images/logo.svg"),
        ("{logo: images/logo.jpg}", "logo: `images/logo.jpg` is neither SVG nor PNG", "give an .svg or a .png file"),
        ("{logo: images/large.svg}", "logo: `images/large.svg` has 201 KB", "make it 200 KB at most"),
        (
            "{logo: images/text.svg}",
            "logo: `images/text.svg` does not hold what its name says",
            "save the picture anew",
        ),
        (
            "{logo: images/text.png}",
            "logo: `images/text.png` does not hold what its name says",
            "save the picture anew",
        ),
        (f"{{name: {'a' * 121}}}", "name: is longer than a line", "write 120 characters at most"),
    ],
)
def test_what_cannot_be_is_told_with_what_to_write_instead(tmp_path, paper_head, wrong, hint):
    images = tmp_path / "docs/images"
    images.mkdir(parents=True)
    for name, data in (("logo.svg", SVG), ("large.svg", b"a" * 201_000), ("text.svg", b"a"), ("text.png", b"a")):
        (images / name).write_bytes(data)
    (tmp_path / "logo.svg").write_bytes(SVG)
    with pytest.raises(ConfigurationError) as raised:
        said(tmp_path, paper_head)
    assert str(raised.value).startswith(f"unslouch: paper_head: {wrong}")
    assert hint in str(raised.value)


def test_a_misspelt_key_is_told(tmp_path, caplog):
    said(tmp_path, "{nme: Hill}")
    assert "option 'paper_head': Sub-option 'nme': Unrecognised configuration name: nme" in caplog.text


def people(folder: Path, written: str) -> tuple[str, ...]:
    """Who shows the exercises by a mkdocs.yml."""
    (folder / "docs").mkdir()
    file = folder / "mkdocs.yml"
    file.write_text(f"site_name: A\nplugins:\n  - unslouch:\n      people: {written}\n", encoding="utf-8")
    return settings.options(settings.read(file)).people


def test_a_site_may_name_the_people_of_its_pictures(tmp_path):
    assert people(tmp_path, "[ada, kofi]") == ("ada", "kofi")


def test_all_people_show_the_exercises_of_who_says_nothing(tmp_path):
    assert people(tmp_path, "[]") == ()


def test_only_people_that_there_are_can_be_named(tmp_path, caplog):
    with pytest.raises(Abort):
        people(tmp_path, "[ada, ben]")
    assert "ben" in caplog.text


def test_a_list_shows_one_exercise_at_least(tmp_path, caplog):
    (tmp_path / "docs").mkdir()
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: A\nplugins: [unslouch: {exercises_in_list: 0}]\n")
    with pytest.raises(Abort):
        settings.read(file)
    assert "0 is too few; write 1 or more" in caplog.text
