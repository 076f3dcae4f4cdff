"""A content folder → all that a MkDocs site gets from it, or only what is wrong with it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from unslouch.cards import build as cards
from unslouch.cards import preview
from unslouch.content.files import Content
from unslouch.content.known import Known
from unslouch.content.library import EXERCISES
from unslouch.content.problems import Problem
from unslouch.exchange import published
from unslouch.guide import policy
from unslouch.guide import words as catalogue
from unslouch.guide.addresses import SAFETY_PAGE, shipped
from unslouch.guide.build import build
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.guide.pictures import Drawn
from unslouch.offline import app
from unslouch.pages import calendar, render
from unslouch.pages.figure_guide import examples
from unslouch.pages.figure_people import people
from unslouch.pages.render import Pages
from unslouch.player import build as player
from unslouch.tools.kept import Cache
from unslouch.tools.making import Make, all_of
from unslouch.tools.noticed import Memory

log = logging.getLogger("mkdocs.plugins.unslouch")


@dataclass(frozen=True)
class Assembled:
    """What a site gets: a guide, its pages, and the files beside them."""

    guide: Guide
    pages: Pages
    rendered: dict[str, str]
    """Path below docs_dir → Markdown."""
    files: dict[str, str | bytes]
    """Path in the site → what is there."""
    waiting: Mapping[str, Make] = field(default_factory=dict)
    """Path in a served site → what makes it when somebody asks for it."""

    def preview(self, page: str) -> str:
        """The address of the picture that a link to a page shows when it is shared, or nothing."""
        folder, _, name = page.rpartition("/")
        picture, site = f"{preview.FOLDER}/{name.removesuffix('.md')}.png", self.guide.options.site_url
        return f"{site.rstrip('/')}/{picture}" if site and folder == EXERCISES and picture in self.files else ""


@dataclass(frozen=True)
class Result:
    """What came of a content folder."""

    assembled: Assembled | None
    errors: list[Problem]
    warnings: list[Problem]
    notices: list[Problem]
    todo: list[Problem]


def assemble(
    content: Content,
    options: Options,
    cache: Cache,
    *,
    overrides: Path | None,
    serving: bool,
    keeps: bool,
    known: Known | None = None,
    in_haste: bool = False,
) -> Result:
    """Everything of ours for a site. While ``serving`` all but pages waits, and there are no PDFs and previews: an edit is to be seen at once.

    ``overrides`` is a folder whose templates take the place of ours; ``keeps`` says whether readers' devices keep the site; ``known`` is what was read for
    the build before. Pages are set ``in_haste`` for who sets those again that somebody asks for: then their pictures are measured,
    and warnings about pictures that nobody looked at before are told later.
    """
    also = _examples_asked_for(content, options.language)
    guide, reading = build(content, options, cache, also=also, known=known, later=serving, in_haste=in_haste)
    if guide is None:
        return Result(None, reading.errors, reading.warnings, reading.notices, reading.todo)
    if known:
        known.memory.rest_on(options=options, today=guide.today, templates=_templates(overrides))
    if not in_haste:
        guide.pictures.measure(guide.pictures.unmeasured())
    pages = Pages(_in_haste(guide) if in_haste else guide, overrides, known.memory if known else None)
    rendered = pages.render()
    if SAFETY_PAGE in content.files:
        del rendered[SAFETY_PAGE]
    data = published.makes(guide.library, options.about)
    makes = guide.pictures.makes() | player.makes(guide) | calendar.makes(guide) | pages.makes()
    makes |= {path: make for path, make in data.items() if path not in content.files}
    made = _cards_of(guide, content.root.name, cache) if guide.cards and not serving else _NO_CARDS
    if guide.cards and serving:
        makes |= cards.waiting(guide, cache)
    errors = _clashes([*rendered, *makes, *made.files], content, options) + made.problems
    if errors:
        if known:  # the guide before is shown on, and what is remembered by now is of this one
            known.memory = Memory()
        return Result(None, errors, reading.warnings, reading.notices, reading.todo)
    files: dict[str, str | bytes] = {**shipped(), **made.files}
    if keeps:
        files |= app.files(guide, cache)
    if not serving:  # then MkDocs adds a script of its own to every page
        files |= all_of(makes) | preview.pictures(guide, cache)
        files |= {path: policy.under(_text(data)) for path, data in files.items() if path.endswith(".html")}
        makes = {}
    return Result(Assembled(guide, pages, rendered, files, makes), [], reading.warnings, reading.notices, reading.todo)


def _in_haste(guide: Guide) -> Guide:
    """The same for who sets pages before all pictures are measured."""
    pictures = guide.pictures.in_haste()
    return Guide(guide.library, guide.words, pictures=pictures, options=guide.options, today=guide.today)


def _text(data: str | bytes) -> str:
    return data if isinstance(data, str) else data.decode()


_NO_CARDS = cards.Cards({}, [], [], "")


def _cards_of(guide: Guide, docs: str, cache: Cache) -> cards.Cards:
    made = cards.build(guide, cache)
    if made.missing:
        log.info("no PDF cards: %s", made.missing)
    for remark in made.remarks:
        log.info("%s/%s", docs, remark)
    wrong = [replace(problem, file=f"{docs}/{problem.file}") for problem in made.problems]
    return replace(made, problems=wrong)


def _templates(overrides: Path | None) -> list[tuple[str, int]]:
    """The author's own templates, as they are now."""
    found = sorted(overrides.rglob("*")) if overrides else ()
    return [(str(path), path.stat().st_mtime_ns) for path in found if path.is_file()]


def _examples_asked_for(content: Content, language: str) -> list[Drawn]:
    """The examples for authors, where a hand-written page shows them: they are drawn only then."""
    pages = (file.text() for path, file in content.files.items() if path.endswith(".md"))
    if not any(map(render.shows_examples, pages)):
        return []
    words = catalogue.load(language)
    return [examples(words), *people(words)]


def _clashes(made: Iterable[str], content: Content, options: Options) -> list[Problem]:
    """Files of somebody else that stand where one of ours goes, on disks too that know no capital letters."""
    ours = {path.casefold() for path in made}
    return [
        Problem.of_file(
            f"{content.root.name}/{path}", "a page of this name is made by Unslouch", "rename or delete this file"
        )
        for path in content.files
        if not ours.isdisjoint((path.casefold(), _page_at(path.casefold(), options)))
    ]


def _page_at(path: str, options: Options) -> str:
    """Where in a site MkDocs puts a hand-written page; another file stays where it is."""
    folder, _, name = path.rpartition("/")
    if not name.endswith(".md"):
        return path
    stem = name.removesuffix(".md")
    page = (
        "index.html"
        if stem in ("index", "readme")
        else f"{stem}/index.html"
        if options.directory_urls
        else f"{stem}.html"
    )
    return f"{folder}/{page}" if folder else page
