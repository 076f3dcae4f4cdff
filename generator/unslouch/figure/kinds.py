"""Every kind of thing that a pose can have beside the body, as data: a new thing is an entry of :data:`KINDS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from unslouch.figure import forms
from unslouch.figure.body import Material
from unslouch.figure.forms import CHAIR_HALF, Drum, Form, Globe, Rod, Top

SIDES_OF_BODY = ("front", "behind", "left", "right")
HANDS, BOTH_HANDS, ONE_HAND = "hands", "both hands", ("right hand", "left hand")
"""One thing in each hand; one that both hold; one in one hand."""
ALONG_BACK, KNEES, DOOR = "back", "knees", "door"
LOOPS = ("thighs", "ankles", "knees", "feet")
"""Both limbs that a band goes round."""
_UNDER = ("pelvis", "head", "right knee", "left knee", "right buttock", "left buttock")


class Ribbon(NamedTuple):
    """A thing that is a line: how wide and how thick it is."""

    width: float
    thickness: float


@dataclass(frozen=True)
class Kind:
    """What there is to know of a kind of thing."""

    places: tuple[str, ...] = ()
    """Where it can be; the first is meant when nothing is said."""
    material: Material = Material.PROP
    form: Callable[[float], Form] = field(default=lambda _: Form())
    """Of how high it is."""
    height: float = 0.0
    """How high its top is, where nothing is said."""
    seat: tuple[float, float] | None = None
    """How low and how high it may be to be sat on; as high as who sits there."""
    half: tuple[float, float] = (0.0, 0.0)
    """Half its depth (X) and half its breadth (Z) on the floor."""
    lengthwise: bool = False
    """Whether its long side (Z) goes along a body that lies on it."""
    near: float = 14.0
    """From where a person began to its near edge: to stand clear of it."""
    clear: float = 0.0
    """From a body that does not touch it to something upright."""
    outline: Literal["", "w", "m", "v"] = ""
    """Of what stands behind the body as a flat shape: its style."""
    breadth: float | None = None
    """Half of how wide such a shape is; as the body is wide when nothing is said."""
    grip: str = ""
    """The shape of a hand that holds it."""
    hangs: bool = False
    """Whether it hangs down from the hand; else it turns with the hand."""
    fits: tuple[float, float] | None = None
    """How low and how high it may be to fill the room between what holds it."""
    ribbon: Ribbon | None = None

    @property
    def surfaces(self) -> tuple[str, ...]:
        """What of it can be touched."""
        return tuple(self.form(self.height).spots)

    @property
    def stands(self) -> bool:
        """Whether it has its own place in the room, and does not move with the body."""
        return bool(self.surfaces)


_FOAM, _METAL, _CLOTH = Material.FOAM, Material.METAL, Material.CLOTH
KINDS: dict[str, Kind] = {
    "band": Kind(
        (*LOOPS, HANDS, "right foot", "left foot", DOOR),
        Material.BAND, ribbon=Ribbon(1.6, 0.5), grip="grip",
    ),
    "chair": Kind(
        ("under", *SIDES_OF_BODY), form=forms.chair, height=25.5, seat=(18, 32), half=(CHAIR_HALF, CHAIR_HALF),
    ),
    "wall": Kind(SIDES_OF_BODY, form=forms.wall("wall"), outline="w", half=(0, 11)),
    "mat": Kind(outline="m"),
    "cushion": Kind(_UNDER, _CLOTH),
    "towel": Kind(
        ("head", "right thigh", "left thigh", *_UNDER, HANDS, "right foot", "left foot"),
        _CLOTH, ribbon=Ribbon(2.4, 0.5), grip="grip",
    ),
    "strap": Kind(
        ("right foot", "left foot", "right thigh", "left thigh"), Material.BAND, ribbon=Ribbon(1.2, 0.45), grip="grip",
    ),
    "step": Kind(
        ("front", "under", "behind", "left", "right"), form=forms.block("step", (11, 20), 1.0), height=10, half=(11, 20),
    ),
    "bench": Kind(
        ("under", *SIDES_OF_BODY), form=forms.on_legs("bench", (8.5, 34), 3.2, 1.1), height=25.5, seat=(20, 30), half=(8.5, 34),
        lengthwise=True,
    ),
    "bed": Kind(
        ("under", *SIDES_OF_BODY), _CLOTH, forms.on_legs("bed", (26, 57), 10, 1.8), height=29, seat=(20, 34), half=(26, 57),
        lengthwise=True,
    ),
    "table": Kind(
        ("front", "under", "behind", "left", "right"), form=forms.on_legs("table", (18, 32), 2.4, 1.2), height=44, half=(18, 32),
        lengthwise=True,
    ),
    "door": Kind(
        SIDES_OF_BODY, form=forms.wall("door", Globe((2.2, 60, 18), 1.6), across=23), outline="v", breadth=23, half=(0, 11), clear=30,
    ),
    "door frame": Kind(("front",), form=forms.door_frame, half=(0, 11)),
    "bar": Kind(("above",), _METAL, forms.on_posts("bar", 35, 35, 1.2), height=130),
    "rail": Kind(SIDES_OF_BODY, _METAL, forms.on_posts("rail", 30, 26, 0.9), height=56, near=12),
    "ball": Kind(
        ("under", "legs", *SIDES_OF_BODY), _FOAM, forms.ball, height=34, seat=(20, 40), half=(13, 13),
    ),
    "foam roller": Kind(
        ("back", "pelvis", "right thigh", "left thigh", "legs"), _FOAM, forms.roller, height=8.8, half=(4.4, 14),
    ),
    "stick": Kind((BOTH_HANDS, ALONG_BACK), form=forms.made_of(Rod((-33, 0, 0), (33, 0, 0), 0.8)), grip="grip"),
    "barbell": Kind(
        (BOTH_HANDS,), _METAL,
        forms.made_of(
            Rod((-36, 0, 0), (36, 0, 0), 0.75),
            *(Drum((sign * 28, 0, 0), (sign * 31, 0, 0), 6.5) for sign in (1, -1)),
        ), grip="grip",
    ),
    "dumbbell": Kind(
        (HANDS, *ONE_HAND, BOTH_HANDS), _METAL,
        forms.made_of(
            Rod((-3, 0, 0), (3, 0, 0), 0.8), *(Drum((sign * 3.2, 0, 0), (sign * 6.6, 0, 0), 2.6) for sign in (1, -1)),
        ), grip="grip",
    ),
    "kettlebell": Kind(
        (BOTH_HANDS, *ONE_HAND, HANDS), _METAL,
        forms.made_of(
            Rod((-3.4, 0, 0), (3.4, 0, 0), 0.9),
            *(Rod((sign * 3.4, 0, 0), (sign * 3, -6, 0), 0.9) for sign in (1, -1)),
            Globe((0, -8.6, 0), 4.6),
        ), grip="grip", hangs=True,
    ),
    "small ball": Kind(
        (BOTH_HANDS, *ONE_HAND, KNEES), _FOAM, forms.round, height=11, fits=(7, 16), grip="flat",
    ),
}  # fmt: skip
"""By the names that authors write."""
SURFACES_OF = {name: kind.surfaces for name, kind in KINDS.items() if kind.stands}
"""What can be touched of each kind of thing that stands still while the body moves."""
KIND_OF = {surface: name for name, surfaces in SURFACES_OF.items() for surface in surfaces}
PLACES = {name: kind.places for name, kind in KINDS.items()}
CUSHIONS = ("cushion", "towel")
"""What is put, folded, between a part and the floor."""
ENDS = (HANDS, *ONE_HAND, "right foot", "left foot")
"""What can have the ends of a band, a strap or a towel."""
BARS = tuple(s for kind in KINDS.values() for s, spot in kind.form(0).spots.items() if isinstance(spot, Rod))
"""Surfaces that hands close round."""
UPRIGHT = tuple(
    surface
    for name, kind in KINDS.items()
    for surface, spot in kind.form(0).spots.items()
    if isinstance(spot, Top) and spot.normal[1] < 0.5
)
"""Surfaces that look sideways."""
