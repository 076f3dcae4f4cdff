"""A page that is converted with all of its kind is the page that MkDocs makes of it alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from unslouch import alike
from unslouch.alike import Alike

REST = """\

<!-- unslouch 0 -->

## How to do it

<!-- unslouch 1 -->

### Easier { #easier }

## Sources { data-search-exclude="true" }

<!-- unslouch 2 -->
"""
TITLES = [
    "Donkey kick",
    "Seated cat-cow 2",
    "Über 90 Grad",
    "Sources",
    "Easier",
    "Шаг",
    "2. Step",
    "A *b* c",
    "A & b",
    "x",
]
OURS: list[Any] = ["attr_list", "md_in_html"]


def configured(folder: Path, *extensions: Any) -> MkDocsConfig:
    (folder / "docs").mkdir()
    extensions = (*OURS, *extensions)
    config = load_config(None, docs_dir=str(folder / "docs"), site_name="A", markdown_extensions=[*extensions])
    config.plugins._current_plugin = "unslouch"
    return config


def converted(alike: Alike | None, text: str, config: MkDocsConfig) -> tuple[Any, ...]:
    page = Page(None, File.generated(config, "a.md", content=""), config)
    page.markdown, page.meta = text, {}
    alike.convert(page, config, Files([])) if alike else page.render(config, Files([]))
    toc = [(one.title, one.id, one.level, str(one), getattr(one, "active", None)) for one in page.toc]
    to_others = [file for file in page.links_to_anchors or {} if file is not page.file]
    return page.content, toc, page.title, page.present_anchor_ids, to_others, page.markdown


def spoken(text: str, separator: str) -> str:
    """A slug that keeps what it is given."""
    return text.replace(" ", separator)


def first_letter(text: str, separator: str) -> str:
    """A slug of so little that it stands everywhere."""
    return text[:1].lower()


@pytest.mark.parametrize(
    "extension",
    [
        {"toc": {"permalink": True, "separator": "_"}},
        {"toc": {"anchorlink": True, "toc_depth": "2-3"}},
        {"toc": {"slugify": spoken}},
        {"toc": {"slugify": first_letter}},
        "smarty",
        "admonition",
    ],
    ids=["permalinks", "links", "slugs", "short slugs", "smarty", "admonition"],
)
def test_all_pages_are_as_they_are_alone(tmp_path: Path, extension: Any) -> None:
    config, together = configured(tmp_path, extension), Alike()
    for title in TITLES:
        text = f"# {title}\n{REST}"
        assert converted(together, text, config) == converted(None, text, config), title


def test_what_an_author_links_to_is_not_taken_for_the_same(tmp_path: Path) -> None:
    config, together = configured(tmp_path), Alike()
    for title in ("One", "Two"):
        text = f"# {title}\n{REST}\n[a link](b.md) and `# {title}`\n"
        assert converted(together, text, config) == converted(None, text, config)


def test_a_frame_is_converted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config, together, asked = configured(tmp_path), Alike(), []
    convert = alike._converted
    monkeypatch.setattr(alike, "_converted", lambda rest, *more: asked.append(rest) or convert(rest, *more))
    pages = [converted(together, f"# {title}\n{REST}", config) for title in ("One", "Two", "Three")]
    assert asked == [REST]
    assert [page[2] for page in pages] == ["One", "Two", "Three"]
    assert 'id="two">Two<' in pages[1][0]
