"""What an entry names beside itself: other entries, poses, files. Each check yields problems at the place of the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from unslouch.content.document import Document
from unslouch.content.dose import in_routine
from unslouch.content.files import Content, File
from unslouch.content.ids import Ids
from unslouch.content.image import Image
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.model import Exercise, Routine, RoutineExercise
from unslouch.content.problems import Problem, did_you_mean
from unslouch.content.todo import TO_DO_IT
from unslouch.figure import possible
from unslouch.tools.kept import Cache


def of_exercise(
    exercise: Exercise, document: Document, content: Content, ids: Mapping[str, Ids], cache: Cache
) -> Iterator[Problem]:
    """What an exercise names and there is not, and poses that no body can take (found once, and kept in ``cache``)."""
    yield from _related(exercise, document, ids)
    for wrong in possible.problems(exercise.figure, cache) if exercise.figure else ():
        yield document.problem(("figure", *wrong.path), wrong.message, wrong.hint)
    yield from _poses(exercise, document)
    for index, image in enumerate(exercise.images):
        yield from _image(image, document, ("images", index, "file"), content)


def of_routine(
    routine: Routine,
    document: Document,
    ids: Mapping[str, Ids],
    routines: Mapping[str, Routine],
    exercises: Mapping[str, Exercise],
) -> Iterator[Problem]:
    """Exercises and routines that a routine names and there are not, and what it says that does not go with them."""
    for number, block in enumerate(routine.blocks):
        for index, item in enumerate(block.exercises):
            place: tuple[str | int, ...] = ("blocks", number, "exercises", index)
            if item.exercise in exercises:
                yield from _item(item, exercises[item.exercise], document, place)
            if isinstance(document.node(place).value, dict):
                place = (*place, "exercise")
            yield from _reference(document, place, item.exercise, ids[EXERCISES], "exercise")
    for day, days_routines in routine.week.days() if routine.week else ():
        for index, id in enumerate(days_routines):
            yield from _reference(document, ("week", day, index), id, ids[ROUTINES], "routine")
            if id in routines and routines[id].week:
                wrong = f"`{id}` is a weekly plan itself"
                yield document.problem(("week", day, index), wrong, "name a routine with blocks")


def _item(
    item: RoutineExercise, exercise: Exercise, document: Document, place: Sequence[str | int]
) -> Iterator[Problem]:
    if item.side and not exercise.both_sides:
        wrong = f"`side` of a bilateral exercise: both sides of `{item.exercise}` work at once"
        yield document.problem((*place, "side"), wrong, "leave it out, or make the exercise `laterality: unilateral`")
    if open := [key for key in exercise.todo if key in TO_DO_IT]:
        wrong = f"`{item.exercise}` is not complete: {', '.join(open)} still to do"
        yield document.problem(place, wrong, f"complete {exercise.file} first, or leave it out here")
    if in_routine(exercise.dose, item.dose) is None and exercise.dose is None:
        wrong = f"`{item.exercise}` has no dose yet, and this routine gives it none"
        hint = f"write {{exercise: {item.exercise}, dose: {{sets: …, reps: …}}}}, or give the exercise its own"
        yield document.problem(place, wrong, hint)
    elif in_routine(exercise.dose, item.dose) is None:
        wrong = "nothing is left to do: this takes away what the exercise is counted by"
        yield document.problem((*place, "dose"), wrong, "say reps: 10-12, hold: 30 s or time: 1 min instead")


def _reference(document: Document, path: Sequence[str | int], id: str, known: Ids, what: str) -> Iterator[Problem]:
    if id not in known:
        yield document.problem(path, f"there is no {what} `{id}`", known.hint(id))


def _related(exercise: Exercise, document: Document, ids: Mapping[str, Ids]) -> Iterator[Problem]:
    for index, id in enumerate(exercise.related):
        yield from _reference(document, ("related", index), id, ids[EXERCISES], "exercise")
        if id == exercise.id:
            yield document.problem(("related", index), "an exercise is not related to itself", "take it out")


def _poses(exercise: Exercise, document: Document) -> Iterator[Problem]:
    poses = list(exercise.figure.poses) if exercise.figure else []
    for index, step in enumerate(exercise.steps):
        if step.figure and step.figure not in poses:
            hint = did_you_mean(step.figure, poses) or "define it under `figure: poses:`"
            yield document.problem(("steps", index, "figure"), f"the pose `{step.figure}` is not defined", hint)


def _image(image: Image, document: Document, place: Sequence[str | int], content: Content) -> Iterator[Problem]:
    if why := content.left_out.get(image.file):
        yield document.problem(place, f"{image.file} is left out by {why}", "let it be part of the site")
    elif not content.has(image.file):
        alike = next((one for one in content.files if one.casefold() == image.file.casefold()), "")
        hint = f"did you mean `{alike}`?" if alike else "put the picture below content/, and name it from there"
        yield document.problem(place, f"there is no file {image.file}", hint)
    elif not content.is_inside(File(image.file, content.root / image.file)):
        wrong = f"`{image.file}` is a link that leads out of content/"
        yield document.problem(place, wrong, "put the file itself there")
