"""A mutant by its name: ``pigeon-pose/norway+bidi/17`` is the same folder on every machine and every day.

A seed gives the names of as many as are asked for. Those that once broke something are kept in ``kept.txt``, by name.
"""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import yaml

from tests.hostile import (
    mutators_characters,
    mutators_files,
    mutators_poses,
    mutators_structure,
    mutators_text,
    mutators_yaml,
)
from tests.hostile.corpus import Folder, base, bases
from tests.hostile.mutators import ALL, OF_POSES, SLOW
from tests.hostile.outcome import FAULT, TOO_LONG, Outcome, outcome

MODULES = (
    mutators_structure,
    mutators_yaml,
    mutators_characters,
    mutators_text,
    mutators_poses,
    mutators_files,
)
"""Where the mutators are; to import them registers each."""
KEPT = Path(__file__).parent / "kept.txt"
_BLOCK = 1000


def names(seed: int, count: int, start: int = 0) -> Iterator[str]:
    """The names of mutants ``start`` to ``start + count`` of a seed, every mutator in its turn."""
    usual = [name for name in ALL if name not in OF_POSES | SLOW]
    for number in range(start, start + count):
        rng = Random(f"{seed} {number}")
        turn = [*OF_POSES] if number % 25 == 7 else [*SLOW] if number % 100 == 31 else usual
        chosen = [sorted(turn)[number // (25 if turn != usual else 1) % len(turn)]]
        if chosen[0] not in OF_POSES | SLOW and rng.random() < 0.25:
            chosen.append(rng.choice(usual))
        drawn = [name for name in bases() if name.endswith("-drawn") is (chosen[0] in OF_POSES)]
        yield f"{rng.choice(drawn)}/{'+'.join(chosen)}/{rng.randrange(10**6)}"


def mutant(name: str) -> Folder:
    """The folder of this name."""
    of, mutators, _ = name.split("/")
    folder, rng = base(of), Random(name)
    for one in mutators.split("+"):
        try:
            ALL[one](rng, folder)
        except (LookupError, TypeError, ValueError, AttributeError, StopIteration, RecursionError, yaml.YAMLError):
            if one == mutators:  # the first of two may leave nothing that the second knows
                raise
    return folder


def look_at(name: str) -> Outcome:
    """What comes of a mutant: one in seven with all that a site has beside its pages."""
    mutators = name.split("/")[1].split("+")
    deep = Random(f"{name} deep").random() < 0.15
    try:
        folder = mutant(name)
    except Exception:
        return Outcome(FAULT, f"the mutator is at fault:\n{traceback.format_exc(limit=-6)}")
    found = outcome(folder, deep=deep, drawn=mutators[0] in OF_POSES)
    if found.told.startswith(TOO_LONG):  # the machine may have had more to do: twice is no chance
        found = outcome(mutant(name), deep=deep, drawn=mutators[0] in OF_POSES)
    return found


def kept() -> list[str]:
    """The names of mutants that once broke something."""
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def tally(found: dict[str, Outcome]) -> str:
    """A table of what came of each mutator's mutants."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in sorted(ALL)}
    for name, what in found.items():
        for one in name.split("/")[1].split("+"):
            counts[one][what.kind] += 1
    kinds = ("built", "problems", FAULT)
    rows = [f"{name:<24}" + "".join(f"{count[kind]:>10}" for kind in kinds) for name, count in counts.items()]
    total = Counter(what.kind for what in found.values())
    rows.append(
        f"{'all ' + format(len(found), ',') + ' mutants':<24}" + "".join(f"{total[kind]:>10}" for kind in kinds)
    )
    return "\n".join(
        [f"{'mutator':<24}" + "".join(f"{kind + ('s' if kind == FAULT else ''):>10}" for kind in kinds), *rows]
    )
