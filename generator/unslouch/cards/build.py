"""Every card of a library: HTML fitted by measuring, PDFs, each made once and kept between builds."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache as only_once
from functools import partial
from itertools import product

from pydantic import ConfigDict, TypeAdapter

from unslouch.cards import engine, own_sheet
from unslouch.cards import press as pdf
from unslouch.cards.fill import each, sheets
from unslouch.cards.fit import CLEAR_PRINT, LADDER, LARGE, ROOM, Fit, Rung, largest, largest_print, unmeasured
from unslouch.cards.html import Renderer
from unslouch.cards.sheet import EXERCISE, Sheet
from unslouch.content.problems import Problem
from unslouch.guide.guide import Guide
from unslouch.tools import kept
from unslouch.tools.kept import Cache
from unslouch.tools.making import Make


@dataclass(frozen=True)
class Cards:
    """What was built."""

    files: dict[str, bytes]
    """Path in the site → bytes."""
    problems: list[Problem]
    remarks: list[str]
    """Advice on cards that can be printed but are hard to read; none where no card could be measured."""
    missing: str
    """What to install for PDFs, in plain words; empty where they were made."""


@dataclass(frozen=True)
class Job:
    """One card to set and print."""

    sheet: Sheet
    renderer: Renderer
    pictures: dict[str, str] = field(repr=False)
    measured: bool = True
    """Whether WeasyPrint is there to find the type's size with."""


@dataclass(frozen=True)
class Setting:
    """How a card is set. Pictures and PDFs do not matter to it, so serving and building share it."""

    fit: Fit
    spare: int = 0
    """See :func:`_spare`, of a card that does not fit."""
    pages: tuple[str, ...] = ()
    """The card and its large print, where there are no PDFs to offer."""
    offering: tuple[str, ...] = ()
    """The same, where there are."""


@dataclass(frozen=True)
class Printing:
    """A card's PDFs, in the order of :data:`PRINTS`."""

    pdfs: tuple[bytes, ...]
    lost: int = 0
    """Letters of the text that a PDF does not have."""
    unknown: str = ""
    """Letters that the PDFs show as boxes."""
    __pydantic_config__ = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")


MOST_LINES = 80
"""Rows one below the other that no page has room for, however small."""
PRINTS = tuple(product(pdf.PAPERS, (False, True)))
"""Paper of each PDF, and whether it is in large print."""
_SETTING, _PRINTING = TypeAdapter(Setting), TypeAdapter(Printing)


@dataclass(frozen=True)
class Made:
    """One card's files, and how well it could be set."""

    files: dict[str, bytes]
    fit: Fit
    spare: int = 0
    lost: int = 0
    unknown: str = ""


def build(guide: Guide, cache: Cache) -> Cards:
    """All cards that ``guide.cards`` asks for, and the page of own sheets."""
    renderer = Renderer.of(guide, pdfs=True)
    jobs = _jobs(guide, renderer, measured=True)
    missing = "" if _all_kept(cache, jobs) else engine.missing()
    if missing:
        renderer = replace(renderer, pdfs=False)
        jobs = _jobs(guide, renderer, measured=False)
    settings = kept.kept(cache, "cards", jobs, measure, _SETTING, "Setting cards")
    printings = _printings(cache, jobs, settings) if renderer.pdfs else {}
    told = [(job.sheet, made(job, settings[key], printings.get(key))) for key, job in jobs.items()]
    files = own_sheet.files(guide, renderer) | {path: data for _, one in told for path, data in one.files.items()}
    problems = [problem for sheet, one in told if (problem := _problem(sheet, one))]
    remarks = [] if missing else [remark for sheet, one in told for remark in _remarks(sheet, one)]
    return Cards(files, problems, remarks, missing)


def waiting(guide: Guide, cache: Cache) -> dict[str, Make]:
    """The same without PDFs, each file to be made when somebody asks for it."""
    renderer = Renderer.of(guide, pdfs=False)
    makes = own_sheet.makes(guide, renderer)
    for folder, fill in each(guide).items():
        files = only_once(partial(_asked_for, fill, renderer, cache))
        makes |= {path: partial(_one_of, files, path) for path in _pages_of(folder)}
    return makes


def _one_of(files: Callable[[], dict[str, bytes]], path: str) -> bytes:
    return files()[path]


def _asked_for(fill: Callable[[], Sheet], renderer: Renderer, cache: Cache) -> dict[str, bytes]:
    """A card's pages; in the smallest type where that does not fit, which a build tells."""
    job = Job(fill(), renderer, {}, measured=not engine.missing())
    key = _key(job)
    setting = kept.kept(cache, "cards", {key: job}, measure, _SETTING)[key]
    return made(job, setting if setting.fit.fits else _set(job, Fit(LADDER[-1], 0.0), LARGE), None).files


def _pages_of(folder: str) -> tuple[str, str]:
    """Where a card and its large print are in a site."""
    return f"{folder}/card/index.html", f"{folder}/card/large/index.html"


def _key(job: Job) -> str:
    return kept.key(engine.version(), job.measured, _pages(job, unmeasured(job.sheet.row_count), LARGE))


def _jobs(guide: Guide, renderer: Renderer, *, measured: bool) -> dict[str, Job]:
    """Every card, under the key of its setting: what it says, as it stands in its page, and what sets it."""
    drawn, found = guide.pictures.files("print"), {}
    for sheet in sheets(guide):
        pictures = {path: drawn[path] for path in sorted(sheet.pictures)}
        job = Job(sheet, renderer, pictures, measured)
        found[_key(job)] = job
    return found


def _all_kept(cache: Cache, jobs: dict[str, Job]) -> bool:
    """Whether nothing is left to be set, so that the engine need not be there, nor be loaded."""
    printed = [_print_key(key, job) for key, job in jobs.items() if job.renderer.pdfs]
    return bool(engine.installed()) and cache.has("cards", jobs) and cache.has("pdfs", printed)


def _print_key(key: str, job: Job) -> str:
    return kept.key(key, job.pictures)


def _printings(cache: Cache, jobs: dict[str, Job], settings: dict[str, Setting]) -> dict[str, Printing]:
    """The PDFs of the cards that fit."""
    keys = {key: _print_key(key, job) for key, job in jobs.items() if settings[key].fit.fits}
    wanted = {own: (jobs[key], settings[key]) for key, own in keys.items()}
    printings = kept.kept(cache, "pdfs", wanted, press, _PRINTING, "Printing cards")
    return {key: printings[own] for key, own in keys.items()}


def measure(job: Job) -> Setting:
    """How a card is set; this takes time."""
    if not job.measured:
        return _set(job, unmeasured(job.sheet.row_count), LARGE)
    machine = pdf.Press({})

    def height(sheet: Sheet, rung: Rung) -> float:
        return machine.height(job.renderer.card(sheet, Fit(rung, 0.0), measured=True))

    if job.sheet.lines > MOST_LINES:  # to measure such a one takes minutes
        few = bisect_left(range(job.sheet.row_count), True, key=lambda n: job.sheet.without_last(n).lines <= MOST_LINES)
        rest = job.sheet.without_last(few)
        return Setting(Fit(LADDER[-1], math.inf), few + _spare(rest, lambda shorter: height(shorter, LADDER[-1])))
    fit = largest(lambda rung: height(job.sheet, rung))
    if fit.fits:
        return _set(
            job,
            fit,
            largest_print(lambda rung: machine.pages(job.renderer.card(job.sheet, Fit(rung, 0.0), large=True))),
        )
    return Setting(fit, _spare(job.sheet, lambda shorter: height(shorter, fit.rung)))


def _set(job: Job, fit: Fit, large: Fit) -> Setting:
    return Setting(fit, 0, *_pages(job, fit, large))


def _pages(job: Job, fit: Fit, in_large: Fit) -> tuple[tuple[str, ...], ...]:
    """The card and its large print, where there are no PDFs to offer and where there are."""
    renderers = (replace(job.renderer, pdfs=pdfs) for pdfs in (False, True))
    return tuple(
        tuple(renderer.card(job.sheet, in_large if large else fit, large=large) for large in (False, True))
        for renderer in renderers
    )


def press(wanted: tuple[Job, Setting]) -> Printing:
    """A card's PDFs; none where what was measured to fit does not. This takes time too."""
    job, setting = wanted
    machine, pdfs, lost = pdf.Press(job.pictures), [], 0
    for paper, large in PRINTS:
        html = setting.offering[large]
        printed = machine.pdf(html, paper)
        if printed.pages > 1 and not large:
            return Printing(())
        lost = max(lost, pdf.lost(machine.text(html), printed.data, but=printed.unknown))
        pdfs.append(printed.data)
    return Printing(tuple(pdfs), lost, printed.unknown)


def made(job: Job, setting: Setting, printing: Printing | None) -> Made:
    """A card from what is kept of it."""
    sheet, renderer = job.sheet, job.renderer
    if printing and not printing.pdfs:
        return Made({}, replace(setting.fit, natural=math.inf), 1)
    if not setting.fit.fits:
        return Made({}, setting.fit, setting.spare)
    pages = zip(_pages_of(sheet.folder), setting.offering if renderer.pdfs else setting.pages, strict=True)
    files = {path: page.encode() for path, page in pages}
    if printing is None:
        return Made(files, setting.fit)
    for (paper, large), data in zip(PRINTS, printing.pdfs, strict=True):
        files[f"{sheet.folder}/card/{renderer.pdf_name(sheet, paper, large=large)}"] = data
    return Made(files, setting.fit, 0, printing.lost, printing.unknown)


def _spare(sheet: Sheet, height: Callable[[Sheet], float]) -> int:
    """Exercises at the end of a routine's card without which the rest of it would fit."""
    return 1 + bisect_left(range(1, sheet.row_count), True, key=lambda n: height(sheet.without_last(n)) <= ROOM)


def _problem(sheet: Sheet, made: Made) -> Problem | None:
    """What keeps a card from being printed: no room in the smallest type, or words that the PDF lost."""
    file, fit = f"{sheet.folder}.yml", made.fit
    if fit.fits and made.lost:
        return Problem(
            file, 1, 1, f"the PDF card lost {made.lost} letters of its text", "please report this to Unslouch"
        )
    if fit.fits:
        return None
    size = f"{fit.rung.type:g} points"
    if sheet.kind == EXERCISE:
        return Problem(
            file,
            1,
            1,
            f"the handout does not fit on one page at {size}",
            "shorten its steps, mistakes and cautions, or draw a figure for fewer steps",
        )
    return Problem(
        file,
        1,
        1,
        f"the card of {sheet.row_count} exercises does not fit on one page at {size}",
        f"take {made.spare} out, shorten the steps, or split it in two",
    )


def _remarks(sheet: Sheet, made: Made) -> Iterator[str]:
    """Advice on a card that can be printed but is hard to read."""
    if made.unknown:
        yield (
            f"{sheet.folder}.yml: the PDFs show boxes for {made.unknown[:40]}, which no font on this machine has. "
            "`unslouch doctor` says how to get one."
        )
    if made.fit.fits and made.fit.rung.type < CLEAR_PRINT:
        yield (
            f"{sheet.folder}.yml: its {sheet.row_count} rows leave room for {made.fit.rung.type:g}-point type; many need "
            f"{CLEAR_PRINT}. Give its steps a shorter `card:` text, make two routines of it, or give out its large print."
        )
