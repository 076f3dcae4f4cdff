"""How large a card's type can be: the largest step of a ladder at which it ends on its page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import groupby

LETTER_HEIGHT = 259.4
"""Millimetres between 10 mm margins on the shorter of the two papers; A4 has 277."""
RESERVE = 3.0
"""Millimetres kept free: Chromium sets the same card up to 0.8 mm taller."""
ROOM = LETTER_HEIGHT - RESERVE
"""Millimetres that a card has."""
CLEAR_PRINT = 12
"""Points that most people can read without effort (RNIB, Clear Print guidelines)."""


@dataclass(frozen=True)
class Step:
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
        """The step as CSS variables; ``natural`` is the height found, in millimetres."""
        nat = f";--natural:{natural:.1f}mm" if natural is not None else ""
        return (
            f"--type:{self.type:g}pt;--figure-width:{self.figure_width:g}mm;--figure-height:{self.figure_height:g}mm;"
            f"--padding:{self.padding:g}mm;--leading:{self.leading:g}{nat}"
        )


LADDER = (
    Step("roomy", 14, 60, 30, 1.8, 1.28),
    Step("roomy", 13.5, 58, 29, 1.6, 1.28),
    Step("roomy", 13, 56, 27, 1.5, 1.27),
    Step("tight", 13, 52, 24, 1.2, 1.25),
    Step("roomy", 12.5, 54, 26, 1.3, 1.26),
    Step("tight", 12.5, 46, 22, 1.1, 1.24),
    Step("roomy", 12, 52, 24, 1.1, 1.25),
    Step("tight", 12, 44, 20, 0.9, 1.22),
    Step("tight", 12, 40, 18, 0.5, 1.2),
    Step("runin", 12, 44, 19, 0.9, 1.22),
    Step("runin", 12, 36, 15, 0.4, 1.18),
    Step("tight", 11.5, 40, 18, 0.6, 1.2),
    Step("runin", 11.5, 40, 18, 0.7, 1.21),
    Step("runin", 11.5, 34, 14, 0.3, 1.17),
    Step("tight", 11, 38, 16, 0.5, 1.18),
    Step("runin", 11, 38, 16, 0.6, 1.2),
    Step("runin", 11, 32, 13, 0.2, 1.16),
    Step("runin", 10.5, 34, 14, 0.4, 1.17),
    Step("runin", 10.5, 30, 12.5, 0.2, 1.15),
    Step("runin", 10, 30, 12, 0.3, 1.15),
    Step("runin", 10, 28, 11, 0.1, 1.13),
    Step("runin", 9.5, 26, 10.5, 0.2, 1.14),
    Step("runin", 9, 24, 10, 0.1, 1.1),
)
"""From the largest type to the smallest; of one size the roomiest first, and last the one that takes least room."""


@dataclass(frozen=True)
class Fit:
    """The step found, and the card's natural height at it in millimetres."""

    step: Step
    natural: float

    @property
    def fits(self) -> bool:
        """Whether the card ends on its page."""
        return self.natural <= ROOM


LARGE = Fit(Step("roomy", 17, 56, 40, 2.5, 1.3), 0.0)
"""Large print: 16 points and more (RNIB, Clear Print guidelines), on as many pages as it takes."""


def largest(measure: Callable[[Step], float]) -> Fit:
    """The first step of the ladder at which the card ends on the page; ``measure`` finds its height in millimetres.

    The last step of a size is its closest, and never taller than the last of a larger size: so the sizes are halved by
    their last steps, and the steps of the size found are tried in order. Where none fits, the last step with its height.
    """
    measured = cache(lambda step: Fit(step, measure(step)))
    sizes = [list(steps) for _, steps in groupby(LADDER, key=lambda step: step.type)]
    at = bisect_left(sizes, True, key=lambda steps: measured(steps[-1]).fits)
    found = sizes[min(at, len(sizes) - 1)]
    return next((measured(step) for step in found if measured(step).fits), measured(found[-1]))


def unmeasured(rows: int) -> Fit:
    """A step that is small enough for ``rows`` exercises of usual length, where nothing can be measured."""
    sizes = {step.type: step for step in LADDER}
    step = sizes[12 if rows <= 3 else 10 if rows <= 6 else 9]
    return Fit(step, ROOM)
