"""Small three-dimensional geometry: rotations in degrees, frames, unit vectors.

The world is ISB's: X points where a standing person faces, Y up, Z to the
person's right. Rotations are 3 x 3 matrices whose columns are a frame's axes
in the world, so ``rotation @ local`` gives world coordinates.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Line = NDArray[np.float64]
"""Points of the picture plane, in units: (n, 2)."""

FORWARD, UP, RIGHT = np.eye(3)
PICTURE_UP = np.array([0.0, 1.0])
"""Up, in the picture plane."""


def vector(*xyz: float) -> Vector:
    """Three numbers as a float vector."""
    return np.array(xyz, float)


def length(v: NDArray[np.float64]) -> float:
    """How long a vector is, of the world or of the picture plane."""
    return float(np.sqrt(v @ v))


def unit(v: Vector) -> Vector:
    """``v`` with length 1; a zero vector stays zero."""
    own = length(v)
    return v / own if own else v


def cross(one: Vector, other: Vector) -> Vector:
    """At right angles to two vectors of the world: numpy's own takes ten times as long to begin."""
    (a, b, c), (d, e, f) = one.tolist(), other.tolist()
    return np.array([b * f - c * e, c * d - a * f, a * e - b * d])


def without(v: Vector, direction: Vector) -> Vector:
    """The part of ``v`` that is at right angles to the unit vector ``direction``."""
    return v - (v @ direction) * direction


def rotate_x(degrees: float) -> Matrix:
    """Rotation about X: up turns to the right (positive: Y to Z)."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def rotate_y(degrees: float) -> Matrix:
    """Rotation about Y: right turns forward (positive: Z to X)."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def rotate_z(degrees: float) -> Matrix:
    """Rotation about Z: forward turns up (positive: X to Y)."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def columns(x: Vector, y: Vector, z: Vector) -> Matrix:
    """The matrix whose columns are the three axes."""
    return np.array([x, y, z], float).T


def frame(y: Vector, z: Vector) -> Matrix:
    """A right-handed frame with its Y along ``y`` and its Z as near ``z`` as can be."""
    y = unit(y)
    side = without(z, y)
    if side @ side < 1e-12:  # ``z`` lies along ``y``: any side will do
        side = without(UP if abs(y[1]) < 0.9 else FORWARD, y)
    z = unit(side)
    return columns(cross(y, z), y, z)


def axis_angle(rotation: Matrix) -> Vector:
    """The rotation as one vector: its direction the axis, its length the angle in radians."""
    cosine = np.clip((np.trace(rotation) - 1) / 2, -1, 1)
    angle = float(np.arccos(cosine))
    if angle < 1e-7:
        return np.zeros(3)
    if angle > np.pi - 1e-4:  # half a turn: the axis is a column of R + I
        both = rotation + np.eye(3)
        return angle * unit(both[:, int(np.argmax(np.diag(both)))])
    skew = np.array([rotation[2, 1] - rotation[1, 2], rotation[0, 2] - rotation[2, 0], rotation[1, 0] - rotation[0, 1]])
    return angle * skew / (2 * np.sin(angle))


def skew(axis: Vector) -> Matrix:
    """The matrix of the cross product of an axis with whatever it is applied to."""
    x, y, z = axis.tolist()
    return np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])


def from_axis_angle(turn: Vector) -> Matrix:
    """The inverse of :func:`axis_angle` (Rodrigues' formula)."""
    angle = length(turn)
    if angle < 1e-9:
        return np.eye(3)
    around = skew(turn / angle)
    return np.eye(3) + np.sin(angle) * around + (1 - np.cos(angle)) * around @ around


def from_axis_angles(turns: NDArray[np.float64]) -> NDArray[np.float64]:
    """As :func:`from_axis_angle`, of many at once: (n, 3) to (n, 3, 3)."""
    angles = np.sqrt((turns**2).sum(1))
    x, y, z = turns.T / np.where(angles > 0, angles, 1.0)
    o = np.zeros(len(turns))
    skew = np.array([[o, -z, y], [z, o, -x], [-y, x, o]]).transpose(2, 0, 1)
    sine, cosine = np.sin(angles)[:, None, None], np.cos(angles)[:, None, None]
    return np.eye(3) + sine * skew + (1 - cosine) * (skew @ skew)


def between(start: Matrix, end: Matrix, share: float) -> Matrix:
    """The rotation a ``share`` (0 to 1) of the way from one to the other, by the shortest turn."""
    return start @ from_axis_angle(share * axis_angle(start.T @ end))


def ball_joint(flexion: float, abduction: float, rotation: float, side: int = 1) -> Matrix:
    """Clinical angles of a hip or shoulder as a rotation: intrinsic Z-X-Y.

    Grood and Suntay (1983), taken up by ISB (Wu et al. 2002, 2005). ``side`` is 1 on
    the right, -1 on the left; flexion, abduction and external rotation are positive on both.
    """
    return rotate_z(flexion) @ rotate_x(-side * abduction) @ rotate_y(-side * rotation)
