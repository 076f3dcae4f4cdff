"""What a body rests on: which thing is under it or under a part of it, before anything is solved."""

from __future__ import annotations

from collections.abc import Iterable

from unslouch.figure.kinds import BOTH_HANDS, CUSHIONS, HANDS, KINDS, LOOPS, SURFACES_OF
from unslouch.figure.names import BOTH, PART_NAMES
from unslouch.figure.shown import Prop


def sat_on(prop: Prop, base: str) -> bool:
    """Whether one sits on a thing that is under the hips: it is as high as they are."""
    kind = KINDS[prop.kind]
    return prop.where == "under" and kind.seat is not None and (base == "sitting" or not kind.lengthwise)


def parts_on(prop: Prop) -> tuple[str, ...]:
    """The parts that a thing was put under by name."""
    if not KINDS[prop.kind].stands:
        return ()
    if prop.where in BOTH:
        return tuple(f"{side} {BOTH[prop.where]}" for side in ("right", "left"))
    return (prop.where,) if prop.where in PART_NAMES else ()


def under(part: str, props: Iterable[Prop], base: str) -> tuple[str, bool]:
    """The surface that is under a part where a pose has it on the floor, and whether a thing was put there for it."""
    for prop in props:
        if part in parts_on(prop):
            return SURFACES_OF[prop.kind][0], True
    for prop in props:
        if prop.where == "under" and KINDS[prop.kind].stands and not sat_on(prop, base):
            return SURFACES_OF[prop.kind][0], False
    return "floor", False


def lies_under(prop: Prop) -> bool:
    """Whether a thing is a cushion, or a folded towel, under a part."""
    return prop.kind in CUSHIONS and prop.where in KINDS["cushion"].places


def holds(prop: Prop, side: str) -> bool:
    """Whether a hand holds a thing, or an end of it."""
    ends = prop.where
    if KINDS[prop.kind].ribbon:
        ends = "" if lies_under(prop) or is_loop(prop) else prop.to or HANDS
    return bool(KINDS[prop.kind].grip) and ends in (HANDS, BOTH_HANDS, f"{side} hand")


def is_loop(prop: Prop) -> bool:
    """Whether a band goes round both legs, and nobody holds it."""
    return prop.where in LOOPS and prop.to is None
