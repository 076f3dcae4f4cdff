"""Every card of a library: HTML fitted by measuring, PDFs, each made once and kept between builds."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict, dataclass, field
from importlib import resources
from math import ceil
from pathlib import PurePosixPath

from generator import parallel
from generator.cache import Cache
from generator.cards import own, pdf
from generator.cards.fit import LARGE, LETTER_HEIGHT, RESERVE, Fit, largest, unmeasured
from generator.cards.html import Renderer
from generator.cards.sheet import EXERCISE, Sheet, sheets
from generator.pages import Site
from generator.problems import Problem


@dataclass(frozen=True)
class Cards:
    """What was built."""

    files: dict[str, bytes]
    """Path in the site → bytes."""
    problems: list[Problem]
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
    """One card's files, and whether it could be set in the smallest type."""

    files: dict[str, bytes]
    natural: float
    type: float


def build(
    site: Site,
    cache: Cache,
    *,
    exercises: bool = True,
    pdfs: bool = True,
    paper: str = "a4",
    directory_urls: bool = True,
) -> Cards:
    """All cards: of routines and, with ``exercises``, of single exercises; without ``pdfs`` only their pages."""
    cache = cache.below("cards")
    drawn = site.pictures.files("print")
    missing = pdf.missing()
    renderer = Renderer(site.words, site.library.safety, paper, directory_urls, pdfs and not missing)
    common = _common(renderer)
    wanted = []
    for sheet in sheets(site, exercises=exercises):
        used = {view.path for part in sheet.parts for row in part.rows for view in row.pictures}
        job = Job(sheet, renderer, {path: drawn[path] for path in sorted(used)}, not missing)
        wanted.append((job, job.key(common)))
    made = {key: _thawed(data) for _, key in wanted if (data := cache.get(key))}
    new = {key: job for job, key in wanted if key not in made}
    for key, one in zip(new, parallel.run(make, list(new.values()), "Setting cards"), strict=True):
        made[key] = one
        cache.put(key, _frozen(one))
    cache.forget_unused()
    files = {own.PATH: own.page(site, renderer).encode()} | {
        path: data for _, key in wanted for path, data in made[key].files.items()
    }
    problems = [problem for job, key in wanted if (problem := _too_long(job.sheet, made[key]))]
    return Cards(files, problems, missing)


def make(job: Job) -> Made:
    """One card's files; this is what takes time."""
    sheet, renderer = job.sheet, job.renderer
    folder = PurePosixPath(sheet.folder, "card")
    if not job.measured:
        fit = unmeasured(sheet.row_count)
        return Made(_pages(folder, renderer, sheet, fit), fit.natural, fit.step.type)
    press = pdf.Press(job.pictures)
    fit = largest(lambda step: press.height(renderer.card(sheet, Fit(step, 0.0), measured=True)))
    files = _pages(folder, renderer, sheet, fit)
    for paper in pdf.PAPERS if renderer.pdfs else ():
        one, pages = press.pdf(renderer.card(sheet, fit), paper)
        if pages > 1 and fit.fits:
            fit = Fit(fit.step, float(pages * LETTER_HEIGHT))
        files[str(folder / renderer.pdf_name(sheet, paper))] = one
        if sheet.kind != EXERCISE:
            large, _ = press.pdf(renderer.card(sheet, Fit(LARGE, 0.0), large=True), paper)
            files[str(folder / renderer.pdf_name(sheet, paper, large=True))] = large
    return Made(files, fit.natural, fit.step.type)


def _pages(folder: PurePosixPath, renderer: Renderer, sheet: Sheet, fit: Fit) -> dict[str, bytes]:
    return {
        str(folder / "index.html"): renderer.card(sheet, fit).encode(),
        str(folder / "large/index.html"): renderer.card(sheet, Fit(LARGE, 0.0), large=True).encode(),
    }


def _too_long(sheet: Sheet, made: Made) -> Problem | None:
    """A card that does not end on its page even in the smallest type."""
    room = LETTER_HEIGHT - RESERVE
    if made.natural <= room:
        return None
    spare = ceil((made.natural - room) / (made.natural / max(sheet.row_count, 1)))
    what = "steps" if sheet.kind == EXERCISE else "exercises"
    return Problem(
        f"{sheet.folder}.yml",
        1,
        1,
        f"the card of {sheet.row_count} {what} does not fit on one page at {made.type:g} points",
        f"take {spare} out, shorten the steps, split it in two, or give out the large print",
    )


def _common(renderer: Renderer) -> str:
    """What every card depends on beside what stands on it: words, templates, style, this package, WeasyPrint."""
    root = resources.files("generator")
    files = [entry for name in ("cards", "templates", "words") for entry in (root / name).iterdir() if entry.is_file()]
    files.append(root / "assets" / "card.css")
    content = sorted((entry.name, entry.read_bytes()) for entry in files if not entry.name.endswith(".md.j2"))
    options = [renderer.words.language, renderer.paper, renderer.directory_urls, renderer.pdfs, pdf.version()]
    return hashlib.sha256(repr([content, options, renderer.safety.model_dump_json()]).encode()).hexdigest()


def _frozen(made: Made) -> bytes:
    files = {path: base64.b64encode(data).decode() for path, data in made.files.items()}
    return json.dumps([files, made.natural, made.type]).encode()


def _thawed(data: bytes) -> Made:
    files, natural, size = json.loads(data)
    return Made({path: base64.b64decode(text) for path, text in files.items()}, natural, size)
