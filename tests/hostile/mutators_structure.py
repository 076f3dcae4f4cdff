"""What is there twice, not at all, of another kind, elsewhere, or in each other."""

from __future__ import annotations

import copy
from datetime import date
from random import Random
from typing import Any

from tests.hostile.corpus import Folder
from tests.hostile.mutators import change_lines, change_text, change_value, mutator, slow, spots

_OTHER: list[Any] = [
    None, True, False, 0, 1, -1, 3.5, 10**20, "", " ", "x", "none", "1-2", "30 s", [], [[]], {}, {"text": "x"},
    {"x": {"y": 1}}, ["x", 1, None], date(2026, 11, 23), [{}], {"": ""},
]  # fmt: skip


def _mapping(rng: Random, folder: Folder) -> tuple[str, Any, dict[str, Any]]:
    """A file, what it holds, and one of the mappings in that."""
    path = folder.any(rng)
    data = folder.data(path)
    inner = [holder[key] for holder, key in spots(data, lambda value: isinstance(value, dict) and bool(value))]
    return path, data, rng.choice([data, data, *inner])


@mutator
def missing_key(rng: Random, folder: Folder) -> None:
    path, data, mapping = _mapping(rng, folder)
    del mapping[rng.choice(list(mapping))]
    folder.dump(path, data)


@mutator
def only_one_key(rng: Random, folder: Folder) -> None:
    path, data, mapping = _mapping(rng, folder)
    key = rng.choice(list(mapping))
    for other in [one for one in mapping if one != key]:
        del mapping[other]
    folder.dump(path, data)


@mutator
def unknown_key(rng: Random, folder: Folder) -> None:
    path, data, mapping = _mapping(rng, folder)
    mapping[rng.choice(["x", "Name", "nmae", "text", "step", "class", "__init__", "source", "id", "1", "", "é"])] = (
        rng.choice(_OTHER)
    )
    folder.dump(path, data)


@mutator
def misspelt_key(rng: Random, folder: Folder) -> None:
    path, data, mapping = _mapping(rng, folder)
    key = rng.choice(list(mapping))
    place = rng.randrange(len(key)) if key else 0
    changed = rng.choice([key[:place] + key[place + 1 :], key[:place] + "z" + key[place:], key.upper(), key + "s"])
    mapping[changed] = mapping.pop(key)
    folder.dump(path, data)


@mutator
def swapped_keys(rng: Random, folder: Folder) -> None:
    path, data, mapping = _mapping(rng, folder)
    one, other = rng.choice(list(mapping)), rng.choice(list(mapping))
    mapping[one], mapping[other] = mapping[other], mapping[one]
    folder.dump(path, data)


@mutator
def swapped_values(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    data = folder.data(path)
    (one, first), (other, second) = rng.choice(spots(data)), rng.choice(spots(data))
    copied = copy.deepcopy(other[second])  # the one may be in the other
    other[second] = copy.deepcopy(one[first])
    one[first] = copied
    folder.dump(path, data)


@mutator
def wrong_type(rng: Random, folder: Folder) -> None:
    change_value(rng, folder, lambda _: rng.choice(_OTHER))


@mutator
def wrapped_in_list(rng: Random, folder: Folder) -> None:
    change_value(rng, folder, lambda value: [value] if rng.random() < 0.7 else [[value]])


@mutator
def wrapped_in_mapping(rng: Random, folder: Folder) -> None:
    change_value(rng, folder, lambda value: {rng.choice(["text", "x", "card", "source", "id", "exercise"]): value})


@mutator
def unwrapped(rng: Random, folder: Folder) -> None:
    change_value(
        rng,
        folder,
        lambda value: next(iter(value.values() if isinstance(value, dict) else value)),
        lambda value: isinstance(value, dict | list) and bool(value),
    )


@mutator
def doubled_items(rng: Random, folder: Folder) -> None:
    change_value(rng, folder, lambda value: value * rng.choice([2, 3, 9]), lambda value: isinstance(value, list))


@mutator
def key_of_another_file(rng: Random, folder: Folder) -> None:
    path, data, mapping = _mapping(rng, folder)
    _, _, other = _mapping(rng, folder)
    key = rng.choice(list(other))
    mapping[key] = other[key]
    folder.dump(path, data)


@mutator
def whole_file_of_another(rng: Random, folder: Folder) -> None:
    folder.files[folder.any(rng)] = folder.files[folder.any(rng)]


@mutator
def two_files_in_one(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    folder.files[path] += folder.files[folder.any(rng)]


@mutator
def cut_off(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    folder.files[path] = folder.files[path][: rng.randrange(len(folder.files[path]))]


@mutator
def other_root(rng: Random, folder: Folder) -> None:
    folder.dump(folder.any(rng), rng.choice(_OTHER))


@mutator
def lost_line(rng: Random, folder: Folder) -> None:
    change_lines(rng, folder, lambda lines, number: lines.pop(number))


@mutator
def doubled_line(rng: Random, folder: Folder) -> None:
    change_lines(rng, folder, lambda lines, number: lines.insert(number, lines[number]))


@mutator
def moved_line(rng: Random, folder: Folder) -> None:
    change_lines(rng, folder, lambda lines, number: lines.insert(rng.randrange(len(lines)), lines.pop(number)))


@mutator
def no_such_id(rng: Random, folder: Folder) -> None:
    path = folder.main()
    data = folder.data(path)
    data[rng.choice(["related", "easier_first"])] = rng.choice([["nobody"], ["marching", "nobody"], ["a" * 81], ["é"]])
    folder.dump(path, data)


@mutator
def names_itself(rng: Random, folder: Folder) -> None:
    path = folder.main()
    id, data = path.split("/")[1].removesuffix(".yml"), folder.data(path)
    data |= rng.choice(
        [
            {"related": [id]},
            {"easier_first": [id]},
            {"easier_first": ["easier", id]},
            {"progress": {"when": "It is easy.", "then": id}},
            {"easier_first": ["marching"], "progress": {"when": "It is easy.", "then": "marching"}},
        ]
    )
    folder.dump(path, data)


@mutator
def week_of_odd_days(rng: Random, folder: Folder) -> None:
    data = folder.data("routines/week.yml")
    data["week"] |= {
        rng.choice(["monday", "Sunday", "funday"]): rng.choice([["week"], ["nobody"], "session", [], None])
    }
    folder.dump("routines/week.yml", data)


@slow
def long_list(rng: Random, folder: Folder) -> None:
    many = rng.choice([41, 250, 5000])
    change_value(
        rng, folder, lambda value: (value * many)[:many], lambda value: isinstance(value, list) and value != []
    )


@slow
def long_mapping(rng: Random, folder: Folder) -> None:
    path, data, mapping = _mapping(rng, folder)
    mapping |= {f"key{number}": "x" for number in range(rng.choice([41, 250, 5000]))}
    folder.dump(path, data)


@mutator
def deep(rng: Random, folder: Folder) -> None:
    depth, wrap = rng.choice([5, 39, 40, 41, 200]), rng.choice([lambda value: [value], lambda value: {"text": value}])

    def nested(value: Any) -> Any:
        for _ in range(depth):
            value = wrap(value)
        return value

    change_value(rng, folder, nested)


@slow
def deeper(rng: Random, folder: Folder) -> None:
    sign = rng.choice(["[", "{", "- ", "? ", "{a: ", "[[", "!!seq [", "&a [", "- - ? "])
    folder.set(folder.any(rng), "name: x\nsteps: " * rng.randint(0, 1) + sign * rng.choice([50, 5000, 60_000]))


@mutator
def words_of_the_format(rng: Random, folder: Folder) -> None:
    word = rng.choice(
        ["start", "end", "easier", "harder", "none", "common", "true", "{side}", "nothing", "index", "floor"]
    )
    change_text(rng, folder, lambda _: word)
