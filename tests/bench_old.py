"""Measures speed and size, all in one run, and prints one table: ``make bench``.

A measurement is a function of :data:`MEASUREMENTS` that takes the workshop and
returns rows; to measure something else, write one more. Names of functions as
arguments run those alone. Numbers are of this machine and this moment: compare
rows of one run, most of all the ratios.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

# Nothing of the generator is imported up here: one_build measures what importing it takes.

ROOT = Path(__file__).resolve().parents[1]
TIMES = 5
MANY = 873
"""As many exercises as the free-exercise-db has."""
ONE_BUILD = "--one-build"
"""The argument with which this file builds a project once, in a process of its own."""


class Row(NamedTuple):
    """A line of the table."""

    what: str
    value: float
    unit: str
    goal: str = ""


@dataclass
class Workshop:
    """A folder to work in, with a copy of the guide's sources in ``project``."""

    folder: Path

    @property
    def project(self) -> Path:
        return self.folder / "project"

    @property
    def site(self) -> Path:
        return self.project / "site"

    @classmethod
    def at(cls, folder: Path) -> Workshop:
        """A workshop in an empty folder."""
        workshop = cls(folder)
        for name in ("content", "overrides"):
            shutil.copytree(ROOT / name, workshop.project / name)
        shutil.copy(ROOT / "mkdocs.yml", workshop.project)
        return workshop

    def build(self) -> dict[str, float]:
        """Build the site in a process of its own; returns the seconds of its parts, and under ``whole`` all of them."""
        command = [sys.executable, __file__, ONE_BUILD, str(self.project)]
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        whole = time.perf_counter() - start
        if done.returncode:
            sys.exit(done.stderr)
        return json.loads(done.stdout.splitlines()[-1]) | {"whole": whole}

    def multiplied(self, count: int) -> Path:
        """A content folder of ``count`` exercises: the guide's own over and over, each round under ids of its own."""
        content = self.folder / f"content-{count}"
        shutil.copytree(ROOT / "content", content)
        originals = sorted((ROOT / "content/exercises").glob("*.yml"))
        ids = re.compile("|".join(rf"\b{path.stem}\b" for path in originals))

        def related(match: re.Match[str]) -> str:
            copies = [f"{id}-{round_}" for id in ids.findall(match[0])]
            return f"related: [{', '.join(id for id in copies if id in known)}]"

        names = [divmod(number, len(originals)) for number in range(len(originals), count)]
        known = {f"{originals[index].stem}-{round_}" for round_, index in names}
        for round_, index in names:
            text = re.sub(r"^related: .*$", related, originals[index].read_text(encoding="utf-8"), flags=re.MULTILINE)
            (content / f"exercises/{originals[index].stem}-{round_}.yml").write_text(text, encoding="utf-8")
        return content


@contextmanager
def handlers_timed(plugin: type, spent: dict[str, float]) -> Iterator[None]:
    """While this lasts, the seconds spent in each event handler of ``plugin`` are added to ``spent``."""
    handlers = {name: handler for name, handler in vars(plugin).items() if name.startswith("on_")}

    def timed(name: str, handler: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(handler)
        def run(*args: Any, **kwargs: Any) -> Any:
            start = time.perf_counter()
            try:
                return handler(*args, **kwargs)
            finally:
                spent[name] = spent.get(name, 0) + time.perf_counter() - start

        return run

    for name, handler in handlers.items():
        setattr(plugin, name, timed(name, handler))
    try:
        yield
    finally:
        for name, handler in handlers.items():
            setattr(plugin, name, handler)


def one_build(project: str) -> None:
    """Do what ``mkdocs build`` does, and print the seconds that the generator had of it as JSON."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    start = time.perf_counter()
    from unslouch.plugin import UnslouchPlugin

    spent = {"import": time.perf_counter() - start}
    with handlers_timed(UnslouchPlugin, spent):
        config = load_config(str(Path(project, "mkdocs.yml")))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    print(json.dumps(spent))


def share_of_a_build(workshop: Workshop) -> Iterable[Row]:
    """What the plugin takes of a whole build of the guide: reading, checking, rendering and every other event."""
    cold = workshop.build()
    builds = [workshop.build() for _ in range(TIMES)]
    handlers = [{name: took for name, took in spent.items() if name.startswith("on_")} for spent in builds]
    yield Row("whole build with nothing kept from before", cold["whole"] * 1000, "ms")
    yield Row(f"whole build after that, median of {TIMES}", median(spent["whole"] for spent in builds) * 1000, "ms")
    yield Row("  in the plugin", median(sum(spent.values()) for spent in handlers) * 1000, "ms")
    for name in handlers[0]:
        took = median(spent[name] for spent in handlers) * 1000
        if took >= 1:
            yield Row(f"    {name}", took, "ms")
    shares = [sum(own.values()) / spent["whole"] for own, spent in zip(handlers, builds, strict=True)]
    yield Row("  share of the plugin", median(shares) * 100, "%", "< 15")
    yield Row("  importing the generator", median(spent["import"] for spent in builds) * 1000, "ms")


def growth_of_the_library(workshop: Workshop) -> Iterable[Row]:
    """What one exercise takes to load and to render, in a small library and in a large one."""
    from unslouch.content.load import load
    from unslouch.guide import words
    from unslouch.guide.guide import Guide
    from unslouch.pages.render import Pages

    catalogue = words.load("en")
    few = len(list((ROOT / "content/exercises").glob("*.yml")))
    took: dict[str, dict[int, float]] = {"load and check": {}, "render pages": {}}
    for count, times in ((few, TIMES), (MANY, 1)):
        content = workshop.multiplied(count)
        loads, renders = [], []
        for _ in range(times):
            start = time.perf_counter()
            read = load(content).library
            loads.append(time.perf_counter() - start)
            assert read is not None
            assert len(read.exercises) == count
            start = time.perf_counter()
            Pages(Guide(read, catalogue)).render()
            renders.append(time.perf_counter() - start)
        took["load and check"][count] = median(loads) / count * 1000
        took["render pages"][count] = median(renders) / count * 1000
    for what, each in took.items():
        for count, milliseconds in each.items():
            yield Row(f"{what}, each of {count}", milliseconds, "ms")
        yield Row(f"  growth from {few} to {MANY}", each[MANY] / each[few], "×", "about 1 or less")


def size_of_the_site(workshop: Workshop) -> Iterable[Row]:
    """What a reader's browser is sent: pages, and the style and script that are ours."""
    from unslouch import export

    if not workshop.site.is_dir():
        workshop.build()
    html = [path.read_bytes() for path in workshop.site.rglob("*.html")]
    yield Row(f"HTML of a page, median of {len(html)}", median(map(len, html)) / 1024, "KiB")
    yield Row("  compressed", median(map(_compressed, html)) / 1024, "KiB")
    ours = {path.rpartition("/")[2]: data for path, data in export.assets().items()}
    ours |= {path.name: path.read_bytes() for path in (ROOT / "overrides/assets").iterdir() if path.is_file()}
    for kind in ("css", "js"):
        files = {name: data for name, data in ours.items() if name.endswith(f".{kind}")}
        size = sum(map(_compressed, files.values())) / 1024
        yield Row(f"our {kind.upper()}, compressed: {', '.join(sorted(files))}", size, "KiB")


def figures_drawn(workshop: Workshop) -> Iterable[Row]:
    """Size of every figure of the guide as the site serves it, and the time one takes once warm."""
    from unslouch.content.load import load
    from unslouch.guide import pictures as figures
    from unslouch.guide import words

    library = load(workshop.project / "content").library
    assert library is not None
    jobs = figures.jobs(library.exercises.values())
    spent: dict[str, list[float]] = {}
    sizes: dict[str, list[int]] = {}
    for _ in range(2):  # the first round warms up
        spent, sizes = {}, {}
        for job in jobs:
            start = time.perf_counter()
            picture = job.told(job.draw(), words.load("en"))
            spent.setdefault(job.form, []).append(time.perf_counter() - start)
            sizes.setdefault(job.form, []).append(len(picture.svg("screen")))
    for form, goal in (("page", 6), ("small", 6), ("moving", 25)):
        yield Row(f"{form}: {len(sizes[form])}, median", median(sizes[form]) / 1024, "KiB")
        yield Row("  largest", max(sizes[form]) / 1024, "KiB", f"<= {goal}")
        yield Row("  drawing one, median", median(spent[form]) * 1000, "ms", "" if form == "moving" else "<= 60")


def cards_set(workshop: Workshop) -> Iterable[Row]:
    """Cards a second on all cores, nothing kept from before; and how many kept ones."""
    from unslouch.cards.build import build
    from unslouch.content.load import load
    from unslouch.guide import pictures as figures
    from unslouch.guide import words
    from unslouch.guide.guide import Guide
    from unslouch.guide.options import Options
    from unslouch.tools.kept import Cache

    library = load(workshop.project / "content").library
    assert library is not None
    cache = Cache(workshop.folder / "cards")
    pictures = figures.draw(library.exercises.values(), cache, words.load("en"))
    guide = Guide(
        library, words.load("en"), pictures=pictures, options=Options(site_url="https://example.org/", cards="all")
    )
    taken = []
    for _ in range(2):
        start = time.perf_counter()
        made = build(guide, cache)
        taken.append(time.perf_counter() - start)
    count = len(library.exercises) + len(library.routines)
    pdfs = [data for path, data in made.files.items() if path.endswith(".pdf")]
    yield Row(f"cards a second, of {count} new ones ({len(pdfs)} PDFs)", count / taken[0], "/s")
    yield Row("  of kept ones", count / taken[1], "/s")
    yield Row("  a PDF, median", median(map(len, pdfs)) / 1024, "KiB")


def _compressed(data: bytes) -> int:
    return len(gzip.compress(data, compresslevel=9, mtime=0))


MEASUREMENTS: tuple[Callable[[Workshop], Iterable[Row]], ...] = (
    share_of_a_build,
    growth_of_the_library,
    size_of_the_site,
    figures_drawn,
    cards_set,
)


def main(chosen: list[str]) -> None:
    """Run the chosen measurements, or all."""
    known = {measurement.__name__: measurement for measurement in MEASUREMENTS}
    if unknown := [name for name in chosen if name not in known]:
        sys.exit(f"no measurement is called {', '.join(unknown)}; there are: {', '.join(known)}")
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop.at(Path(folder))
        for name in chosen or known:
            print(name.replace("_", " "))
            for row in known[name](workshop):
                goal = f"  (goal: {row.goal})" if row.goal else ""
                print(f"  {row.what:<52}{row.value:>10.2f} {row.unit}{goal}", flush=True)


if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    if sys.argv[1:2] == [ONE_BUILD]:
        one_build(sys.argv[2])
    else:
        main(sys.argv[1:])
