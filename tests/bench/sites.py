"""Sites to measure: the guide's own exercises over and over, as ours, and as somebody would write them by hand."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import yaml

from tests.bench import by_hand

ROOT = Path(__file__).resolve().parents[2]

MANY = 28
"""So many exercises have all that routines use."""

_CONFIG = """\
site_name: A guide
site_url: https://example.org/guide/
docs_dir: content
theme:
  name: material
  font: false
  features: [navigation.indexes, navigation.tabs, navigation.top, search.highlight, toc.follow]
markdown_extensions: [attr_list, md_in_html, toc]
not_in_nav: |
  /exercises/*
  /routines/*
nav:
"""
_OURS = """\
  - index.md
  - exercises/
  - routines/
plugins:
  - search
  - unslouch: {cards: none, offline: false}
"""
_PLAIN = """\
  - index.md
  - Exercises:
    - exercises/index.md
    - By part of the body:
AREAS
    - By kind:
CATEGORIES
  - Routines: routines/index.md
plugins: [search]
"""


def ours(folder: Path, count: int, *, posed: bool = False) -> Path:
    """A project of ``count`` exercises without cards; without pictures too, unless ``posed``."""
    content = _emptied(folder) / "content"
    for name, text in _multiplied(count, posed=posed):
        _write(content / f"exercises/{name}.yml", text)
    there = {path.stem for path in (content / "exercises").glob("*.yml")}
    named = re.compile("|".join(rf"\b{path.stem}\b" for path in (ROOT / "content/exercises").glob("*.yml")))
    for path in (ROOT / "content/routines").glob("*.yml"):
        text = path.read_text("utf-8")
        if set(named.findall(text)) <= there and (count >= MANY or "\nweek:" not in text):
            _write(content / "routines" / path.name, text)
    shutil.copy(ROOT / "content/safety.yml", content)
    _write(content / "index.md", "# A guide\n\n<!-- unslouch:routines -->\n")
    _linked(content)
    _write(folder / "mkdocs.yml", _CONFIG + _OURS)
    return folder


def plain(folder: Path, count: int) -> Path:
    """The same facts in Markdown as it is written by hand, for MkDocs Material alone."""
    content = _emptied(folder) / "content"
    groups: dict[str, list[str]] = {}
    entries = {name: yaml.load(text, yaml.CSafeLoader) for name, text in _multiplied(count, posed=False)}
    names = {id: one["name"] for id, one in entries.items()}
    for name, exercise in entries.items():
        _write(content / f"exercises/{name}.md", by_hand.page(name, exercise, names))
        row = f"- [{exercise['name']}](%s{name}.md): {by_hand.dose(exercise)}. " + ", ".join(
            exercise[key] for key in ("category", "position")
        )
        for group in (*exercise["areas"], exercise["category"]):
            groups.setdefault(group, []).append(row % "../")
        groups.setdefault("", []).append(row % "")
    for group, rows in groups.items():
        place = by_hand.place(group) if group else "index.md"
        title = group.capitalize() or "Exercises"
        _write(content / "exercises" / place, f"# {title}\n\n" + "\n".join(rows) + "\n")
    _write(content / "routines/index.md", "# Routines\n\n")
    for path in (ROOT / "content/routines").glob("*.yml"):
        _write(
            content / f"routines/{path.stem}.md", f"# {yaml.load(path.read_text('utf-8'), yaml.CSafeLoader)['name']}\n"
        )
    _write(content / "index.md", "# A guide\n")
    _linked(content)
    nav = _PLAIN
    for key, named in (
        ("AREAS", {one for entry in entries.values() for one in entry["areas"]}),
        ("CATEGORIES", {entry["category"] for entry in entries.values()}),
    ):
        nav = nav.replace(key, "\n".join(f"      - exercises/{by_hand.place(group)}" for group in sorted(named)))
    _write(folder / "mkdocs.yml", _CONFIG + nav)
    return folder


def _linked(content: Path) -> None:
    """Pages that exercises link to."""
    for path in (ROOT / "content").glob("*.md"):
        if path.stem not in ("index", "safety"):
            _write(content / path.name, f"# {path.stem.capitalize()}\n")


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _multiplied(count: int, *, posed: bool) -> Iterable[tuple[str, str]]:
    """``count`` exercises: the guide's own, each round under ids and names of its own, related to their like."""
    originals = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "content/exercises").glob("*.yml"))}
    ids = re.compile("|".join(rf"\b{id}\b" for id in originals))
    names = list(originals)
    places = {id: number for number, id in enumerate(names)}
    for number in range(count):
        around, index = divmod(number, len(names))
        text = originals[names[index]]
        known = {id for id in names if around * len(names) + places[id] < count}
        mark = f"-{around}" if around else ""
        related = re.compile(r"^related: (.*)$", re.M).search(text)
        if related:
            there = ", ".join(id + mark for id in ids.findall(related[1]) if id in known)
            text = text.replace(related[0], f"related: [{there}]")
        if len(known) < len(names):
            text = re.sub(r"^easier_first: .*$|^progress:\n(?:  .*\n)+", "", text, flags=re.M)
        if around:
            text = re.sub(r"^name: (.*)$", rf"name: \1 {around}", text, flags=re.M)
            text = re.sub(r"^aliases: .*\n", "", text, flags=re.M)
        if not posed:
            text = re.sub(r"^ +(- )?figure: .*\n", "", text.partition("\nfigure:")[0] + "\n", flags=re.M)
            text = re.sub(r"^ +easier_drops: .*\n|,? ?easier_drops: \[.*?\]", "", text, flags=re.M)  # poses show it
        yield (f"{names[index]}-{around}" if around else names[index]), text
