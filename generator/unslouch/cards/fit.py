"""How large a card's type can be: the largest rung of a ladder at which it ends on its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LETTER_HEIGHT = 259.4
"""Millimetres between 10 mm margins on the shorter of the two papers; A4 has 277."""
RESERVE = 3.0
"""Millimetres kept free: Chromium sets the same card up to 0.8 mm taller."""
ROOM = LETTER_HEIGHT - RESERVE
"""Millimetres that a card has."""
CLEAR_PRINT = 12
"""Points that most people can read without effort (RNIB, Clear Print guidelines)."""


_LAYOUTS = ("runin", "tight", "roomy")
"""Ways to set a row, from the one that takes least room."""


@dataclass(frozen=True)
class Rung:
    """A size of type with the figures and spaces that go with it."""

    layout: str
    """``roomy``: a line for the name, one for the dose, one a step. ``tight``: name and dose share a
    line. ``runin``: the steps run on as a paragraph."""
    type: float
    """Points."""
    figure_width: float
    """Millimetres, of start and end together."""
    figure_height: float
    padding: float
    """Millimetres above and below a row."""
    leading: float
    """Line height, times the type."""

    def style(self, natural: float | None = None) -> str:
        """The rung as CSS variables; ``natural`` is the height found, in millimetres."""
        nat = f";--natural:{natural:.1f}mm" if natural is not None else ""
        return (
            f"--type:{self.type:g}pt;--figure-width:{self.figure_width:g}mm;--figure-height:{self.figure_height:g}mm;"
            f"--padding:{self.padding:g}mm;--leading:{self.leading:g}{nat}"
        )

    def never_shorter_than(self, other: Rung) -> bool:
        """Whether a card in it is at least as tall as in the other: it is set no closer, and nothing of it is smaller."""
        pairs = zip(self._sizes, other._sizes, strict=True)
        return all(own >= others for own, others in pairs)

    @property
    def _sizes(self) -> tuple[float, ...]:
        layout = _LAYOUTS.index(self.layout)
        return layout, self.type, self.figure_width, self.figure_height, self.padding, self.leading


LADDER = (
    Rung("roomy", 14, 60, 30, 1.8, 1.28),
    Rung("tight", 14, 56, 27, 1.3, 1.26),
    Rung("roomy", 13.5, 58, 29, 1.6, 1.28),
    Rung("tight", 13.5, 54, 26, 1.2, 1.25),
    Rung("roomy", 13, 56, 27, 1.5, 1.27),
    Rung("tight", 13, 52, 24, 1.2, 1.25),
    Rung("roomy", 12.5, 54, 26, 1.3, 1.26),
    Rung("tight", 12.5, 46, 22, 1.1, 1.24),
    Rung("roomy", 12, 52, 24, 1.1, 1.25),
    Rung("tight", 12, 44, 20, 0.9, 1.22),
    Rung("tight", 12, 40, 18, 0.5, 1.2),
    Rung("runin", 12, 44, 19, 0.9, 1.22),
    Rung("runin", 12, 36, 15, 0.4, 1.18),
    Rung("tight", 11.5, 40, 18, 0.6, 1.2),
    Rung("runin", 11.5, 40, 18, 0.7, 1.21),
    Rung("runin", 11.5, 34, 14, 0.3, 1.17),
    Rung("tight", 11, 38, 16, 0.5, 1.18),
    Rung("runin", 11, 38, 16, 0.6, 1.2),
    Rung("runin", 11, 32, 13, 0.2, 1.16),
    Rung("runin", 10.5, 34, 14, 0.4, 1.17),
    Rung("runin", 10.5, 30, 12.5, 0.2, 1.15),
    Rung("runin", 10, 30, 12, 0.3, 1.15),
    Rung("runin", 10, 28, 11, 0.1, 1.13),
    Rung("runin", 9.5, 26, 10.5, 0.2, 1.14),
    Rung("runin", 9, 24, 10, 0.1, 1.1),
)
"""From the largest type to the smallest; of one size the roomiest first, and last the one that takes least room."""
USUAL = next(rung for rung in reversed(LADDER) if rung.type == CLEAR_PRINT)
"""The rung that is asked first: most cards are set in one that is a little larger."""


@dataclass(frozen=True)
class Fit:
    """The rung found, and the card's natural height at it in millimetres."""

    rung: Rung
    natural: float

    @property
    def fits(self) -> bool:
        """Whether the card ends on its page."""
        return self.natural <= ROOM


LARGE_LADDER = (
    Rung("roomy", 18, 92, 54, 2.5, 1.25),
    Rung("roomy", 16, 84, 48, 1.6, 1.22),
    Rung("runin", 16, 90, 50, 0.8, 1.18),
    Rung("runin", 16, 76, 43, 0.6, 1.17),
    Rung("runin", 16, 62, 36, 0.5, 1.16),
)
"""Large print: 16 points and more (RNIB, Clear Print guidelines), on as few pages as the last of these takes."""
LARGE = Fit(LARGE_LADDER[1], 0.0)
"""Large print where nothing can be measured."""


def largest_print(pages: Callable[[Rung], int]) -> Fit:
    """The first rung of large print that takes no more pages than the last; ``pages`` counts them."""
    *others, last = LARGE_LADDER
    few = pages(last)
    return Fit(_first(others, lambda rung: pages(rung) <= few) or last, 0.0)


def largest(measure: Callable[[Rung], float]) -> Fit:
    """The first rung of the ladder at which the card ends on the page; ``measure`` finds its height in millimetres.

    Where none fits, the last rung with its height.
    """
    heights: dict[Rung, float] = {}

    def fits(rung: Rung) -> bool:
        heights[rung] = measure(rung)
        return heights[rung] <= ROOM

    rung = _first(LADDER, fits, USUAL) or LADDER[-1]
    return Fit(rung, heights[rung])


def _first(ladder: Sequence[Rung], fits: Callable[[Rung], bool], guess: Rung | None = None) -> Rung | None:
    """The first rung that fits; few are asked, for each takes time: the ``guess`` first, then those whose answer rules out most.

    Where one does not fit, none does that is never shorter.
    """
    found, left = None, list(ladder)
    while left:
        rung, guess = guess or max(left, key=lambda one: _ruled_out(one, left)), None
        if fits(rung):
            found, left = rung, left[: left.index(rung)]
        else:
            left = [one for one in left if not one.never_shorter_than(rung)]
    return found


def _ruled_out(rung: Rung, left: Sequence[Rung]) -> int:
    """How many rungs need not be asked, at least, once it is known whether one fits: those after it, or those never shorter."""
    return min(len(left) - left.index(rung), sum(one.never_shorter_than(rung) for one in left))


def unmeasured(rows: int) -> Fit:
    """A rung that is small enough for ``rows`` exercises of usual length, where nothing can be measured."""
    sizes = {rung.type: rung for rung in LADDER}
    rung = sizes[12 if rows <= 3 else 10 if rows <= 6 else 9]
    return Fit(rung, ROOM)
