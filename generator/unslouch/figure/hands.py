"""Which shape each hand has: what the author says, else what it does."""

from __future__ import annotations

from collections.abc import Iterable

from unslouch.figure.body import SIDES
from unslouch.figure.kinds import BARS, KINDS
from unslouch.figure.landmarks import LANDMARKS
from unslouch.figure.posture import Posture
from unslouch.figure.rests import holds
from unslouch.figure.shown import Prop

_CLASPED = {"back of thigh", "toes", *(name.format("") for name, spot in LANDMARKS.items() if spot.fingers is None)}
"""Places that a hand goes round; a hand takes hold of what does not say how it lies there."""
_GRASPED = {*BARS, "chair back", "nothing"}
"""What of things fingers close round; on all else of them the hand lies."""
_PLACES = {name.format("") for name in LANDMARKS}


def hand_shapes(posture: Posture) -> tuple[str, str]:
    """The shapes of the right and the left hand, by the names of ``body.HANDS``."""
    right, left = (posture.hand_shapes.get(side) or _usual(posture, side) for side in SIDES)
    return right, left


def held_in(props: Iterable[Prop], side: str) -> str:
    """The shape of a hand that holds a thing; nothing where it holds none."""
    return next((KINDS[prop.kind].grip for prop in props if holds(prop, side)), "")


def _usual(posture: Posture, side: str) -> str:
    """Loose when it hangs, spread on what is flat, round a limb, flat on the rest of the body, closed round an edge or a bar."""
    placement, holding = posture.hands.get(side), held_in(posture.props, side)
    if holding:
        return holding
    if placement is None:
        return "rest"
    if placement.touches in (None, "floor"):
        return "spread"
    place = placement.touches.replace("right ", "").replace("left ", "")
    if place in _CLASPED:
        return "hold"
    if place in _PLACES:
        return "flat"
    on_its_edge = placement.touches == "chair seat" and posture.base == "sitting"
    return "grip" if on_its_edge or place in _GRASPED else "spread"
