"""What one picture shows: a solved pose with its camera, its props and the pose it comes from."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from unslouch.figure.kinds import SURFACES_OF, UPRIGHT
from unslouch.figure.language import Figure
from unslouch.figure.names import Gaze
from unslouch.figure.posture import Posture, resolve
from unslouch.figure.settle import Settled, settle
from unslouch.figure.shown import Arrow, Camera, Prop
from unslouch.figure.things import STANDING, Thing, uses


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
    gaze: Gaze = "ahead"


class _Itself:
    """A figure that is alike to nothing but itself: it never changes, and comparing it takes longer than what it is for."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure

    def __hash__(self) -> int:
        return id(self.figure)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.figure is self.figure


@lru_cache(maxsize=64)
def _postures(itself: _Itself) -> dict[str, Posture]:
    """The poses of a figure that can be put together, by name."""
    figure = itself.figure
    return {name: posture for name in figure.poses if (posture := resolve(figure, name)[0])}


def lineage(figure: Figure, name: str) -> list[str]:
    """A pose and the poses it extends, nearest first."""
    names: list[str] = []
    current: str | None = name
    while current and current not in names:
        names.append(current)
        current = figure.poses[current].extends
    return names


def written(figure: Figure, name: str) -> str:
    """All that a pose's body and what stands about it depend on, as text: the same text is the same of both."""
    names = {
        n
        for sharing in (name, *(s for f in _families(figure, name).values() for s in f))
        for n in lineage(figure, sharing)
    }
    poses = {n: figure.poses[n].model_dump(exclude_unset=True, by_alias=True) for n in names}
    return json.dumps([name, figure.person, [prop.model_dump() for prop in figure.props], poses], sort_keys=True)


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
    families = _families(pose.figure, pose.name)
    return settle(posture, {prop: _standing(prop, pose.figure, names) for prop, names in families.items()})


def _standing(prop: Prop, figure: Figure, names: tuple[str, ...]) -> Thing:
    """The one place that a thing has in some poses: where those have it that touch it, a wall beyond them all."""
    itself = _Itself(figure)
    postures = {name: posture for name in names if (posture := _postures(itself).get(name))}
    users = [name for name, posture in postures.items() if uses(posture, prop.kind)] or [*postures]
    if SURFACES_OF[prop.kind][0] not in UPRIGHT:
        return _alone(itself, users[0]).things[prop]
    return max((_alone(itself, one).things[prop] for one in users), key=lambda thing: -float(thing.place @ thing.front))


@lru_cache(maxsize=64)
def _alone(itself: _Itself, name: str) -> Settled:
    """A pose with the things where it has them by itself: each of the poses that share one asks for all of them."""
    return settle(_postures(itself)[name])


def _families(figure: Figure, name: str) -> dict[Prop, tuple[str, ...]]:
    """For each thing that stands in a pose, the poses that have it too, when there are others.

    They must be about the same place: by the same anchor, or else in the same base.
    """
    postures = _postures(_Itself(figure))
    own = postures.get(name)
    if own is None or not any(prop.kind in STANDING for prop in own.props):
        return {}
    families = {
        prop: tuple(n for n, p in postures.items() if prop in p.props and _place_of(p) == _place_of(own))
        for prop in own.props
        if prop.kind in STANDING
    }
    return {prop: names for prop, names in families.items() if len(names) > 1}


def _place_of(posture: Posture) -> tuple[str, float]:
    """What a pose's places are counted from."""
    return posture.anchor or posture.base, posture.moves.get("turn", 0.0)


def scene_of(figure: Figure, name: str) -> Scene:
    """A pose of a figure as it is to be drawn."""
    start = figure.start_of(name)

    def inherited(setting: str) -> Any:
        """A setting of the pose, of the poses it extends, else of the figure."""
        own = (getattr(figure.poses[each], setting) for each in lineage(figure, name))
        return next((value for value in own if value is not None), getattr(figure, setting))

    pose = settled(figure, name)
    return Scene(
        pose,
        inherited("camera"),
        inherited("highlight"),
        pose.posture.props,
        settled(figure, start) if start else None,
        figure.arrow if (own := figure.poses[name].arrow) is None else own,
        inherited("gaze"),
    )
