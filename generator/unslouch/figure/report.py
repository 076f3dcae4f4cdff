"""What came of a pose, in numbers and warnings: for an author, or a program, that does not look at the picture.

What is here is allowed. What a body cannot do is found in :mod:`check`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from unslouch.figure import balance, possible
from unslouch.figure.arrow import wanted
from unslouch.figure.body import CENTIMETRES_PER_UNIT
from unslouch.figure.compose import close_up
from unslouch.figure.contact import contacts
from unslouch.figure.depth import bounds, camera
from unslouch.figure.flesh import flesh
from unslouch.figure.language import Figure, Path, PoseProblem
from unslouch.figure.measure import joints
from unslouch.figure.parts import PARTS
from unslouch.figure.scene import Scene, lineage, scene_of
from unslouch.figure.seen import share_seen, shares_seen
from unslouch.figure.settle import Settled
from unslouch.figure.turning import way_of_turn
from unslouch.tools import kept
from unslouch.tools.kept import Cache

LEAST_CHANGE = 0.06
"""The share of the size of the body, or of what a close-up shows, that the part which moves most has to move in the picture, with its arrow: 6 of 96
pixels. Of the poses that were drawn for this package, those below it look like one picture printed twice."""


LEAST_SEEN = 0.12
"""The share of the working muscles that the picture of a movement has to show. At 0.16 a line of red is left."""
AZIMUTHS = range(0, 360, 15)
"""Where a better camera is looked for."""


@dataclass(frozen=True)
class Touching:
    """A part that lies on something, and how many centimetres it is off it on a person of 170 cm."""

    part: str
    on: str
    gap_cm: float


@dataclass(frozen=True)
class Report:
    """One pose after solving."""

    joints: Mapping[str, Mapping[str, float]]
    """Degrees by joint (``right hip``) and movement (``flexion``)."""
    contacts: tuple[Touching, ...]
    highlight_seen: float | None
    """The share of the working muscles that the picture shows, 0 to 1; nothing where none is highlighted."""


def report(figure: Figure, name: str) -> Report:
    """The pose called ``name``. One that cannot be put together is a ValueError, as it is to :func:`figure.draw`."""
    scene = scene_of(figure, name)
    return Report(joints_of(scene.pose), contacts_of(scene.pose), share_seen(scene))


def joints_of(pose: Settled) -> dict[str, dict[str, float]]:
    """Every joint's angles, in degrees."""
    return {
        joint: {movement: round(degrees, 1) + 0.0 for movement, degrees in angles.items()}  # no -0
        for joint, angles in joints(pose.skeleton).items()
    }


def contacts_of(pose: Settled) -> tuple[Touching, ...]:
    """Every part that lies on something, and how far it is off it."""
    return tuple(Touching(c.part, c.on, _centimetres(c.gap)) for c in contacts(pose))


def _centimetres(units: float) -> float:
    return round(units * CENTIMETRES_PER_UNIT, 1)


def warnings(figure: Figure, name: str) -> list[PoseProblem]:
    """What a reader of a pose's picture would miss."""
    scene = scene_of(figure, name)
    return [*balance.sways(scene.pose, ("poses", name)), *_alike(figure, name, scene), *_hidden(figure, name, scene)]


_WARNINGS = TypeAdapter(list[PoseProblem])


def all_warnings(figure: Figure, cache: Cache) -> list[PoseProblem]:
    """The warnings about all poses of a figure in which nothing is wrong: found once, and kept."""
    key = possible.key(figure)
    return kept.kept(cache, "warnings", {key: figure}, _of_all, _WARNINGS)[key]


def are_kept(figure: Figure, cache: Cache) -> bool:
    """Whether they were found before."""
    return cache.has("warnings", [possible.key(figure)])


def _of_all(figure: Figure) -> list[PoseProblem]:
    return list(dict.fromkeys(one for name in figure.poses for one in warnings(figure, name)))


def _alike(figure: Figure, name: str, scene: Scene) -> list[PoseProblem]:
    """A pose that looks like the one it comes from."""
    start = figure.start_of(name)
    if scene.start is None or change(scene) >= LEAST_CHANGE:
        return []
    path: Path = ("poses", name)
    hint = "turn the camera so that the movement is seen from its side, move further, or let an `arrow` follow it"
    return [PoseProblem(path, f"`{name}` and `{start}`, where it comes from, can hardly be told apart", hint)]


def _hidden(figure: Figure, name: str, scene: Scene) -> list[PoseProblem]:
    """A picture that hides its own working muscles; one that only begins a movement may."""
    if scene.start is None and any(figure.start_of(other) == name for other in figure.poses):
        return []
    seen = share_seen(scene)
    if seen is None or seen >= LEAST_SEEN:
        return []
    message = f"the picture of `{name}` shows {seen:.0%} of the muscles that are highlighted"
    return [PoseProblem(_highlight(figure, name), message, _better(scene))]


def _highlight(figure: Figure, name: str) -> Path:
    """Where a pose's highlight is written."""
    poses = (each for each in lineage(figure, name) if figure.poses[each].highlight is not None)
    return next((("poses", each, "highlight") for each in poses), ("highlight",))


def _better(scene: Scene) -> str:
    """The camera that shows most of the working muscles."""
    cameras = [scene.camera.model_copy(update={"azimuth": float(azimuth)}) for azimuth in AZIMUTHS]
    shares = shares_seen(scene, cameras)
    if max(shares) < LEAST_SEEN:
        return "no camera at this height shows more; raise its `elevation`, or leave `highlight` out"
    return f"write `azimuth: {AZIMUTHS[shares.index(max(shares))]}`, from where {max(shares):.0%} are seen"


def change(scene: Scene) -> float:
    """How much is seen to move from a scene's start: the way of what moves most, and of its arrow, by the picture's size."""
    assert scene.start is not None, "a movement has a start"
    view = camera(scene.camera.azimuth, scene.camera.elevation)
    near = close_up(scene, view)
    boxes = [near[0]] if near else [bounds(flesh(pose.skeleton), view) for pose in (scene.start, scene.pose)]
    size = max(max(box.width, box.height) for box in boxes)
    moved = {part: _seen_way(scene.start, scene.pose, part, view) for part in PARTS}
    followed = [
        moved[arrow.follows] if arrow.follows else way_of_turn(arrow.turns or "", scene.start, scene.pose)
        for arrow in wanted(scene, view)
    ]
    return (max(moved.values()) + max(followed, default=0.0)) / size


def _seen_way(start: Settled, end: Settled, part: str, view: Any) -> float:
    """From where a part begins to where it ends, in the picture plane."""
    return float(np.linalg.norm(((end.part(part) - start.part(part)) @ view.T)[:2]))
