"""What to change about a placement when a joint came out past its limit: words that an author can follow."""

from __future__ import annotations

_HAND = {
    ("shoulder", "flexion"): ("place the hand lower or nearer", "place the hand further forward"),
    ("shoulder", "abduction"): ("place the hand lower, or nearer the middle", "place the hand further out"),
    ("shoulder", "rotation"): (
        "place the hand further forward or nearer the middle, or turn its palm",
        "place the hand further out or further forward, or bend the elbow less",
    ),
    ("elbow", "flexion"): ("place the hand further from the shoulder", "place the hand nearer the shoulder"),
    ("forearm", "pronation"): ("turn the fingers less in (`fingers_out`)", "turn the fingers less out (`fingers_out`)"),
    ("wrist", "flexion"): (
        "place the hand nearer the body, or bring the elbow down",
        "place the hand further from the body, or bring the shoulders back from over it",
    ),
    ("wrist", "radial_deviation"): (
        "turn the fingers further out (more `fingers_out`)",
        "turn the fingers further in (less `fingers_out`)",
    ),
}
_FOOT = {
    ("hip", "flexion"): (
        "place the foot further from the trunk, or lean the trunk less forward",
        "place the foot further forward, or lean the trunk further forward",
    ),
    ("hip", "abduction"): ("place the foot nearer the middle", "place the foot further out"),
    ("hip", "rotation"): ("turn the thigh less out", "turn the thigh less in"),
    ("knee", "flexion"): ("place the foot further from the hip", "place the foot nearer the hip"),
    ("ankle", "dorsiflexion"): (
        "raise the heel (`heel_raised`), or bring the knee back over the foot",
        "bring the knee further over the foot, or turn the sole (`sole`)",
    ),
    ("ankle", "inversion"): (
        "place the foot further out, below the knee",
        "place the foot nearer the middle, below the knee",
    ),
    ("ankle", "rotation"): ("turn the toes less out (`turned_out`)", "turn the toes further out (`turned_out`)"),
}
_OF_LIMB = {"hand": _HAND, "foot": _FOOT}


def way_out(limb: str, joint: str, movement: str, *, too_much: bool) -> str:
    """What to do about a placed ``hand`` or ``foot``; empty where the joint is none of its own.

    ``too_much`` of the movement's positive direction, else of its negative one.
    """
    ways = _OF_LIMB.get(limb, {}).get((joint, movement))
    return ways[0 if too_much else 1] if ways else ""
