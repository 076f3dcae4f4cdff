"""The people of the pictures, as data over one body, and who of them shows an exercise.

Poses are written of the standard body. Whoever shows them has lengths, flesh, hair, clothes and colours of their own;
what lies, stands and touches is worked out for each.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from unslouch.figure.body import CHAINS, SIDES, Material, Station, sided
from unslouch.figure.build import Build, Stretch, hip_height, stretches
from unslouch.figure.garments import LEGS, NECKLINES, SLEEVES, Garment
from unslouch.figure.hair import KINDS, Hair


class Colours(NamedTuple):
    """On light paper."""

    skin: str
    hair: str
    shirt: str
    trousers: str
    shoe: str = "#76848f"
    ink: str = "#22303a"
    """Darker on darker skin, on which it is read as well."""
    shade: str = "#9a4a1c"
    """What skin in the shade has something of."""
    edge: str = ""
    """Around a working muscle, where red is too near to the skin: light."""


_DEEP = {"ink": "#05080a", "shade": "#1c0a02", "edge": "#ffe3d6"}
_BROWN = {"ink": "#0c1318", "shade": "#4a1c06", "edge": "#fff0e6"}


_AS_IT_IS = Build()


@dataclass(frozen=True, eq=False)
class Person:
    """Who shows a pose; the same as no other."""

    name: str
    colours: Colours
    build: Build = _AS_IT_IS
    hair: str = "short"
    sleeves: str = "short"
    legs: str = "long"
    neckline: str = "round"

    @cached_property
    def stretch(self) -> Mapping[str, Stretch]:
        """How each segment's frame is stretched."""
        return stretches(self.build)

    @cached_property
    def hip_height(self) -> float:
        """Of the standing person."""
        return hip_height(self.build)

    @property
    def garments(self) -> tuple[Garment, Garment]:
        """Sleeves and trouser legs."""
        return SLEEVES[self.sleeves], LEGS[self.legs]

    @property
    def neck_room(self) -> float:
        """Units about the pit of the neck without shirt."""
        return NECKLINES[self.neckline]

    @property
    def kind_of_hair(self) -> Hair:
        """As rows of flesh."""
        return KINDS[self.hair]

    @cached_property
    def chains(self) -> dict[str, list[Station]]:
        """All flesh, as :data:`body.CHAINS`."""
        whole: dict[str, Material] = {}
        for garment in self.garments:
            whole |= {sided(limb, side): of for limb, of in garment.limbs.items() for side in SIDES}
        rows = CHAINS | {"hair": self.kind_of_hair.hair, "locks": self.kind_of_hair.locks}
        return {
            name: [self.stretch[s.segment].station(s)._replace(material=whole.get(name, s.material)) for s in row]
            for name, row in rows.items()
        }


_LARGER = Build(
    arms=1.03, hips=1.04, chest_wide=1.08, chest_deep=1.14, waist_wide=1.3, waist_deep=1.2, hips_wide=1.18, hips_deep=1.14,
    thighs=1.17, calves=1.1, upper_arms=1.2, forearms=1.13, neck=1.1, belly=1.2, bust=1.2,
)  # fmt: skip
_STOUT = Build(
    arms=1.03, shoulders=1.03, chest_wide=1.08, chest_deep=1.12, waist_wide=1.26, waist_deep=1.24, hips_wide=1.08, hips_deep=1.05,
    thighs=1.05, calves=1.03, upper_arms=1.12, forearms=1.06, neck=1.16, belly=1.0,
)  # fmt: skip
_SLENDER = Build(
    arms=1.02, shoulders=0.93, chest_wide=0.9, chest_deep=0.93, waist_wide=0.86, waist_deep=0.9, hips_wide=0.98, thighs=0.96,
    calves=0.95, upper_arms=0.84, forearms=0.88, neck=0.86, bust=0.6,
)  # fmt: skip
_BROAD = Build(
    shoulders=1.06, chest_wide=1.06, chest_deep=1.03, waist_wide=0.95, waist_deep=0.96, hips_wide=0.97, hips_deep=0.98,
    upper_arms=1.07, forearms=1.05, neck=1.06,
)  # fmt: skip
_ROUND = Build(
    arms=1.02, shoulders=0.96, hips=1.02, chest_wide=0.96, waist_wide=1.02, waist_deep=1.03, hips_wide=1.08, hips_deep=1.04,
    thighs=1.05, upper_arms=0.98, forearms=0.94, neck=0.9, belly=0.3, bust=0.9,
)  # fmt: skip
_SLIGHT = Build(
    arms=1.02, shoulders=0.93, chest_wide=0.93, chest_deep=0.97, waist_wide=1.0, waist_deep=1.02, hips_wide=1.0, thighs=0.93,
    calves=0.91, upper_arms=0.88, forearms=0.86, neck=0.84, belly=0.5, bust=0.5,
)  # fmt: skip

_TABLE = (
    Person("tom", Colours("#f1dfd0", "#5c4a40", "#aacfda", "#b9c5d1")),
    Person("ada", Colours("#a06a47", "#1d1614", "#f0c673", "#cfcce6", "#c9857a", **_DEEP), _LARGER, "curls", legs="leggings"),
    Person("ravi", Colours("#b07a4c", "#b9b4ae", "#c9d8a8", "#d2cabb", "#6f6a66", **_BROWN), _STOUT, "bald"),
    Person("mei", Colours("#f3d9b8", "#2a2424", "#f4c3bb", "#b7d3cf", "#e8e4df"), _SLENDER, "pony tail", "none", "leggings"),
    Person("kofi", Colours("#8f5b3d", "#15100f", "#e6ddc8", "#b4d2ea", "#d8dde0", **_DEEP), _BROAD, "cropped", legs="short"),
    Person("noor", Colours("#e2b48a", "#9fb8c9", "#d6c2e0", "#c0c6d2", "#7c7488"), _ROUND, "scarf", "long",
           neckline="closed"),
    Person("ida", Colours("#f6e1d6", "#c3c4c8", "#ecc6d4", "#bccbb8", "#8a7f86"), _SLIGHT, "bun"),
)  # fmt: skip
PEOPLE: dict[str, Person] = {person.name: person for person in _TABLE}
"""By name."""
STANDARD = "tom"
"""Of whom poses are written, and whose body they are judged by where nobody is named."""

if TYPE_CHECKING:  # see :mod:`names`
    PersonName = str
else:
    PersonName = Literal[tuple(PEOPLE)]

_SALT = "people 5459"
"""With it all people appear alike often over this guide, and neighbours in lists and routines differ."""


def chosen(id: str, among: Sequence[str] = ()) -> str:
    """Who shows the exercise of an id, of all people or ``among`` some: always the same, whatever else there is.

    Each weighs by a hash of the two names, the heaviest shows it (rendezvous hashing): where people come or go, only
    the exercises of those change.
    """
    return max(among or PEOPLE, key=lambda name: hashlib.sha256(f"{_SALT} {id} {name}".encode()).digest())
