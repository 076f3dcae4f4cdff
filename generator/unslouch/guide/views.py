"""Pictures as a page shows them: one side of one, and the two that a movement starts and ends with."""

from __future__ import annotations

from dataclasses import dataclass

PHONE = (288, 330)
"""Pixels that a pair has on a phone: what stacking it is judged by."""
GAP = 16
"""Pixels between the two."""
CLEARLY = 1.25
"""How much larger a pair must come out for being stacked."""


@dataclass(frozen=True)
class View:
    """A picture as a page shows it: one side of it."""

    path: str
    alt: str
    width: int
    height: int
    side: str


@dataclass(frozen=True)
class Pair:
    """Start and end of a movement, which are shown to one scale."""

    start: View
    end: View
    moving: View | None = None
    """The movement itself, for who asks to see it."""

    @property
    def side(self) -> str:
        """The side that it shows."""
        return self.end.side

    @property
    def across(self) -> int:
        """Pixels that both take side by side."""
        return self.start.width + self.end.width

    @property
    def tall(self) -> int:
        """Pixels of the taller."""
        return max(self.start.height, self.end.height)

    @property
    def wide(self) -> int:
        """Pixels of the wider."""
        return max(self.start.width, self.end.width)

    @property
    def tower(self) -> int:
        """Pixels that both take one above the other."""
        return self.start.height + self.end.height

    @property
    def stacked(self) -> bool:
        """Whether they are clearly larger one above the other where there is little room: those of lying figures."""
        width, height = PHONE
        beside = min((width - GAP) / self.across, height / self.tall)
        return min(width / self.wide, (height - GAP) / self.tower) > CLEARLY * beside
