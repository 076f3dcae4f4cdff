"""What one picture shows: a solved pose with its camera, its props and the pose it comes from."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from unslouch.figure.language import Figure
from unslouch.figure.posture import resolve
from unslouch.figure.settle import Settled, settle
from unslouch.figure.shown import Arrow, Camera, Prop


@dataclass(frozen=True)
class Scene:
    """Everything one picture shows."""

    pose: Settled
    camera: Camera
    highlight: tuple[str, ...]
    props: tuple[Prop, ...]
    start: Settled | None
    """The pose the movement comes from: where the arrow and the ghost start."""
    arrows: tuple[Arrow, ...] | None
    """As written; nothing where what moves furthest is to be found."""


def lineage(figure: Figure, name: str) -> list[str]:
    """A pose and the poses it extends, nearest first."""
    names: list[str] = []
    current: str | None = name
    while current and current not in names:
        names.append(current)
        current = figure.poses[current].extends
    return names


def written(figure: Figure, name: str) -> str:
    """All that a pose's body depends on, as text: the same text is the same body."""
    poses = {n: figure.poses[n].model_dump(exclude_unset=True, by_alias=True) for n in lineage(figure, name)}
    return json.dumps([name, poses], sort_keys=True)


@dataclass(frozen=True)
class _Named:
    """A pose of a figure; the same as any other that is written alike."""

    text: str
    figure: Figure = field(compare=False)
    name: str = field(compare=False)


def settled(figure: Figure, name: str) -> Settled:
    """A solved pose, kept for the pictures that share it. An unknown name is a KeyError."""
    return _settled(_Named(written(figure, name), figure, name))


@lru_cache(maxsize=256)
def _settled(pose: _Named) -> Settled:
    posture, problems = resolve(pose.figure, pose.name)
    if posture is None:
        raise ValueError(problems[0].message)
    return settle(posture)


def scene_of(figure: Figure, name: str) -> Scene:
    """A pose of a figure as it is to be drawn."""
    start = figure.start_of(name)

    def inherited(setting: str) -> Any:
        """A setting of the pose, of the poses it extends, else of the figure."""
        own = (getattr(figure.poses[each], setting) for each in lineage(figure, name))
        return next((value for value in own if value is not None), getattr(figure, setting))

    return Scene(
        settled(figure, name),
        inherited("camera"),
        inherited("highlight"),
        inherited("props"),
        settled(figure, start) if start else None,
        figure.arrow if (own := figure.poses[name].arrow) is None else own,
    )
