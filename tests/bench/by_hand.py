"""What a page of ours says, as somebody would write it by hand in plain Markdown: the same facts in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from unslouch.content.vocabulary import MUSCLES
from unslouch.guide import words

Exercise: TypeAlias = Mapping[str, Any]

_CONTENT = Path(__file__).resolve().parents[2] / "content"
_WORDS = words.load("en")
_STOP = [one["text"] for one in yaml.load((_CONTENT / "safety.yml").read_text("utf-8"), yaml.CSafeLoader)["stop_rule"]]
_ROUTINES = {
    path.stem: yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    for path in sorted((_CONTENT / "routines").glob("*.yml"))
}


def dose(exercise: Exercise) -> str:
    """How much, in one line."""
    return ", ".join(f"{value} {key}" for key, value in exercise["dose"].items() if key != "source")


def page(name: str, exercise: Exercise, names: Mapping[str, str]) -> str:
    """A page; ``names`` are those of all exercises by their ids."""
    cited = _Cited(exercise)
    muscles = exercise["muscles"]
    parts = [
        f'---\ntitle: {exercise["name"]}\ndescription: "{exercise["summary"]}"\n---\n\n# {exercise["name"]}\n\n',
        f"**{dose(exercise)}**\n\n{exercise['summary']}\n\n",
        _listed("Take care", map(cited.said, exercise.get("cautions", []))),
        "Ask first if you have a heart condition or high blood pressure, feel dizzy or newly short of breath, are "
        "pregnant or just had a baby, have very bendy joints, had surgery, or are under 16.\n\n"
        "[Pain, numbness, surgery? Check first](../index.md)\n\n## How to do it\n\n",
        "".join(f"{number}. {_text(step)}\n" for number, step in enumerate(exercise["steps"], 1)),
        "\nThe steps are for your right side. Then change sides and do the same with your left side.\n\n"
        if exercise["laterality"] == "unilateral"
        else "\n",
        *(_section(key, exercise) for key in ("feel", "breathing")),
        _listed("When to stop", _STOP),
        "[When not to exercise, and when to get help](../index.md)\n\n",
        _listed("Common mistakes", map(cited.said, exercise.get("mistakes", []))),
        *(_section(key, exercise) for key in ("easier", "harder")),
        _listed("Goes well with", (f"[{names[id]}]({id}.md)" for id in exercise.get("related", []) if id in names)),
        _listed("Routines with this exercise", _routines(name)),
        _listed(
            "At a glance",
            (
                f"**How much:** {dose(exercise)}{cited.numbers(exercise['dose'])}",
                *(f"Also called: {', '.join(exercise['aliases'])}" for _ in [1] if exercise.get("aliases")),
                *_muscles("Main muscles", muscles["primary"]),
                *_muscles("Also used", muscles.get("secondary", [])),
                *(f"**{key.capitalize()}:** {exercise.get(key)}" for key in ("position", "laterality", "level")),
                *(f"**{key}:** {', '.join(exercise.get(key, []))}" for key in ("equipment", "optional_equipment")),
                *(f"[{group.capitalize()}]({place(group)})" for group in (exercise["category"], *exercise["areas"])),
            ),
        ),
        "## Sources\n\n",
        "".join(f"{number}. [{source['title']}]({source['url']})\n" for number, source in enumerate(cited.sources, 1)),
        f"\n{exercise.get('sources_note', '')}\n\nWhat has no number is common knowledge in exercise teaching.\n\nNo doctor or "
        "physiotherapist has reviewed these pages yet. We wrote them from public sources, which each page names.\n",
    ]
    return "".join(parts)


def place(group: str) -> str:
    """Where a group's list stands, from a page of an exercise."""
    return f"groups/{group.replace(' ', '-')}.md"


class _Cited:
    """The sources of an exercise by number."""

    def __init__(self, exercise: Exercise) -> None:
        self.sources: list[Exercise] = exercise.get("sources", [])
        self._numbers = {source.get("id"): number for number, source in enumerate(self.sources, 1)}

    def said(self, one: Any) -> str:
        """A statement with the numbers of its sources."""
        return _text(one) + self.numbers(one)

    def numbers(self, one: Any) -> str:
        named = one.get("source", []) if isinstance(one, dict) else []
        named = [named] if isinstance(named, str) else named
        return "".join(f" [{self._numbers[id]}](#sources)" for id in named if id in self._numbers)


def _text(one: Any) -> str:
    text = one["text"] if isinstance(one, dict) else str(one)
    return text.replace("{side}", "right").replace("{other_side}", "left").replace("(../leg-pain.md)", "(../index.md)")


def _section(key: str, exercise: Exercise) -> str:
    return f"## {key.capitalize()}\n\n{_text(exercise[key])}\n\n" if key in exercise else ""


def _listed(title: str, rows: Iterable[str]) -> str:
    rows = list(rows)
    return f"## {title}\n\n" + "".join(f"- {row}\n" for row in rows) + "\n" if rows else ""


def _muscles(title: str, muscles: list[str]) -> Iterable[str]:
    if muscles:
        latin = ", ".join(name for muscle in muscles for name in MUSCLES.get(muscle, ()))
        yield f"**{title}:** {', '.join(map(_WORDS.term, muscles))} *{latin}*"


def _routines(name: str) -> Iterable[str]:
    return (f"[{one['name']}](../routines/{id}.md)" for id, one in _ROUTINES.items() if name in str(one))
