"""What tests of cards share: reading PDFs, and sheets of made-up exercises."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pypdf
import pypdfium2

from tests.helpers import ENGLISH, LICENCE, alone, fixture_library, kept
from unslouch.cards import build as cards
from unslouch.cards import engine
from unslouch.cards.build import Job, Made, Setting, made, measure, press
from unslouch.cards.fit import Fit, unmeasured
from unslouch.cards.html import Renderer
from unslouch.cards.press import NOTHING
from unslouch.cards.sheet import Part, Row, Sheet
from unslouch.content.library import Library
from unslouch.guide.guide import Guide, View
from unslouch.guide.options import Options
from unslouch.tools import kept as keys
from unslouch.tools.kept import Cache

SIZES = {"a4": (595.28, 841.89), "letter": (612, 792)}


@cache
def reader(data: bytes) -> pypdf.PdfReader:
    """A PDF, read once for all tests that look at it."""
    return pypdf.PdfReader(io.BytesIO(data))


def pdfs_of(cards) -> dict[str, bytes]:
    """Every PDF of the site: each card on both papers, and both in large print."""
    pdfs = {path: data for path, data in cards.files.items() if path.endswith(".pdf")}
    assert len(pdfs) == 4 * len([path for path in cards.files if path.endswith("/card/index.html")])
    return pdfs


@cache
def printed(data: bytes) -> str:
    """The words of a PDF, read once too."""
    document = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_bounded() for page in document).replace("\ufffe", "")


def renderer(library: Library) -> Renderer:
    return Renderer.of(Guide(library, ENGLISH, options=Options(licence=LICENCE)))


def make(job: Job) -> Made:
    """A card with its PDFs, of nothing kept."""
    setting = measure(job)
    return made(job, setting, press((job, setting)) if setting.fit.fits and job.renderer.pdfs else None)


DRAWN = {f"assets/figures/{name}.svg": NOTHING.decode() for name in ("start", "end")}
SHORT = "Lift your knee."
LONG = "Slide your left knee forward slowly until it rests on the floor just behind your wrist and then stay."


SCRIPTS = {
    "Kniebeuge für Ältere": "Größe prüfen — „langsam“ heben.",
    "تمرين": "ارفع ركبتك ببطء.",
    "膝上げ": "膝をゆっくり上げます。",
    "Nâng chân": "Nâng chân từ từ lên, giữ thẳng đầu gối.",
    "Подъём": "Медленно поднимите колено.",
}
"""Names and steps in other scripts."""


def made_up(count: int, step: str | tuple[str, ...], name: str = "Exercise") -> Sheet:
    """A routine of ``count`` exercises that say ``step`` three times, or each of several once, each with two pictures."""
    steps = (step,) * 3 if isinstance(step, str) else step
    views = tuple(View(f"assets/figures/{n}.svg", "A body", 90, 120, "right") for n in ("start", "end"))
    rows = tuple(
        Row(f"{name} {n}", "3 × 10, each side", "rest 15 seconds", steps, views, n) for n in range(1, count + 1)
    )
    return Sheet(
        kind="routine",
        id="made-up",
        title=name,
        parts=(Part("", rows),),
        facts=("10 minutes",),
        intro=steps[0],
        columns=tuple("MTWTFSS"),
        url="https://example.org/",
    )


def fit_of_made_up(count: int, step: str) -> Fit:
    """How :func:`made_up` is set, which takes half the time of printing it as well."""
    return _set(*_of_made_up(count, step)).fit


@cache
def set_made_up(count: int, step: str | tuple[str, ...], name: str = "Exercise") -> Made:
    """The card of :func:`made_up`, set and printed once for all tests that look at it, in whichever process."""
    key, job = _of_made_up(count, step, name)
    setting = _set(key, job)
    with alone(f"card-{key}"):
        (printing,) = cards._printings(Cache(kept()), {key: job}, {key: setting}).values()
    return made(job, setting, printing)


def _of_made_up(count: int, step: str | tuple[str, ...], name: str = "Exercise") -> tuple[str, Job]:
    job = Job(made_up(count, step, name), renderer(fixture_library()), DRAWN)
    return keys.key(engine.version(), job.renderer.card(job.sheet, unmeasured(count), measured=True)), job


def _set(key: str, job: Job) -> Setting:
    with alone(f"card-{key}"):
        return keys.kept(Cache(kept()), "cards", {key: job}, measure, cards._SETTING)[key]


def set_scripts() -> Made:
    """A card that says its steps in many scripts."""
    return set_made_up(2, tuple(SCRIPTS.values()), " · ".join(SCRIPTS))


WORD = "Kraftfahrzeughaftpflichtversicherungsgesellschaften"


def overlong(sheet: Sheet) -> Sheet:
    """The sheet with words and doses that no line holds."""
    dose = "20 × 1000–9999 very slow deep belly breaths in, 45–75 s hold, each side"
    rows = tuple(
        Row(f"{n} {WORD}", dose, "rest 1 min 30 s to 2 min", (f"Think of {WORD * 2}.",), (), n) for n in range(1, 5)
    )
    return replace(sheet, title=WORD, intro=WORD * 3, facts=(WORD, WORD), parts=(Part(WORD, rows, note=WORD),))
