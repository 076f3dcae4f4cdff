"""What an exercise asks of the body: worked out from its poses, corrected by its author, and spoken of by its cautions."""

from __future__ import annotations

from collections.abc import Iterator

from unslouch.content.document import Document
from unslouch.content.model import Exercise
from unslouch.content.problems import WARNING, Problem
from unslouch.figure import asks
from unslouch.figure.asks import ASKS, Ask, Asked
from unslouch.figure.language import EASIER, HARDER, Path
from unslouch.tools.kept import Cache

CARE: tuple[Ask, ...] = (
    "kneel",
    "one-leg",
    "hands-bear-weight",
    "deep-hip-bend",
    "hip-behind",
    "leg-across",
)
"""What a caution has to speak of: it is what sore knees and wrists, poor balance and new hips bear least."""


def of_exercise(exercise: Exercise, cache: Cache) -> tuple[Ask, ...]:
    """What an exercise asks, in the order of telling. Without a figure it is what its author says."""
    asked = (_shown(exercise, cache).keys() | set(exercise.asks.add)) - set(exercise.asks.drop)
    return tuple(ask for ask in ASKS if ask in asked)


def _shown(exercise: Exercise, cache: Cache) -> dict[Ask, Asked]:
    """What the poses of the exercise proper ask; an easier and a harder way ask other things."""
    return asks.most(one for one in _asked(exercise, cache) if _form(one.pose) not in (EASIER, HARDER))


def _form(pose: str) -> str:
    """Which form a pose belongs to by its name: `easier` and `easier-start` to the easier one."""
    return pose.partition("-")[0]


def _asked(exercise: Exercise, cache: Cache) -> list[Asked]:
    """What each pose of the exercise asks."""
    return asks.of_figure(exercise.figure, cache) if exercise.figure else []


def unspoken(exercise: Exercise, document: Document, cache: Cache) -> Iterator[Problem]:
    """Warnings about what an exercise asks and no caution is about, at the pose that asks most of it."""
    spoken = {ask for caution in exercise.cautions for ask in caution.about}
    shown = _shown(exercise, cache)
    for ask in of_exercise(exercise, cache):
        if ask not in CARE or ask in spoken:
            continue
        hint = f"say who should take care: {{text: …, about: {ask}}}"
        if ask in exercise.asks.add:
            wrong = f"the exercise asks `{ask}`, and no caution is about it"
            path: Path = ("asks", "add", exercise.asks.add.index(ask))
            yield document.problem(path, wrong, hint, severity=WARNING)
        else:
            wrong = f"`{shown[ask].pose}` {shown[ask].because}, and no caution is about that"
            hint += f"; or, if the exercise does not ask it, write asks: {{drop: [{ask}]}}"
            yield document.problem(("figure", "poses", shown[ask].pose), wrong, hint, severity=WARNING, key=True)


def eased(exercise: Exercise, document: Document, cache: Cache) -> Iterator[Problem]:
    """Warnings about what an easier form is said to spare and does not, or the exercise does not ask."""
    asked = of_exercise(exercise, cache)
    drawn = {one.ask: one for one in _asked(exercise, cache) if _form(one.pose) == EASIER}
    for index, ask in enumerate(exercise.asks.easier_drops):
        path: Path = ("asks", "easier_drops", index)
        if exercise.easier is None:
            yield document.problem(
                path, "there is no `easier` form", "say under `easier` how it goes", severity=WARNING
            )
        elif ask not in asked:
            yield document.problem(path, f"the exercise does not ask `{ask}`", "take it out", severity=WARNING)
        elif ask in drawn:
            wrong = f"the picture `{EASIER}` {drawn[ask].because}: who does without `{ask}` is led there"
            hint = "draw the form that spares it, and tell of that form first; or take it out"
            yield document.problem(path, wrong, hint, severity=WARNING)
