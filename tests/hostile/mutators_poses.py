"""Numbers, names and chains in poses. Each mutant is settled, and drawn where a body could take the pose."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.hostile.corpus import Folder
from tests.hostile.mutators import of_poses, spots

_NUMBERS: list[Any] = [
    0, -0.0, 1, -1, 45, 90, 179, 180, 181, 360, 721, -90, 1e-9, 1e-300, 1e9, 1e300, -1e300, float("nan"), float("inf"),
    -float("inf"), 10**15, 10**16, 10**400, True, "45", "45°", "NaN", None, [], {}, [45], {"flexion": 45},
]  # fmt: skip
_JOINTS = ["right_hip", "left_knee", "hips", "knees", "ankles", "shoulders", "right_elbow", "neck", "trunk", "pelvis",
           "forearms", "wrists", "scapulae", "lean", "tilt", "roll", "turn", "raised"]  # fmt: skip
_MOVES = [
    "flexion",
    "extension",
    "abduction",
    "adduction",
    "rotation",
    "internal_rotation",
    "side_bend",
    "x",
    "elevation",
]
_BASES = [
    "standing",
    "kneeling",
    "half-kneeling",
    "sitting",
    "long-sitting",
    "supine",
    "prone",
    "side-lying-left",
    "hands-and-knees",
    "flying",
]


def _figure(folder: Folder) -> tuple[Any, dict[str, Any]]:
    data = folder.data(folder.main())
    return data, data["figure"]


def _pose(rng: Random, figure: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = figure["poses"][rng.choice(list(figure["poses"]))]
    return found


@of_poses
def pose_numbers(rng: Random, folder: Folder) -> None:
    data, figure = _figure(folder)
    pose, number = _pose(rng, figure), rng.choice(_NUMBERS)
    pose[rng.choice(_JOINTS)] = rng.choice([number, {rng.choice(_MOVES): number}])
    folder.dump(folder.main(), data)


@of_poses
def any_pose(rng: Random, folder: Folder) -> None:
    """Several angles at random, many of which a body can take."""
    data, figure = _figure(folder)
    pose = _pose(rng, figure)
    pose.pop("from", None)
    pose["base"] = rng.choice(_BASES)
    pose |= {rng.choice(_JOINTS): rng.uniform(-60, 120) for _ in range(rng.choice([1, 2, 4]))}
    folder.dump(folder.main(), data)


@of_poses
def pose_values(rng: Random, folder: Folder) -> None:
    """Something in the place of any value of the figure."""
    data, figure = _figure(folder)
    holder, key = rng.choice(spots(figure))
    holder[key] = rng.choice([*_NUMBERS, "x", "floor", "nothing", "chair", "right hand", "end", *_BASES])
    folder.dump(folder.main(), data)


@of_poses
def pose_chains(rng: Random, folder: Folder) -> None:
    data, figure = _figure(folder)
    names = [*figure["poses"], "nobody", "End", "a" * 81]
    _pose(rng, figure)[rng.choice(["from", "after"])] = rng.choice(names)
    folder.dump(folder.main(), data)


@of_poses
def pose_names(rng: Random, folder: Folder) -> None:
    data, figure = _figure(folder)
    name = rng.choice(
        ["end\n", "End", "", "a b", "a" * 81, "end-", "é", "con", "..", "a/b", "1", "end-2", "start-end", "x.small"]
    )
    figure["poses"][name] = {"base": "standing"}
    folder.dump(folder.main(), data)


@of_poses
def many_poses(rng: Random, folder: Folder) -> None:
    data, figure = _figure(folder)
    count = rng.choice([41, 250, 2000])
    figure["poses"] |= {f"p{number}": {"from": f"p{number - 1}" if number else "start"} for number in range(count)}
    folder.dump(folder.main(), data)


@of_poses
def placements(rng: Random, folder: Folder) -> None:
    data, figure = _figure(folder)
    place = {
        "at": {"forward": rng.choice(_NUMBERS), "out": rng.choice(_NUMBERS)},
        "height": rng.choice([0, 5, *_NUMBERS]),
    }
    _pose(rng, figure)[rng.choice(["right_hand", "hands", "feet", "left_foot"])] = rng.choice(
        [
            place,
            "floor",
            "right thigh",
            "wall",
            "chair",
            "nothing",
            "x",
            {"touches": "chair"},
            {"palm": "out"},
            {"shape": "fist"},
        ]
    )
    folder.dump(folder.main(), data)


@of_poses
def contacts(rng: Random, folder: Folder) -> None:
    data, figure = _figure(folder)
    parts = ["knees", "right knee", "head", "left foot", "back", "pelvis", "x", "right hand"]
    on = ["floor", "chair", "wall", "nothing", "right thigh", "left foot", "x", None, 1]
    pose = _pose(rng, figure)
    pose["contacts"] = {rng.choice(parts): rng.choice(on) for _ in range(rng.choice([1, 3]))}
    pose |= rng.choice([{}, {"support": [rng.choice(parts)]}, {"anchor": rng.choice(parts)}])
    folder.dump(folder.main(), data)


@of_poses
def cameras_and_arrows(rng: Random, folder: Folder) -> None:
    data, figure = _figure(folder)
    rng.choice([figure, _pose(rng, figure)]).update(
        rng.choice(
            [
                {"camera": {"azimuth": rng.choice(_NUMBERS), "elevation": rng.choice(_NUMBERS)}},
                {"camera": rng.choice(["side", "top", "x", None, 1])},
                {
                    "arrow": rng.choice(
                        ["none", "pelvis", "x", {"follows": "head"}, {"follows": "x"}, [], ["pelvis"] * 9]
                    )
                },
                {"highlight": rng.choice([["glutes"], ["x"], ["right glutes"] * 50, "glutes", [None]])},
                {"gaze": rng.choice(["ahead", "up", "x", None])},
                {"alt": rng.choice(["{side}", "", "x" * 151, "<b>", "\n"])},
            ]
        )
    )
    folder.dump(folder.main(), data)


@of_poses
def props(rng: Random, folder: Folder) -> None:
    data, figure = _figure(folder)
    prop = {
        "kind": rng.choice(["cushion", "chair", "mat", "x"]),
        "place": rng.choice(["head", "right buttock", "x", None]),
    }
    prop |= rng.choice([{}, {"height": rng.choice(_NUMBERS)}, {"size": rng.choice(_NUMBERS)}])
    rng.choice([figure, _pose(rng, figure)])["props"] = rng.choice(
        [[prop], ["chair"], [prop] * 50, ["x"], "chair", [[]]]
    )
    folder.dump(folder.main(), data)
