"""A whole site of hostile texts, as MkDocs builds it with the extensions that sites commonly turn on."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

from tests.helpers import CONTENT, Built, build, data_of, share_cache
from tests.hostile.fields import ROUNDS, attacked, payload
from unslouch.cards import engine
from unslouch.content import files, review
from unslouch.content.load import load
from unslouch.content.model import LONGEST_NOTE
from unslouch.tools.kept import Cache

EXTENSIONS: list[Any] = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta", "sane_lists", "smarty", "tables",
    {"toc": {"permalink": True}}, "wikilinks", "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.blocks.html", "pymdownx.caret",
    "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys",
    "pymdownx.magiclink", "pymdownx.mark", "pymdownx.smartsymbols", "pymdownx.snippets", "pymdownx.superfences",
    {"pymdownx.tabbed": {"alternate_style": True}}, {"pymdownx.tasklist": {"custom_checkbox": True}}, "pymdownx.tilde",
]  # fmt: skip
NAMES = [next(iter(one)) if isinstance(one, dict) else one for one in EXTENSIONS]
MARKERS = (
    "ask-first", "check-first", "clinical-review", "disclaimer", "exercises", "red-flags", "routines", "safety-review",
    "safety-sources", "stop-rule",
)  # fmt: skip
"""Of hand-written pages: those that show what an author wrote."""
_UNDRAWN = ("figure", "images", "video")
_EXERCISE = "exercises/crossed-stretch.yml"


def documents() -> dict[str, dict[str, Any]]:
    """Every file of the site as data, by its path: an exercise for each round of payloads, routines, a week, and all else."""
    review = {"on": datetime.date(2026, 11, 2), "due": datetime.date(2126, 11, 2), "words": "0" * 12}
    whole = data_of(CONTENT / _EXERCISE) | {"reviews": [review], "video": {}, "related": ["e1"], "equipment": ["rope"]}
    whole |= {"progress": {"then": "harder"}, "easier_first": ["easier"], "areas": ["jaw", "hip"]}
    whole["dose"] = whole["dose"] | {"unit": "x", "reps": 3}
    bare = {key: value for key, value in whole.items() if key not in _UNDRAWN}
    bare |= {"steps": ["x", "x"], "related": ["e0"]}
    ids = [f"e{number}" for number in range(ROUNDS)]
    made = {
        f"exercises/{id}.yml": attacked("exercise", bare if number else whole, number) for number, id in enumerate(ids)
    }
    safety = data_of(CONTENT / "safety.yml") | {"reviews": [review], "review_line": "x"}
    made["safety.yml"] = attacked("safety", safety, 0)
    source = {"id": "book"}
    items = [{"exercise": id, "notes": {"source": "book"}, "dose": {"reps": 3, "hold": "none"}} for id in ids]
    blocks = [{"exercises": items[:2], "notes": {}}, {"choose": 2, "exercises": items[2:6], "notes": {}}]
    routine = {"blocks": blocks, "sources": [source], "reviews": [review], "notes": {}}
    for number in range(ROUNDS):
        made[f"routines/r{number}.yml"] = attacked("routine", routine, number)
        for block in made[f"routines/r{number}.yml"]["blocks"]:
            for item in block["exercises"]:  # the room of a note is in no schema
                item["notes"]["text"] = payload(number, {"maxLength": LONGEST_NOTE})
    week = {"week": {"monday": ["r0"], "friday": ["r1", "r2"]}, "sources": [source], "notes": {}}
    made["routines/week.yml"] = attacked("routine", week, 3)
    made["vocabulary.yml"] = attacked(
        "vocabulary", {"equipment": {"rope": {}}, "areas": {"jaw": {}}, "muscles": {"x": {}}}, 5
    )
    return made


def write(folder: Path) -> None:
    """Put the files below ``folder``; reviews are of what they say, so that they are shown."""
    for path, data in documents().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    (folder / "images").mkdir()
    shutil.copy(CONTENT / "images/crossed.svg", folder / "images")
    markers = "\n\n".join(f"<!-- unslouch:{name} -->" for name in MARKERS)
    (folder / "index.md").write_text(f"# Home\n\n{markers}\n", encoding="utf-8")
    reading = load(files.on_disk(folder), cache=Cache(None))
    assert reading.library, "\n".join(f"{one.file}:{one.line} {one.message[:200]}" for one in reading.errors[:9])
    library = reading.library
    entries = {one.file: one for one in (*library.exercises.values(), *library.routines.values())}
    for path, entry in [*entries.items(), ("safety.yml", library.safety)]:
        text = (folder / path).read_text(encoding="utf-8")
        (folder / path).write_text(text.replace("0" * 12, review.fingerprint(entry, "whole")), encoding="utf-8")


def site(folder: Path, *, content_policy: bool) -> Built:
    """Build it in ``folder``, with the theme as it comes. Cards are not measured: no hostile text fits."""
    if not (folder / "content").exists():
        write(folder / "content")
        share_cache(folder)
    config = {
        "site_name": "A guide",
        "site_url": "https://example.org/guide/",
        "docs_dir": "content",
        "theme": {
            "name": "material",
            "font": False,
            "features": ["search.highlight", "navigation.indexes", "toc.follow"],
        },
        "plugins": ["search", {"unslouch": {"content_policy": content_policy, "offline": False}}],
        "markdown_extensions": EXTENSIONS,
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    nothing = mock.patch.multiple(engine, missing=lambda: "not now", installed=lambda: "")
    with nothing, mock.patch("unslouch.cards.preview.pictures", return_value={}):
        return build(folder, "--site-dir", str(folder / ("kept" if content_policy else "open")))
