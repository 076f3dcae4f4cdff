"""What authors are shown of the pose language: every joint movement, base, key and thing as a drawn example.

The page "How the figures are drawn" is made of these; each example is a pose like an author's own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from unslouch.fields import kebab_case
from unslouch.figure import Figure, Form
from unslouch.figure.angles import OPPOSITES
from unslouch.figure.limits import RANGES
from unslouch.figure.muscles import MUSCLES
from unslouch.figure.names import BASE_NAMES
from unslouch.figure.people import STANDARD
from unslouch.guide.guide import Guide, View
from unslouch.guide.words import Words
from unslouch.pages.figure_keys import GROUPS, Group, described
from unslouch.pages.figure_places import places
from unslouch.pages.figure_things import things

_ASIDE = {"azimuth": 66, "elevation": 8}
"""Where a whole body is seen from: its side, and a little of its front."""
SHARE = 0.7
"""Of a joint's usual range an example shows this much: clearly moved, and not at the end."""
_FRONT, _SIDE, _ASLANT = 0, 90, 40
_CAMERA = {
    ("hip", "abduction"): _FRONT,
    ("hip", "rotation"): _FRONT,
    ("ankle", "inversion"): _FRONT,
    ("shoulder", "abduction"): _FRONT,
    ("shoulder", "rotation"): _ASLANT,
    ("forearm", "pronation"): _ASLANT,
    ("scapula", "elevation"): _FRONT,
    ("trunk", "side_bend"): _FRONT,
    ("trunk", "rotation"): _ASLANT,
    ("neck", "side_bend"): _FRONT,
    ("neck", "rotation"): _ASLANT,
}
"""Degrees from the front at which a movement shows best; from the right side where nothing is said."""
_BENT: dict[tuple[str, str], dict[str, Any]] = {
    ("hip", "rotation"): {"base": "sitting", "left_hip": {"flexion": 90, "abduction": 30}},
    ("trunk", "side_bend"): {"shoulders": {"abduction": 30}},
    ("shoulder", "rotation"): {"right_elbow": 90},
    ("forearm", "pronation"): {"right_elbow": 90},
    ("wrist", "radial_deviation"): {"right_elbow": 90},
    ("wrist", "flexion"): {"right_elbow": 90, "right_forearm": {"pronation": 60}},
}
"""What else a pose needs for the movement to be seen."""
_OUT_OF_THE_WAY = {"hip: adduction": {"flexion": 20}, "shoulder: adduction": {"flexion": 50}}
"""A second angle of the joint itself, without which the limb would go through the body."""
_MIDDLE = ("trunk", "neck", "pelvis")
_SIGNED = ("side_bend", "rotation")
"""Sideways movements of joints in the middle have one word, and a sign."""
_CLOSE_UP = {"ankle": "right foot", "forearm": "right hand", "wrist": "right hand", "neck": "head"}
"""Joints whose movement is small beside the body: what the picture shows of it."""


@dataclass(frozen=True)
class Example:
    """One drawn example: the pose's name, its title, and what an author writes for it."""

    pose: str
    title: str
    written: str
    usual: int = 0
    """Degrees that an adult usually reaches; 0 for a base."""
    most: int = 0
    """Degrees at which a pose is refused."""
    about: str = ""
    """What it does, in a sentence."""


@dataclass(frozen=True)
class Examples:
    """The examples, to be drawn like an exercise."""

    figure: Figure
    joints: tuple[Example, ...]
    bases: tuple[Example, ...]
    keys: tuple[tuple[str, tuple[Example, ...]], ...]
    """By the heading of their group."""
    places: tuple[Example, ...]
    """Of the body, for hands and feet."""
    things: tuple[Example, ...]
    id: str = "guide.examples"
    """With a dot, which no exercise's id has."""
    forms: tuple[Form, ...] = ("page",)


MUSCLE_NAMES = tuple(MUSCLES)
"""Muscles to highlight; both sides where none is said."""


@cache
def examples(words: Words) -> Examples:
    """Every movement either way, every base, every key, every place of the body and every thing."""
    poses: dict[str, dict[str, Any]] = {}
    joints = tuple(_joints(poses, words))
    bases = []
    for base in BASE_NAMES:
        poses[f"base-{base}"] = {"base": base, "camera": _ASIDE}
        bases.append(Example(f"base-{base}", base, f"base: {base}"))
    keys = tuple((group.title, tuple(_keys(group, poses))) for group in GROUPS)
    touched = tuple(_shown("place", title, pose, poses) for title, pose in places().items())
    beside = tuple(_shown("thing", title, pose, poses) for title, pose in things().items())
    figure = Figure.model_validate({"person": STANDARD, "poses": poses})
    return Examples(figure, joints, tuple(bases), keys, touched, beside)


def _keys(group: Group, poses: dict[str, dict[str, Any]]) -> Iterator[Example]:
    for key, pose in group.poses.items():
        name = kebab_case(f"key {group.title} {key}")
        poses[name] = {**pose, "camera": _seen_from(pose)}
        yield Example(name, key, _as_written(pose), about=described(group.models, key))


def _shown(what: str, title: str, pose: dict[str, Any], poses: dict[str, dict[str, Any]]) -> Example:
    name = kebab_case(f"{what} {title}")
    poses[name] = {**pose, "camera": _seen_from(pose)}
    return Example(name, title, _as_written({key: value for key, value in pose.items() if key != "camera"}))


def _seen_from(pose: dict[str, Any]) -> dict[str, Any]:
    camera = pose.get("camera", {})
    return camera if "view" in camera else _ASIDE | camera


def _as_written(pose: dict[str, Any]) -> str:
    """A pose as an author writes it on one line."""
    return json.dumps(pose).replace('"', "")[1:-1]


def picture(example: Example, guide: Guide) -> list[View]:
    """One of the examples as a page shows it: a list of one, or of none where nothing is drawn."""
    of, pictures = examples(guide.words), guide.pictures
    found = pictures.of(of, example.pose)
    if found is None:
        return []
    return [View(pictures.path(of, example.pose), found.right, found.width, found.height, "right")]


def _joints(poses: dict[str, dict[str, Any]], words: Words) -> Iterator[Example]:
    for (joint, movement), limit in RANGES.items():
        middle = joint in _MIDDLE
        for way, usual, most, title in (
            (1, limit.norm[1], limit.most[1], limit.positive),
            (-1, limit.norm[0], limit.most[0], limit.negative),
        ):
            degrees = round(abs(usual) * SHARE)
            signed = middle and movement in _SIGNED
            word, value = (movement, way * degrees) if signed else (_word(movement, way), degrees)
            key = joint if middle else f"right_{joint}"
            pose = f"{joint}-{kebab_case(title)}"
            aside = _OUT_OF_THE_WAY.get(f"{joint}: {title}", {})
            start = _start(poses, joint, movement, {key: aside} if aside else {})
            angles = {word: value, **aside}
            said, moved = words.say(f"alt_joint_{joint}"), words.say(f"alt_movement_{re.sub('[ -]', '_', title)}")
            alt = words.say("alt_example", joint=said, degrees=str(abs(value)), movement=moved)
            poses[pose] = {"from": start, "after": start, key: angles, "alt": alt}
            written = _as_written({key: angles})
            heading = words.say("alt_example_title", joint=said, movement=moved)
            yield Example(pose, heading, written, round(abs(usual)), round(abs(most)))


def _start(poses: dict[str, dict[str, Any]], joint: str, movement: str, aside: dict[str, Any]) -> str:
    """The name of the pose that an example's movement begins in, which is put among ``poses``."""
    camera: dict[str, Any] = {"azimuth": _CAMERA.get((joint, movement), _SIDE), "elevation": 6}
    if joint in _CLOSE_UP:
        camera["close_up"] = _CLOSE_UP[joint]
    pose = {"camera": camera, **_BENT.get((joint, movement), {}), **aside}
    name = next((name for name, known in poses.items() if known == pose), f"start-{len(poses)}")
    poses[name] = pose
    return name


def _word(movement: str, way: int) -> str:
    """What an author calls a movement one way: flexion back is extension."""
    return movement if way > 0 else next(word for word, opposite in OPPOSITES.items() if opposite == movement)
