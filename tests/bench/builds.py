"""Builds of sites of several sizes, ours beside plain MkDocs and Zensical: time, memory, and what a reader is sent."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from statistics import median

from tests.bench import live
from tests.bench.measuring import Bench, Row, middle, mkdocs, zensical


def builds(bench: Bench) -> Iterable[Row]:
    """Cold and warm, without pictures and cards; ``plain`` is the same facts in Markdown written by hand."""
    for count in bench.counts:
        times = bench.times if count < 1000 else 1
        plain = middle([mkdocs(bench.project("plain", count)) for _ in range(times)])
        cold = middle([mkdocs(bench.project("ours", count)) for _ in range(times)])
        warm = mkdocs(bench.project("ours", count), cold=False)
        yield Row(f"plain MkDocs, {count} exercises", plain.seconds, "s")
        yield Row("  memory", plain.peak, "MB")
        if other := zensical(bench.project("plain", count)):
            yield Row("  Zensical, the same", other.seconds, "s", other.seconds / plain.seconds)
        mkdocs(bench.project("plain", count))  # for the weight of its pages, which Zensical has replaced
        yield Row("ours, cold", cold.seconds, "s", cold.seconds / plain.seconds)
        yield Row("  memory", cold.peak, "MB", cold.peak / plain.peak)
        yield Row("ours, warm", warm.seconds, "s", warm.seconds / plain.seconds)


def edits(bench: Bench) -> Iterable[Row]:
    """A word of one exercise while the site is served: what it takes, and when it is seen."""
    for count in bench.counts[:2]:
        plain = live.edit(bench.project("plain", count), "md", bench.times)
        ours = live.edit(bench.project("ours", count), "yml", bench.times)
        yield Row(f"an edit, plain MkDocs, {count} exercises", plain.seconds, "s")
        yield Row("  seen after", plain.seen, "s")
        yield Row("an edit, ours", ours.seconds, "s", ours.seconds / plain.seconds)
        yield Row("  seen after", ours.seen, "s", ours.seen / plain.seen)
    yield Row("the guide itself: first page after", live.first_look(bench.guide(drawn=False)), "s")
    guide = live.edit(bench.guide(drawn=True), "yml", bench.times)
    yield Row("  an edit", guide.seconds, "s")
    yield Row("  seen after", guide.seen, "s")


def weights(bench: Bench) -> Iterable[Row]:
    """What a browser is sent of an exercise, and of the search."""
    count = bench.counts[1]
    pages, search = {}, {}
    for kind in ("plain", "ours"):
        site = bench.project(kind, count) / "site"
        if not site.is_dir():
            mkdocs(site.parent)
        pages[kind] = [path.read_bytes() for path in sorted(site.glob("exercises/*/index.html"))]
        search[kind] = (site / "search/search_index.json").stat().st_size
    for what, size in (("HTML of an exercise", len), ("  compressed", _compressed)):
        plain, ours = (median(map(size, pages[kind])) / 1024 for kind in ("plain", "ours"))
        yield Row(f"{what}, plain", plain, "KiB")
        yield Row(f"{what}, ours", ours, "KiB", ours / plain)
    yield Row(f"search data, {count} exercises", search["ours"] / 1e6, "MB", search["ours"] / search["plain"])


def _compressed(data: bytes) -> int:
    return len(gzip.compress(data, compresslevel=9, mtime=0))
