"""What a figure comes out as: shapes with a style each. Numbers, no text: :mod:`svg` writes it in colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from unslouch.figure.people import STANDARD

UNIT = 10
"""Drawing units per percent of body height, of a picture that says nothing else."""
PIXELS_PER_UNIT = 3.2
"""The width and height written on a drawing, a percent of body height: a standing person is about 340 pixels tall."""

Form = Literal["page", "small", "moving"]
"""``page``: regular lines, with arrow and ghost. ``small``: heavier lines and no ghost, for about 96 pixels.
``moving``: the flip-book of the movement."""


@dataclass(frozen=True)
class Phrase:
    """A part of what a picture shows, to be said in a language: its key, the side it is about, what fills it."""

    key: str
    side: str = ""
    """``right``, ``left``, ``both``, or nothing where sides do not come into it."""
    what: Phrase | None = None


class Shape(NamedTuple):
    """A closed path in drawing units and how it looks, by a short name of :data:`svg.STYLES`."""

    style: str
    path: str


SILHOUETTE = "k"
"""The style of the shape that holds the whole body."""
OUTLINE, RIM = Shape("o", ""), Shape("r", "")
"""The silhouette's line, over what lies inside it, and a wider one below it, which sets the body off from what is behind
it. Neither has a path of its own."""
TRACING = (OUTLINE, RIM)
NEAR = "n"
"""The style of the shape that holds all but the limbs further off: beyond it the outline is thinner."""


@dataclass(frozen=True)
class Drawing:
    """A picture of the right side; the left side is its mirror image. Lengths are drawing units."""

    width: int
    height: int
    frames: tuple[tuple[Shape, ...], ...]
    """Each from back to front: one of a picture, several of a flip-book, which ends with its pose."""
    lines: dict[str, float]
    """How wide the lines of a style are."""
    told: tuple[Phrase, ...]
    """What it shows, for a reader who cannot see it."""
    unit: int = UNIT
    """Drawing units per percent of body height: fewer make a smaller file, of which lines are less exact."""
    cut: int = 0
    """Drawing units by which the shapes go on past each edge: a close-up shows none of its own edges."""
    behind: tuple[Shape, ...] = ()
    """What stands still behind all frames of a flip-book."""
    person: str = STANDARD
    """Whose colours it has."""

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height as they are written on it."""
        return round(self.width * PIXELS_PER_UNIT / self.unit), round(self.height * PIXELS_PER_UNIT / self.unit)
