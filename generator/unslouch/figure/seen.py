"""Whether a picture shows what it is about."""

from __future__ import annotations

from collections.abc import Iterable

from unslouch.figure.depth import bounds, camera, depth_map
from unslouch.figure.highlight import area, share_in_sight
from unslouch.figure.props import cloud_of
from unslouch.figure.scene import Scene
from unslouch.figure.shown import Camera

SCALE = 2.5
"""Pixels a unit: coarse, to be fast."""


def share_seen(scene: Scene) -> float | None:
    """How much of a scene's working muscles its camera shows; nothing where no muscle is named."""
    return next(iter(shares_seen(scene, [scene.camera])), None)


def shares_seen(scene: Scene, cameras: Iterable[Camera]) -> list[float]:
    """How much of a scene's working muscles each of some cameras shows; an empty list where no muscle is named.

    The area of them that is in sight, as a share of the area that the best view of the same body would show, from
    any side and with nothing in the way: 1 from the best side, 0 where they face away or are covered. Muscles on
    both sides of the body are counted together: from the side half of them is a good picture.
    """
    if not scene.highlight:
        return []
    cloud = cloud_of(scene.pose, scene.props)
    muscles = area(cloud, scene.pose.skeleton, scene.highlight)
    views = [camera(one.azimuth, one.elevation) for one in cameras]
    return [share_in_sight(depth_map(cloud, view, bounds(cloud, view).wider(1), SCALE), muscles) for view in views]
