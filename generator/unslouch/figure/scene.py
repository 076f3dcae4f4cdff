"""What one picture shows: a solved pose with its camera, props and start, or the mirror image of it all."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from unslouch.figure.language import Arrow, Camera, Figure, Prop
from unslouch.figure.posture import mirrored, resolve
from unslouch.figure.settle import Settled, counterpart, settle


@dataclass(frozen=True)
class Scene:
    """Everything one picture shows."""

    pose: Settled
    camera: Camera = field(default_factory=Camera)
    highlight: tuple[str, ...] = ()
    props: tuple[Prop, ...] = ()
    start: Settled | None = None
    arrow: Arrow | None = None
    ghost: bool = True


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


def settled(figure: Figure, name: str) -> Settled:
    """A solved pose, kept for the pictures that share it. An unknown name is a KeyError."""
    return _settled(written(figure, name))


@lru_cache(maxsize=256)
def _settled(text: str) -> Settled:
    """The pose that :func:`written` wrote, solved."""
    name, poses = json.loads(text)
    posture, problems = resolve(Figure.model_validate({"poses": poses}), name)
    if posture is None:
        raise ValueError(problems[0].message)
    return settle(posture)


def _mirrored(pose: Settled) -> Settled:
    """The mirror image of a solved pose."""
    return Settled(mirrored(pose.posture), pose.skeleton.mirrored(), {})


def scene_of(figure: Figure, name: str, side: str, start: str | None, ghost: bool) -> Scene:
    """A pose of a figure as it is to be drawn; the left side is the mirror image."""
    own = figure.poses[name]

    def inherited(setting: str) -> Any:
        """A setting of the pose, of the poses it extends, else of the figure."""
        own = (getattr(figure.poses[each], setting) for each in lineage(figure, name))
        return next((value for value in own if value is not None), getattr(figure, setting))

    scene = Scene(
        settled(figure, name),
        inherited("camera"),
        inherited("highlight"),
        inherited("props"),
        settled(figure, start) if start else None,
        own.arrow or figure.arrow if start else None,
        ghost,
    )
    return scene if side == "right" else _mirror_scene(scene)


def _mirror_scene(scene: Scene) -> Scene:
    """The same picture of the other side."""
    camera = scene.camera.model_copy(update={"azimuth": -scene.camera.azimuth})
    arrow: Arrow | None = scene.arrow
    if arrow:
        arrow = arrow.model_copy(update={"follows": counterpart(arrow.follows), "right": -arrow.right})
    props = tuple(p.model_copy(update={"place": counterpart(p.place)}) if p.place else p for p in scene.props)
    return Scene(
        _mirrored(scene.pose),
        Camera.model_validate(camera.model_dump()),
        tuple(counterpart(m) for m in scene.highlight),
        props,
        _mirrored(scene.start) if scene.start else None,
        arrow,
        scene.ghost,
    )
