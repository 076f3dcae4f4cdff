"""From a posture's angles to a skeleton in the world: forward kinematics.

The hips' centre is at the origin; contact with the floor and with the body comes after,
in :mod:`settle`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import (
    BALL_OF_FOOT,
    HEAD_BASE,
    HIP_HALF_WIDTH,
    LENGTH,
    NECK_BASE,
    SHOULDER_HALF_WIDTH,
    SHOULDER_HEIGHT,
    SIDES,
    SPINE_BASE,
    SPINE_STEP,
)
from unslouch.figure.geometry import (
    Matrix,
    Vector,
    axis_angle,
    ball_joint,
    between,
    from_axis_angles,
    rotate_x,
    rotate_y,
    rotate_z,
    vector,
)
from unslouch.figure.hands import hand_shapes
from unslouch.figure.people import PEOPLE, STANDARD, Person
from unslouch.figure.posture import ORIENTATION, Posture

TRUNK_JOINTS = {
    "lower lumbar": ("pelvis", "spine0"),
    "upper lumbar": ("spine0", "spine1"),
    "lower thoracic": ("spine1", "spine2"),
    "upper thoracic": ("spine2", "spine3"),
}
NECK_JOINTS = {"lower neck": ("thorax", "neck"), "upper neck": ("neck", "head")}
"""The joints that share the angles of trunk and neck, from below: the segments they join."""
TILT_SHARES = (0.925, 0.925, -0.425, -0.425)
"""How the trunk's joints take up a pelvis that tips, so that the ribs keep their place and direction.

They sum to 1; with the joints 6, 11, 16 and 21 above the hips the thorax moves neither forward nor back.
"""
STERNOCLAVICULAR = (2.0, 7.4, 1.3)
"""Where the right collarbone turns at the breastbone, in the thorax's frame."""


class Frame(NamedTuple):
    """A segment in the world: its axes as columns, its origin."""

    rotation: Matrix
    origin: Vector


@dataclass(frozen=True, eq=False)
class Skeleton:
    """Every segment's frame by name (``pelvis``, ``spine0`` … ``thorax``, ``neck``, ``head``, ``right_thigh`` …)."""

    frames: Mapping[str, Frame]
    hands: tuple[str, str] = ("rest", "rest")
    """The shapes of the right and the left hand (see ``body.HANDS``)."""
    person: Person = PEOPLE[STANDARD]

    def point(self, segment: str, local: tuple[float, float, float] | Vector = (0, 0, 0)) -> Vector:
        """A point of a segment in the world; it is written in the frame of the standard body."""
        rotation, origin = self.frames[segment]
        return origin + rotation @ self.person.stretch[segment].place(np.asarray(local, float))

    def turn(self, upper: str, lower: str) -> Matrix:
        """The turn from one segment's frame to another's."""
        return self.frames[upper].rotation.T @ self.frames[lower].rotation

    def moved(self, by: Vector) -> Skeleton:
        """The same, moved."""
        return replace(self, frames={name: Frame(f.rotation, f.origin + by) for name, f in self.frames.items()})

    def like(self, before: Skeleton, after: Skeleton) -> Skeleton:
        """The same, moved and turned as a whole as another body was."""
        turn = after.frames["pelvis"].rotation @ before.frames["pelvis"].rotation.T
        here, there = (body.frames["pelvis"].origin for body in (before, after))
        frames = {n: Frame(turn @ f.rotation, there + turn @ (f.origin - here)) for n, f in self.frames.items()}
        return replace(self, frames=frames)

    def changed(self, frames: Mapping[str, Frame]) -> Skeleton:
        """The same, with some segments replaced; buttocks and toes go with their thighs and feet."""
        merged = {**self.frames, **frames}
        for side in SIDES:
            if f"{side}_foot" in frames and f"{side}_toes" not in frames:
                merged[f"{side}_toes"] = toes_of(merged[f"{side}_foot"])
            if f"{side}_thigh" in frames:
                merged[f"{side}_buttock"] = _buttock(merged["pelvis"], merged[f"{side}_thigh"])
        return replace(self, frames=merged)


PARENT: dict[str, str] = {"spine0": "pelvis", "spine1": "spine0", "spine2": "spine1", "spine3": "spine2"}
PARENT |= {"thorax": "spine3", "neck": "thorax", "head": "neck"}
for _side in SIDES:
    PARENT |= {f"{_side}_thigh": "pelvis", f"{_side}_upper_arm": "thorax"}
    for _child, _parent in (
        ("shank", "thigh"),
        ("foot", "shank"),
        ("toes", "foot"),
        ("forearm", "upper_arm"),
        ("hand", "forearm"),
    ):
        PARENT[f"{_side}_{_child}"] = f"{_side}_{_parent}"


def skeleton(posture: Posture) -> Skeleton:
    """Forward kinematics: the hips' centre at the origin, every joint turned as the posture says."""
    angle, move, person = posture.angle, posture.moves.get, PEOPLE[posture.person]
    root = rotate_y(-move("turn", 0)) @ ORIENTATION.get(posture.base, np.eye(3))
    root = root @ rotate_x(move("tilt", 0)) @ rotate_z(-move("lean", 0)) @ rotate_y(-move("roll", 0))
    tilt = posture.angle("", "pelvis", "anterior_tilt")
    frames = {"pelvis": Frame(root @ rotate_z(-tilt), np.zeros(3))}
    frames |= _spine(frames["pelvis"], posture)
    legs_root = Frame(root, np.zeros(3))
    for side, sign in SIDES.items():
        hip = _ball(posture, side, "hip")
        foot = rotate_z(angle(side, "ankle", "dorsiflexion")) @ rotate_x(sign * angle(side, "ankle", "inversion"))
        leg = (
            ("thigh", vector(0, 0, sign * HIP_HALF_WIDTH), hip),
            ("shank", vector(0, -LENGTH["thigh"], 0), rotate_z(-angle(side, "knee"))),
            ("foot", vector(0, -LENGTH["shank"], 0), foot),
            ("toes", vector(*BALL_OF_FOOT), np.eye(3)),
        )
        shoulder = _ball(posture, side, "shoulder")
        elbow = rotate_z(angle(side, "elbow")) @ rotate_y(sign * angle(side, "forearm", "pronation"))
        wrist = rotate_x(sign * angle(side, "wrist")) @ rotate_z(angle(side, "wrist", "radial_deviation"))
        arm = (
            ("upper_arm", shoulder_joint(side, posture), shoulder),
            ("forearm", vector(0, -LENGTH["upper_arm"], 0), elbow),
            ("hand", vector(0, -LENGTH["forearm"], 0), wrist),
        )
        for above, parent, chain in (("pelvis", legs_root, leg), ("thorax", frames["thorax"], arm)):
            for name, offset, turn in chain:
                place = parent.rotation @ (offset * person.stretch[above].joints)
                parent, above = Frame(parent.rotation @ turn, parent.origin + place), f"{side}_{name}"
                frames[above] = parent
        frames[f"{side}_buttock"] = _buttock(frames["pelvis"], frames[f"{side}_thigh"])
    return Skeleton(frames, hand_shapes(posture), person)


def _ball(posture: Posture, side: str, joint: str) -> Matrix:
    """A hip or a shoulder, turned."""
    flexion, abduction, rotation = (posture.angle(side, joint, m) for m in ("flexion", "abduction", "rotation"))
    return ball_joint(flexion, abduction, rotation, SIDES[side])


def _spine(pelvis: Frame, posture: Posture) -> dict[str, Frame]:
    """The trunk's angle shared by four joints, the neck's by two."""

    def turn(joint: str, parts: int, more_flexion: float) -> Matrix:
        flexion, side_bend, turned = (posture.angle("", joint, m) / parts for m in ("flexion", "side_bend", "rotation"))
        return rotate_z(-flexion - more_flexion) @ rotate_x(side_bend) @ rotate_y(-turned)

    tilt, glide = posture.angle("", "pelvis", "anterior_tilt"), posture.angle("", "neck", "protraction")
    frames = {}
    stretch = PEOPLE[posture.person].stretch
    rotation, origin = pelvis.rotation, pelvis.origin + pelvis.rotation @ vector(0, SPINE_BASE, 0)
    for i, share in enumerate(TILT_SHARES):
        rotation = rotation @ turn("trunk", 4, -tilt * share)
        frames[f"spine{i}"] = Frame(rotation, origin)
        step = SPINE_STEP * stretch[f"spine{i}"].long if i < 3 else 0
        origin = origin + rotation @ vector(0, step, 0)
    frames["thorax"] = Frame(rotation, origin)
    neck = rotation @ turn("neck", 2, glide)
    frames["neck"] = Frame(neck, origin + rotation @ (vector(*NECK_BASE) * stretch["thorax"].joints))
    frames["head"] = Frame(neck @ turn("neck", 2, -glide), frames["neck"].origin + neck @ vector(*HEAD_BASE))
    return frames


def shoulder_joint(side: str, posture: Posture) -> Vector:
    """The shoulder in the thorax's frame: where the arm takes the girdle, and then the collarbone's own turn.

    The girdle follows an arm that goes forward, and rises past 60 degrees.
    """
    flexion, abduction = (posture.angle(side, "shoulder", m) for m in ("flexion", "abduction"))
    elevation, protraction = (posture.angle(side, "scapula", m) for m in ("elevation", "protraction"))
    lift = min(max(0.0, flexion - 60, abduction - 60) / 90, 1.2)
    forward = np.sin(np.radians(np.clip(flexion, -35, 180))) * np.cos(np.radians(abduction))
    joint = vector(1.6 * forward - 0.3, SHOULDER_HEIGHT + 2.4 * lift, SHOULDER_HALF_WIDTH - 0.5 * lift)
    turned = rotate_y(protraction) @ rotate_x(-elevation) @ (joint - STERNOCLAVICULAR) + STERNOCLAVICULAR
    return turned * vector(1, 1, SIDES[side])


def clavicle(body: Skeleton, side: str) -> tuple[float, float]:
    """Elevation and protraction of a collarbone in degrees, from where it is in anatomical standing."""
    rotation, origin = body.frames["thorax"]
    joint = rotation.T @ (body.frames[f"{side}_upper_arm"].origin - origin) / body.person.stretch["thorax"].joints
    joint = joint * vector(1, 1, SIDES[side])
    resting = vector(-0.3, SHOULDER_HEIGHT, SHOULDER_HALF_WIDTH)
    (up, forward), (up_at_rest, forward_at_rest) = map(_way_of_clavicle, (joint, resting))
    return up - up_at_rest, forward - forward_at_rest


def _way_of_clavicle(joint: Vector) -> tuple[float, float]:
    """How far up and how far forward a right shoulder lies from the breastbone, in degrees."""
    x, y, z = joint - STERNOCLAVICULAR
    return float(np.degrees(np.arctan2(y, np.hypot(x, z)))), float(np.degrees(np.arctan2(x, z)))


def toes_of(foot: Frame, bend: float = 0.0) -> Frame:
    """The toes of a foot, bent up by some degrees."""
    return Frame(foot.rotation @ rotate_z(bend), foot.origin + foot.rotation @ vector(*BALL_OF_FOOT))


def _buttock(pelvis: Frame, thigh: Frame) -> Frame:
    """Halfway between pelvis and thigh."""
    return Frame(between(pelvis.rotation, thigh.rotation, 0.5), thigh.origin)


@cache
def neutral_skeleton(person: str = STANDARD) -> Skeleton:
    """The anatomical standing position, hips at the origin."""
    return skeleton(Posture(person=person))


class _Journey(NamedTuple):
    """From one body to another, segment by segment in :data:`PARENT`'s order: where each is on the one before it."""

    rotations: NDArray[np.float64]
    """(n, 3, 3), at the start."""
    turns: NDArray[np.float64]
    """(n, 3): from there to the end, as axis and angle."""
    origins: NDArray[np.float64]
    """(n, 3), at the start."""
    moves: NDArray[np.float64]
    """(n, 3): from there to the end."""


@lru_cache(maxsize=8)
def _journey(start: Skeleton, end: Skeleton) -> _Journey:
    """What is between two bodies; kept for the next step of the same movement."""
    (r0, o0), (r1, o1) = (_on_parents(body) for body in (start, end))
    turns = np.array([axis_angle(before.T @ after) for before, after in zip(r0, r1, strict=True)])
    return _Journey(r0, turns, o0, o1 - o0)


def _on_parents(body: Skeleton) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Every segment's axes (n, 3, 3) and origin (n, 3) on its parent, the pelvis's in the world first."""
    own = [body.frames["pelvis"], *(body.frames[name] for name in PARENT)]
    on = [Frame(np.eye(3), np.zeros(3)), *(body.frames[parent] for parent in PARENT.values())]
    (rotations, origins), (up, base) = (map(np.array, zip(*frames, strict=True)) for frames in (own, on))
    back = up.transpose(0, 2, 1)
    return back @ rotations, (back @ (origins - base)[..., None])[..., 0]


def in_between(start: Skeleton, end: Skeleton, share: float) -> Skeleton:
    """A body a ``share`` of the way: each joint by its shortest turn, the hips in a straight line.

    Limbs keep their length; contact is restored by :func:`settle.settle_between`.
    """
    way = _journey(start, end)
    turned = way.rotations @ from_axis_angles(share * way.turns)
    (pelvis, *rest), (place, *places) = turned, way.origins + share * way.moves
    frames = {"pelvis": Frame(pelvis, place)}
    for (name, parent), rotation, origin in zip(PARENT.items(), rest, places, strict=True):
        up = frames[parent]
        frames[name] = Frame(up.rotation @ rotation, up.origin + up.rotation @ origin)
    for side in SIDES:
        frames[f"{side}_buttock"] = _buttock(frames["pelvis"], frames[f"{side}_thigh"])
    return Skeleton(frames, end.hands, end.person)
