"""From a posture's angles to a skeleton in the world: forward kinematics.

The hips' centre is at the origin; contact with the floor and with the body comes after,
in :mod:`settle`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

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
    ball_joint,
    ball_joint_angles,
    between,
    rotate_x,
    rotate_y,
    rotate_z,
    vector,
)
from unslouch.figure.hands import hand_shapes
from unslouch.figure.posture import ORIENTATION, Posture


class Frame(NamedTuple):
    """A segment in the world: its axes as columns, its origin."""

    rotation: Matrix
    origin: Vector


@dataclass(frozen=True, eq=False)
class Skeleton:
    """Every segment's frame by name (``pelvis``, ``spine0`` … ``thorax``, ``neck``, ``head``, ``right_thigh`` …)."""

    frames: Mapping[str, Frame]
    hands: tuple[str, str] = ("rest", "rest")
    """The shapes of the right and the left hand, by the names of ``body.HANDS``."""

    def point(self, segment: str, local: tuple[float, float, float] | Vector = (0, 0, 0)) -> Vector:
        """A point of a segment in the world."""
        rotation, origin = self.frames[segment]
        return origin + rotation @ np.asarray(local, float)

    def moved(self, by: Vector) -> Skeleton:
        """The same, moved."""
        return Skeleton({name: Frame(f.rotation, f.origin + by) for name, f in self.frames.items()}, self.hands)

    def changed(self, frames: Mapping[str, Frame]) -> Skeleton:
        """The same, with some segments replaced; buttocks and toes go with their thighs and feet."""
        merged = {**self.frames, **frames}
        for side in SIDES:
            if f"{side}_foot" in frames and f"{side}_toes" not in frames:
                merged[f"{side}_toes"] = toes_of(merged[f"{side}_foot"])
            if f"{side}_thigh" in frames:
                merged[f"{side}_buttock"] = _buttock(merged["pelvis"], merged[f"{side}_thigh"])
        return Skeleton(merged, self.hands)


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
    angle, move = posture.angle, posture.moves.get
    root = rotate_y(-move("turn", 0)) @ ORIENTATION.get(posture.base, np.eye(3))
    root = root @ rotate_x(move("tilt", 0)) @ rotate_z(-move("lean", 0)) @ rotate_y(-move("roll", 0))
    frames = {"pelvis": Frame(root, np.zeros(3))}
    frames |= _spine(frames["pelvis"], posture)
    for side, sign in SIDES.items():
        hip = _ball(posture, side, "hip")
        foot = rotate_z(angle(side, "ankle")) @ rotate_x(sign * angle(side, "ankle", "inversion"))
        leg = (
            ("thigh", vector(0, 0, sign * HIP_HALF_WIDTH), hip),
            ("shank", vector(0, -LENGTH["thigh"], 0), rotate_z(-angle(side, "knee"))),
            ("foot", vector(0, -LENGTH["shank"], 0), foot),
            ("toes", vector(*BALL_OF_FOOT), np.eye(3)),
        )
        shoulder = _ball(posture, side, "shoulder")
        elbow = rotate_z(angle(side, "elbow")) @ rotate_y(sign * angle(side, "forearm", "pronation"))
        arm = (
            ("upper_arm", shoulder_joint(side, posture), shoulder),
            ("forearm", vector(0, -LENGTH["upper_arm"], 0), elbow),
            ("hand", vector(0, -LENGTH["forearm"], 0), rotate_x(sign * angle(side, "wrist"))),
        )
        for parent, chain in ((frames["pelvis"], leg), (frames["thorax"], arm)):
            for name, offset, turn in chain:
                parent = Frame(parent.rotation @ turn, parent.origin + parent.rotation @ offset)
                frames[f"{side}_{name}"] = parent
        frames[f"{side}_buttock"] = _buttock(frames["pelvis"], frames[f"{side}_thigh"])
    return Skeleton(frames, hand_shapes(posture))


def _ball(posture: Posture, side: str, joint: str) -> Matrix:
    """A hip or a shoulder, turned."""
    flexion, abduction, rotation = (posture.angle(side, joint, m) for m in ("flexion", "abduction", "rotation"))
    return ball_joint(flexion, abduction, rotation, SIDES[side])


def _spine(pelvis: Frame, posture: Posture) -> dict[str, Frame]:
    """The trunk's angle shared by four joints, the neck's by two."""

    def share(joint: str, parts: int) -> Matrix:
        flexion, side_bend, turn = (posture.angle("", joint, m) / parts for m in ("flexion", "side_bend", "rotation"))
        return rotate_z(-flexion) @ rotate_x(side_bend) @ rotate_y(-turn)

    frames = {}
    rotation, origin = pelvis.rotation, pelvis.origin + pelvis.rotation @ vector(0, SPINE_BASE, 0)
    for i in range(4):
        rotation = rotation @ share("trunk", 4)
        frames[f"spine{i}"] = Frame(rotation, origin)
        origin = origin + rotation @ vector(0, SPINE_STEP if i < 3 else 0, 0)
    frames["thorax"] = Frame(rotation, origin)
    neck = rotation @ share("neck", 2)
    frames["neck"] = Frame(neck, origin + rotation @ vector(*NECK_BASE))
    frames["head"] = Frame(neck @ share("neck", 2), frames["neck"].origin + neck @ vector(*HEAD_BASE))
    return frames


def shoulder_joint(side: str, posture: Posture) -> Vector:
    """The shoulder in the thorax's frame: the girdle follows an arm that goes forward, and rises past 60 degrees."""
    flexion, abduction = (posture.angle(side, "shoulder", m) for m in ("flexion", "abduction"))
    lift = min(max(0.0, flexion - 60, abduction - 60) / 90, 1.2)
    forward = np.sin(np.radians(np.clip(flexion, -35, 180))) * np.cos(np.radians(abduction))
    return vector(1.6 * forward - 0.3, SHOULDER_HEIGHT + 2.4 * lift, SIDES[side] * (SHOULDER_HALF_WIDTH - 0.5 * lift))


def toes_of(foot: Frame, bend: float = 0.0) -> Frame:
    """The toes of a foot, bent up by some degrees."""
    return Frame(foot.rotation @ rotate_z(bend), foot.origin + foot.rotation @ vector(*BALL_OF_FOOT))


def _buttock(pelvis: Frame, thigh: Frame) -> Frame:
    """Halfway between pelvis and thigh."""
    return Frame(between(pelvis.rotation, thigh.rotation, 0.5), thigh.origin)


@cache
def neutral_skeleton() -> Skeleton:
    """The anatomical standing position, hips at the origin."""
    return skeleton(Posture())


def joint_angles(body: Skeleton, side: str) -> dict[tuple[str, str], float]:
    """Hip, knee and elbow angles of a solved body, in degrees: what inverse kinematics made of a placement."""
    f = {name: body.frames[f"{side}_{name}" if name not in ("pelvis", "thorax") else name].rotation
         for name in ("pelvis", "thigh", "shank", "upper_arm", "forearm")}  # fmt: skip
    flexion, abduction, rotation = ball_joint_angles(f["pelvis"].T @ f["thigh"], SIDES[side])
    knee, elbow = f["thigh"].T @ f["shank"], f["upper_arm"].T @ f["forearm"]
    return {
        ("hip", "flexion"): flexion,
        ("hip", "abduction"): abduction,
        ("hip", "rotation"): rotation,
        ("knee", "flexion"): float(np.degrees(np.arctan2(knee[0, 1], knee[1, 1]))),
        ("elbow", "flexion"): float(np.degrees(np.arccos(np.clip(elbow[1, 1], -1, 1)))),
    }


def in_between(start: Skeleton, end: Skeleton, share: float) -> Skeleton:
    """A body a ``share`` of the way: each joint by its shortest turn, the hips in a straight line.

    Limbs keep their length; contact is restored by :func:`settle.settle_between`.
    """
    frames: dict[str, Frame] = {}
    p0, p1 = start.frames["pelvis"], end.frames["pelvis"]
    frames["pelvis"] = Frame(between(p0.rotation, p1.rotation, share), p0.origin + share * (p1.origin - p0.origin))
    for name, parent in PARENT.items():
        local = []
        for body in (start, end):
            up, own = body.frames[parent], body.frames[name]
            local.append((up.rotation.T @ own.rotation, up.rotation.T @ (own.origin - up.origin)))
        (r0, o0), (r1, o1) = local
        up = frames[parent]
        frames[name] = Frame(up.rotation @ between(r0, r1, share), up.origin + up.rotation @ (o0 + share * (o1 - o0)))
    for side in SIDES:
        frames[f"{side}_buttock"] = _buttock(frames["pelvis"], frames[f"{side}_thigh"])
    return Skeleton(frames, end.hands)
