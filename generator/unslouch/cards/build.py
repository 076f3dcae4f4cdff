"""Every card of a library: HTML fitted by measuring, PDFs, each made once and kept between builds."""

from __future__ import annotations

import base64
import hashlib
import json
import math
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from importlib import resources
from itertools import product
from pathlib import PurePosixPath

from unslouch.cards import own_sheet
from unslouch.cards import press as pdf
from unslouch.cards.fill import sheets
from unslouch.cards.fit import CLEAR_PRINT, LARGE, ROOM, Fit, Step, largest, unmeasured
from unslouch.cards.html import Renderer
from unslouch.cards.sheet import EXERCISE, Sheet
from unslouch.content.problems import Problem
from unslouch.guide import sheet_address
from unslouch.guide.guide import Site
from unslouch.tools import parallel
from unslouch.tools.cache import Cache


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
    """One card to set: all that its files depend on."""

    sheet: Sheet
    renderer: Renderer
    pictures: dict[str, str] = field(repr=False)
    measured: bool = True
    """Whether WeasyPrint is there to find the type's size with."""

    def key(self, common: str) -> str:
        """Alike for cards that come out alike; ``common`` is what all cards depend on."""
        content = [common, asdict(self.sheet), sorted(self.pictures.items()), self.measured]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Made:
    """One card's files, and how well it could be set."""

    files: dict[str, bytes]
    fit: Fit
    spare: int = 0
    """See :func:`_spare`, of a card that does not fit."""
    lost: int = 0
    """Letters of the text that a PDF does not have."""
    unknown: str = ""
    """Letters that the PDFs show as boxes."""


def build(
    site: Site,
    cache: Cache,
    *,
    pdfs: bool = True,
    paper: str = "a4",
    licence: str = "",
) -> Cards:
    """All cards that ``site.cards`` asks for, and the page of own sheets; without ``pdfs`` only pages."""
    cache = cache.below("cards")
    drawn = site.pictures.files("print")
    missing = pdf.missing()
    renderer = Renderer(
        site.words, site.library.safety, paper, site.directory_urls, pdfs and not missing, site.name, licence
    )
    common = _common(renderer)
    wanted = []
    for sheet in sheets(site):
        used = {view.path for part in sheet.parts for row in part.rows for view in row.pictures}
        job = Job(sheet, renderer, {path: drawn[path] for path in sorted(used)}, not missing)
        wanted.append((job, job.key(common)))
    made = {key: kept for _, key in wanted if (kept := _thawed(cache.get(key)))}
    new = {key: job for job, key in wanted if key not in made}
    for key, one in zip(new, parallel.run(make, list(new.values()), "Setting cards"), strict=True):
        made[key] = one
        cache.put(key, _frozen(one))
    cache.forget_unused()
    files = {sheet_address.PATH: own_sheet.page(site, renderer).encode()} | {
        path: data for _, key in wanted for path, data in made[key].files.items()
    }
    told = [(job.sheet, made[key]) for job, key in wanted]
    problems = [problem for sheet, one in told if (problem := _problem(sheet, one))]
    remarks = [] if missing else [remark for sheet, one in told for remark in _remarks(sheet, one)]
    return Cards(files, problems, remarks, missing)


def make(job: Job) -> Made:
    """One card's files; this is what takes time."""
    sheet, renderer = job.sheet, job.renderer
    folder = PurePosixPath(sheet.folder, "card")
    if not job.measured:
        fit = unmeasured(sheet.row_count)
        return Made(_pages(folder, renderer, sheet, fit), fit)
    press = pdf.Press(job.pictures)

    def height(sheet: Sheet, step: Step) -> float:
        return press.height(renderer.card(sheet, Fit(step, 0.0), measured=True))

    fit = largest(lambda step: height(sheet, step))
    if not fit.fits:
        return Made({}, fit, _spare(sheet, lambda shorter: height(shorter, fit.step)))
    files = _pages(folder, renderer, sheet, fit)
    lost, unknown = 0, ""
    for paper, large in product(pdf.PAPERS if renderer.pdfs else (), (False, True)):
        html = renderer.card(sheet, LARGE if large else fit, large=large)
        printed = press.pdf(html, paper)
        if printed.pages > 1 and not large:
            return Made({}, Fit(fit.step, math.inf), 1)
        unknown = printed.unknown
        lost = max(lost, pdf.lost(press.text(html), printed.data, but=unknown))
        files[str(folder / renderer.pdf_name(sheet, paper, large=large))] = printed.data
    return Made(files, fit, lost=lost, unknown=unknown)


def _spare(sheet: Sheet, height: Callable[[Sheet], float]) -> int:
    """Exercises at the end of a routine's card without which the rest of it would fit."""
    return 1 + bisect_left(range(1, sheet.row_count), True, key=lambda n: height(sheet.without_last(n)) <= ROOM)


def _pages(folder: PurePosixPath, renderer: Renderer, sheet: Sheet, fit: Fit) -> dict[str, bytes]:
    return {
        str(folder / "index.html"): renderer.card(sheet, fit).encode(),
        str(folder / "large/index.html"): renderer.card(sheet, LARGE, large=True).encode(),
    }


def _problem(sheet: Sheet, made: Made) -> Problem | None:
    """What keeps a card from being printed: no room in the smallest type, or words that the PDF lost."""
    file, fit = f"{sheet.folder}.yml", made.fit
    if fit.fits and made.lost:
        return Problem(
            file, 1, 1, f"the PDF card lost {made.lost} letters of its text", "please report this to Unslouch"
        )
    if fit.fits:
        return None
    size = f"{fit.step.type:g} points"
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
            "Install one, such as Noto (Debian, Ubuntu: apt-get install fonts-noto-core fonts-noto-cjk)."
        )
    if made.fit.fits and made.fit.step.type < CLEAR_PRINT:
        yield (
            f"{sheet.folder}.yml: its {sheet.row_count} rows leave room for {made.fit.step.type:g}-point type; many need "
            f"{CLEAR_PRINT}. Give its steps a shorter `card:` text, make two routines of it, or give out its large print."
        )


def _common(renderer: Renderer) -> str:
    """What every card depends on beside what stands on it: words, templates, style, fonts, this package, WeasyPrint."""
    root = resources.files("unslouch")
    rooms = ("cards", "cards/templates", "cards/assets/fonts", "guide/words")
    files = [entry for room in rooms for entry in (root / room).iterdir() if entry.is_file()]
    files += (root / "content/inline.py", root / "content/vocabulary.py")
    others = ("own_sheet.py", "sheet.html.j2")
    content = sorted(
        (entry.name, entry.read_bytes())
        for entry in files
        if entry.name not in others and not entry.name.endswith(".md.j2")
    )
    options = replace(renderer, words=None, safety=None)
    common = [
        content,
        pdf.style(),
        options,
        renderer.words.language,
        renderer.safety.model_dump_json(),
        pdf.version(),
        pdf.fonts(),
    ]
    return hashlib.sha256(repr(common).encode()).hexdigest()


def _frozen(made: Made) -> bytes:
    files = {path: base64.b64encode(data).decode() for path, data in made.files.items()}
    return json.dumps([files, asdict(made.fit), made.spare, made.lost, made.unknown]).encode()


def _thawed(data: bytes | None) -> Made | None:
    """What was kept; nothing where nothing was, or what was is damaged."""
    if data is None:
        return None
    try:
        files, fit, spare, lost, unknown = json.loads(data)
        decoded = {path: base64.b64decode(text) for path, text in files.items()}
        return Made(decoded, Fit(Step(**fit["step"]), fit["natural"]), spare, lost, unknown)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
