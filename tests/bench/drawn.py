"""Figures and cards of the guide itself: how long one takes, and how large it is."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterable
from statistics import median

from tests.bench.measuring import Bench, Row
from tests.bench.sites import ROOT
from unslouch.cards import build as cards
from unslouch.content.library import Library
from unslouch.content.load import load
from unslouch.guide import pictures, words
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.tools.kept import Cache


def figures(bench: Bench) -> Iterable[Row]:
    """Each form of a picture, once warm."""
    jobs = pictures.jobs(_library(bench).exercises.values())
    for form in ("page", "small", "moving"):
        chosen = [job for job in jobs if job.form == form][: 3 if bench.quick else None]
        spent, sizes = [], []
        for job in [chosen[0], *chosen]:  # the first warms up
            start = time.process_time()
            picture = job.told(job.draw(), words.load("en"))
            spent.append(time.process_time() - start)
            sizes.append(len(picture.svg("screen")))
        yield Row(f"a figure, {form}, of {len(chosen)}", median(spent[1:]) * 1000, "ms")
        yield Row("  its file", median(sizes) / 1024, "KiB")


def sheets(bench: Bench) -> Iterable[Row]:
    """A card with its PDFs, nothing kept, and again with all kept."""
    library = _library(bench)
    if bench.quick:
        alone = (one for one in library.exercises.values() if not one.progress and not one.related)
        one = next(alone, None) or next(iter(library.exercises.values()))
        one = one.model_copy(update={"progress": None, "related": (), "easier_first": ()}).named(one.id, one.file)
        library = Library({one.id: one}, {}, library.safety, library.asks, library.own)
    cache = Cache(bench.folder / "cards")
    drawn = pictures.draw(library.exercises.values(), cache, words.load("en"))
    options = Options(site_url="https://example.org/", cards="all")
    guide = Guide(library, words.load("en"), pictures=drawn, options=options)
    count = len(library.exercises) + len(library.routines)
    for what in (f"a card with its PDFs, new, of {count}", "  kept"):
        before = _spent()
        made = cards.build(guide, cache)
        yield Row(what, (_spent() - before) / count, "s")
    sizes = [len(data) for path, data in made.files.items() if path.endswith(".pdf")]
    if sizes:
        yield Row("  a PDF", median(sizes) / 1024, "KiB")


def _library(bench: Bench) -> Library:
    library = load(ROOT / "content", cache=Cache(bench.folder / "poses")).library
    assert library is not None
    return library


def _spent() -> float:
    """Seconds of the processor until now, of this process and of those that it has ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)
