"""From easier to harder: what comes before an exercise and what after, by its own word and that of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from unslouch.content.document import Document
from unslouch.content.ids import Ids
from unslouch.content.model import Exercise
from unslouch.content.problems import Problem
from unslouch.figure.language import EASIER, HARDER, Path


class Stage(NamedTuple):
    """An exercise, or a way of it, on the way from easy to hard."""

    exercise: Exercise
    way: str = ""
    """``easier`` or ``harder``; nothing for the exercise proper."""


def around(exercise: Exercise, exercises: Mapping[str, Exercise]) -> list[Stage]:
    """An exercise among what comes before and after it; nothing where nothing does."""
    found = [*_before(exercise, exercises), Stage(exercise), *_after(exercise, exercises)]
    return found if len(found) > 1 else []


def _before(exercise: Exercise, exercises: Mapping[str, Exercise]) -> list[Stage]:
    """The easiest first; it may have something easier itself."""
    own = [Stage(exercise, EASIER) if id == EASIER else Stage(exercises[id]) for id in exercise.easier_first]
    return [*_before(own[0].exercise, exercises), *own] if own and not own[0].way else own


def _after(exercise: Exercise, exercises: Mapping[str, Exercise]) -> list[Stage]:
    if exercise.progress is None:
        return []
    if exercise.progress.then == HARDER:
        return [Stage(exercise, HARDER)]
    following = exercises[exercise.progress.then]
    return [Stage(following), *_after(following, exercises)]


def _named(exercise: Exercise) -> Iterator[tuple[Path, str, str]]:
    """Where an exercise names what comes before or after it, the word for its own way there, and the name."""
    for index, id in enumerate(exercise.easier_first):
        yield ("easier_first", index), EASIER, id
    if exercise.progress:
        yield ("progress", "then"), HARDER, exercise.progress.then


def problems(exercise: Exercise, document: Document, ids: Ids) -> Iterator[Problem]:
    """What an exercise names before or after itself and there is not."""
    for path, way, id in _named(exercise):
        if id == way:
            if not getattr(exercise, way):
                wrong = f"the exercise has no {way} way"
                yield document.problem(path, wrong, f"say it under `{way}`, or name another exercise")
        elif id not in ids:
            yield document.problem(path, f"there is no exercise `{id}`", ids.hint(id, way))


def _steps(exercise: Exercise) -> Iterator[tuple[Path, str, str]]:
    """Each step up that an exercise speaks of, with its place: from the easier exercise to the harder."""
    for path, way, id in _named(exercise):
        if id != way:
            yield (path, id, exercise.id) if way == EASIER else (path, exercise.id, id)


def circles(exercises: Mapping[str, tuple[Exercise, Document]]) -> Iterator[Problem]:
    """Exercises that come before themselves by what they and others say, each circle once."""
    harder = _harder(exercise for exercise, _ in exercises.values())
    told: set[frozenset[str]] = set()
    for exercise, document in exercises.values():
        for path, low, high in _steps(exercise):
            circle = _way(high, low, harder)
            if circle and frozenset(circle) not in told:
                told.add(frozenset(circle))
                wrong = f"each is to come before the next, in a circle: {' → '.join([low, *circle])}"
                yield document.problem(path, wrong, "take one of these out of `easier_first` or `progress`")


def _harder(exercises: Iterable[Exercise]) -> dict[str, list[str]]:
    """Exercise → those that come right after it, by its own word or theirs."""
    found: dict[str, list[str]] = {}
    for exercise in exercises:
        for _, low, high in _steps(exercise):
            found.setdefault(low, []).append(high)
    return found


def _way(start: str, end: str, harder: Mapping[str, list[str]]) -> list[str]:
    """The exercises from one to another, both included; none where no way leads there."""
    came: dict[str, str] = {start: ""}
    waiting = [start]
    while waiting and end not in came:
        here = waiting.pop(0)
        for following in harder.get(here, ()):
            if following not in came:
                came[following] = here
                waiting.append(following)
    way = [end] if end in came else []
    while way and way[0] != start:
        way.insert(0, came[way[0]])
    return way
