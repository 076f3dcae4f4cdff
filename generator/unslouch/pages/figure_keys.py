"""Every key of the pose language with a pose that shows what it does: the words are its model's own description.

A new key needs one line here; ``tests/pages/test_figure_guide.py`` finds it while it has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from unslouch.figure.language import Figure, Pose
from unslouch.figure.placement import FootPlacement, HandPlacement, Place, Placement, Shift
from unslouch.figure.shown import Arrow, Camera, Prop

MOST_WORDS = 10
"""A key with more words than that is told of elsewhere on the page."""
PoseData = dict[str, Any]
"""A pose as an author writes it."""

UP: PoseData = {"base": "standing", "feet": {"at": {"out": 6}}}
_STEP: PoseData = {**UP, "shift": {"up": -4}}
_WALL: PoseData = {"base": "standing", "props": [{"kind": "wall", "place": "front"}]}
_LIFT: PoseData = {"right_hip": 60, "right_knee": 60, "support": ["left foot"], "after": "base-standing"}


class Group(NamedTuple):
    """Keys that go together: a heading, the models they are of, and a pose for each."""

    title: str
    models: tuple[type[BaseModel], ...]
    poses: dict[str, PoseData]


GROUPS: tuple[Group, ...] = (
    Group(
        "A pose",
        (Pose, Figure),
        {
            "base": {"base": "supine"},
            "from": {"from": "base-sitting", "right_knee": 20},
            "after": {"base": "standing", "after": "base-sitting", "arrow": {"follows": "head"}},
            "lean": {**UP, "lean": 30},
            "tilt": {**UP, "tilt": 18, "shift": {"up": -3}, "camera": {"azimuth": 0}},
            "roll": {**UP, "roll": 25, "camera": {"azimuth": 0}},
            "turn": {"base": "standing", "turn": 50, "camera": {"azimuth": 0}},
            "shift": {**UP, "shift": {"up": -14, "forward": -8}},
            "raised": {"base": "long-sitting", "raised": 6, "props": [{"kind": "cushion", "place": "pelvis"}]},
            "right_foot": {**_STEP, "right_foot": {"at": {"forward": 16, "out": 6}}},
            "left_foot": {**_STEP, "left_foot": {"at": {"forward": 16, "out": 6}}},
            "feet": {"base": "standing", "feet": {"at": {"out": 14}}, "shift": {"up": -3}, "camera": {"azimuth": 0}},
            "right_hand": {"base": "sitting", "right_hand": "right knee"},
            "left_hand": {"base": "sitting", "left_hand": "left knee"},
            "hands": {"base": "standing", "hands": "hip", "camera": {"azimuth": 0}},
            "contacts": {"base": "standing", "props": [{"kind": "wall", "place": "behind"}], "contacts": {"head": "wall"}},
        "support": {"base": "standing", "right_hip": 60, "right_knee": 60, "support": ["left foot"]},
            "anchor": {"base": "half-kneeling", "anchor": "right knee"},
            "camera": {"base": "standing", "camera": {"azimuth": 30, "elevation": 40}},
            "arrow": {**_LIFT, "arrow": {"follows": "right knee"}},
            "gaze": {"base": "sitting", "gaze": "up", "camera": {"azimuth": 20, "close_up": "head"}},
            "highlight": {"base": "standing", "highlight": ["right quadriceps"], "camera": {"azimuth": 30}},
            "props": {"base": "sitting", "props": ["chair"]},
            "alt": {"base": "sitting", "alt": "Sitting upright, seen from the side."},
        },
    ),
    Group("A move of the hips", (Shift,), {
        "forward": {**UP, "shift": {"forward": 8, "up": -2}},
        "up": {**UP, "shift": {"up": -12}},
        "right": {**UP, "shift": {"right": 6, "up": -1}, "camera": {"azimuth": 0}},
    }),
    Group("A placed foot", (FootPlacement, Placement, Place), {
        "touches": {"base": "supine", "right_hip": 62, "right_knee": 95, "right_foot": {"touches": "left knee"}},
        "at": {**_STEP, "right_foot": {"at": {"forward": 20, "out": 8}}},
        "forward": {**_STEP, "right_foot": {"at": {"forward": 20}}},
        "out": {**_STEP, "right_foot": {"at": {"out": 16}}, "camera": {"azimuth": 0}},
        "height": {"base": "standing", "right_foot": {"at": {"forward": 20, "out": 6}, "height": 12}},
        "turned_out": {"base": "standing", "feet": {"at": {"out": 8}, "turned_out": 35}, "camera": {"azimuth": 10, "elevation": 25}},
        "heel_raised": {"base": "standing", "feet": {"at": {"out": 6}, "heel_raised": 30}, "shift": {"up": 3, "forward": 3}},
        "sole": {"base": "supine", "feet": {"at": {"forward": 30, "out": 8}, "sole": "in"}},
    }),
    Group("A placed hand", (HandPlacement, Placement), {
        "palm": {**_WALL, "right_hand": {"at": {"forward": 25, "out": 10}, "height": 75, "palm": "forward"}},
        "shape": {"base": "standing", "hands": {"shape": "spread"}, "camera": {"close_up": "right hand"}},
        "fingers_out": {"base": "hands-and-knees", "hands": {"fingers_out": 40}, "camera": {"azimuth": 40, "elevation": 25}},
    }),
    Group("The camera", (Camera,), {
        "view": {"base": "sitting", "camera": {"view": "three-quarter back"}},
        "azimuth": {"base": "sitting", "camera": {"azimuth": 0}},
        "elevation": {"base": "sitting", "camera": {"elevation": 45}},
        "close_up": {"base": "standing", "camera": {"close_up": "right foot"}},
    }),
    Group("An arrow", (Arrow,), {
        "follows": {**_LIFT, "arrow": {"follows": "right foot"}},
        "turns": {"base": "sitting", "neck": {"rotation": 50}, "after": "base-sitting", "arrow": {"turns": "head"}},
        "both_ways": {**_LIFT, "arrow": {"follows": "right foot", "both_ways": True}},
        "straight": {**_LIFT, "arrow": {"follows": "right foot", "straight": True}},
        "right": {**_LIFT, "arrow": {"follows": "right foot", "right": 10}},
        "up": {**_LIFT, "arrow": {"follows": "right foot", "up": 10}},
    }),
    Group("A thing", (Prop,), {
        "kind": {"base": "supine", "props": [{"kind": "mat"}]},
        "place": {"base": "standing", "props": [{"kind": "chair", "place": "front"}]},
        "at": {"base": "standing", "props": [{"kind": "chair", "place": "front", "at": 45}]},
        "height": {"base": "standing", "props": [{"kind": "step", "height": 16}], "right_foot": "step", "left_foot": {"at": {"out": 5}}},
        "to": {"base": "standing", "props": [{"kind": "band", "place": "right foot", "to": "right hand"}],
               "feet": {"at": {"out": 6}}, "right_elbow": 90, "right_shoulder": 20},
    }),
)  # fmt: skip
"""A key that two models share is shown once."""


def described(models: tuple[type[BaseModel], ...], key: str) -> str:
    """What a key does, as its field says it, else as the model of its value does; and its words, where they are few."""
    fields = [field for model in models for name, field in model.model_fields.items() if key == (field.alias or name)]
    inner = (model for field in fields for model in models_in(field.annotation))
    said = next((field.description for field in fields if field.description), None)
    said = said or next((model.__doc__ or "" for model in inner), "").strip().partition("\n")[0]
    words = list(_words_in(fields[0].annotation))
    return f"{said} ({', '.join(words)})" if len(words) <= MOST_WORDS and words else said


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field's value may be."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


def _words_in(annotation: Any) -> Iterator[str]:
    """The words that a field's value may be."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) is Union or isinstance(annotation, UnionType):
        for argument in get_args(annotation):
            yield from _words_in(argument)
