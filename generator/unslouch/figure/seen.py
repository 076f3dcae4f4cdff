"""Whether a picture shows what it is about."""

from __future__ import annotations

from unslouch.figure.depth import bounds, camera, depth_map
from unslouch.figure.highlight import share_in_sight
from unslouch.figure.props import cloud_of
from unslouch.figure.scene import Scene

SCALE = 2.5
"""Pixels a unit: coarse, to be fast."""


def share_seen(scene: Scene) -> float | None:
    """How much of a scene's working muscles its camera shows; nothing where no muscle is named.

    The area of them that is in sight, as a share of the area that the best view of the same body would show, from
    any side and with nothing in the way: 1 from the best side, 0 where they face away or are covered. Muscles on
    both sides of the body are counted together: from the side half of them is a good picture.
    """
    if not scene.highlight:
        return None
    cloud, view = cloud_of(scene.pose, scene.props), camera(scene.camera.azimuth, scene.camera.elevation)
    seen = depth_map(cloud, view, bounds(cloud, view).wider(1), SCALE)
    return share_in_sight(seen, scene.pose.skeleton, scene.highlight)
