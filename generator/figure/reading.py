"""The value of ``figure:`` as a model, or what is wrong with its form, in our words. Never raises at authors."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.figure.joints import Ankle, Ball, Forearm, Hinge, Spine
from generator.figure.spec import (
    Arrow,
    Camera,
    Figure,
    FootPlacement,
    HandPlacement,
    Path,
    Place,
    Pose,
    PoseProblem,
    Prop,
    Shift,
)


def parse(written: Any) -> tuple[Figure | None, list[PoseProblem]]:
    """The value of ``figure:`` as a model, or what is wrong with its form."""
    if not isinstance(written, Mapping):
        return None, [PoseProblem((), "a figure is a mapping with `poses`")]
    try:
        return Figure.model_validate(written), []
    except ValidationError as error:
        problems = [_problem(e) for e in error.errors(include_url=False)]
        return None, list(dict.fromkeys(problems))


def _closest(word: Any, candidates: list[str]) -> str:
    found = difflib.get_close_matches(
        str(word).lower().replace("_", " "), [c.replace("_", " ") for c in candidates], n=1
    )
    return next((c for c in candidates if found and c.replace("_", " ") == found[0]), "")


def _number_hint(text: str) -> str:
    """How to write a text that was meant as a number."""
    try:
        return f"write {float(text):g}: YAML takes `{text}` for text" if text.strip() else ""
    except ValueError:
        return "angles are degrees, lengths percent of body height"


def _model_at(path: Path) -> type[BaseModel]:
    """The model that a key at ``path`` belongs to, so that a near miss can be named."""
    if len(path) < 2:
        return Figure
    if path[0] == "poses":
        if len(path) <= 3:
            return Pose
        path = path[2:]
    part = str(path[0]).removeprefix("left_").removeprefix("right_").rstrip("s")
    known = {"hip": Ball, "shoulder": Ball, "knee": Hinge, "elbow": Hinge, "wrist": Hinge, "ankle": Ankle}
    known |= {"forearm": Forearm, "trunk": Spine, "neck": Spine, "foot": FootPlacement, "feet": FootPlacement}
    known |= {"hand": HandPlacement, "shift": Shift, "camera": Camera, "arrow": Arrow, "prop": Prop}
    return Place if path[-2:-1] == ("at",) else known.get(part, Pose)


def _problem(error: Any) -> PoseProblem:
    """One of pydantic's findings in our words."""
    path: Path = tuple(p for p in error["loc"] if p != "[key]")
    kind, value = error["type"], error.get("input")
    if kind == "extra_forbidden":
        model = _model_at(path)
        keys = [f.alias or n for n, f in model.model_fields.items()]
        near = _closest(path[-1], keys)
        hint = f"did you mean `{near}`?" if near else f"known here: {', '.join(keys)}"
        what = "a joint or setting of a pose" if model is Pose else "known here"
        return PoseProblem(path, f"`{path[-1]}` is not {what}", hint)
    if kind == "invalid_key":
        return PoseProblem(path, f"a key is {path[-1]!r}", "YAML reads on, off, yes and no as true and false")
    if kind in ("float_type", "float_parsing"):
        hint = _number_hint(value) if isinstance(value, str) else ""
        return PoseProblem(
            path, f"a number is meant, not {'the text ' if isinstance(value, str) else ''}`{value}`", hint
        )
    if kind == "literal_error":
        options = error["ctx"]["expected"].replace("' or '", "', '").strip("'").split("', '")
        near = _closest(value, options)
        hint = f"did you mean `{near}`?" if near else f"one of: {', '.join(options[:24])}"
        return PoseProblem(path, f"`{value}` is not known here", hint)
    if kind == "missing":
        return PoseProblem(path[:-1], f"`{path[-1]}` is missing")
    if kind == "string_pattern_mismatch":
        return PoseProblem(path, f"`{value}` is not a name in kebab-case", "use a-z, 0-9 and hyphens")
    return PoseProblem(path, error["msg"].removeprefix("Value error, ").removeprefix("Input "))
