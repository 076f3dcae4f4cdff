"""A content folder → a :class:`Library`, or every problem of every file in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from unslouch.content import lint, validate, yaml
from unslouch.content.document import Document
from unslouch.content.dose import SECONDS_TO_CHANGE_EXERCISE, Dose, Range, seconds
from unslouch.content.model import Block, Entry, Exercise, Routine, RoutineExercise, Safety
from unslouch.content.problems import ERROR, Problem, did_you_mean, in_order, without_echoes
from unslouch.fields import Written, kebab_case
from unslouch.guide import pictures
from unslouch.tools.cache import Cache

EXERCISES = "exercises"
ROUTINES = "routines"
SAFETY = "safety.yml"

_RESERVED = ("index", "readme")
"""Names under which MkDocs looks for a folder's own page."""

_Entry = TypeVar("_Entry", bound=Entry)
_Model = TypeVar("_Model", bound=Written)


@dataclass(frozen=True)
class Library:
    """Everything an author wrote, checked: what pages, cards and figures are made from."""

    exercises: dict[str, Exercise]
    routines: dict[str, Routine]
    safety: Safety

    def dose(self, item: RoutineExercise) -> Dose:
        """The dose of an exercise in a routine: the exercise's own with what the routine says in its place."""
        return self.exercises[item.exercise].dose.changed_by(item.dose)

    def block_seconds(self, block: Block) -> Range:
        """How long a block takes, from the shortest choice at its least to the longest at its most."""
        each = [
            seconds(self.dose(item), both_sides=self.exercises[item.exercise].both_sides)
            + Range(SECONDS_TO_CHANGE_EXERCISE, SECONDS_TO_CHANGE_EXERCISE)
            for item in block.exercises
        ]
        shortest = sorted(one.low for one in each)[: block.count.low]
        longest = sorted((one.high for one in each), reverse=True)[: block.count.high]
        return Range(sum(shortest), sum(longest))

    def routine_seconds(self, routine: Routine) -> Range:
        """How long a routine takes; nothing for a weekly plan."""
        total = Range(0, 0)
        for block in routine.blocks:
            total = total + self.block_seconds(block)
        return total

    def exercises_of(self, routine: Routine) -> list[Exercise]:
        """The exercises of a routine, or of all routines of a weekly plan, each once, in order."""
        ids: dict[str, None] = {}
        for part in self._with_blocks(routine):
            for block in part.blocks:
                ids.update(dict.fromkeys(item.exercise for item in block.exercises))
        return [self.exercises[id] for id in ids]

    def equipment(self, routine: Routine) -> tuple[list[str], list[str]]:
        """What a routine's exercises need, and what is of use beyond that."""
        exercises = self.exercises_of(routine)
        needed = _each_once(thing for exercise in exercises for thing in exercise.equipment)
        optional = _each_once(thing for exercise in exercises for thing in exercise.optional_equipment)
        return needed, [thing for thing in optional if thing not in needed]

    def muscles(self, routine: Routine) -> list[str]:
        """The muscles that a routine's exercises are for, most often named first."""
        named = [muscle for exercise in self.exercises_of(routine) for muscle in exercise.muscles.primary]
        return sorted(set(named), key=lambda muscle: (-named.count(muscle), muscle))

    def _with_blocks(self, routine: Routine) -> list[Routine]:
        if not routine.week:
            return [routine]
        ids = _each_once(id for _, routine_ids in routine.week.days() for id in routine_ids)
        return [self.routines[id] for id in ids]


def _each_once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


@dataclass
class Reading:
    """What came of reading a content folder: a library unless there are errors, and all problems."""

    library: Library | None
    problems: list[Problem]

    @property
    def errors(self) -> list[Problem]:
        """What keeps the library from being used."""
        return [problem for problem in self.problems if problem.severity == ERROR]


def load(
    content: Path, *, cache: Cache | None = None, today: date | None = None, shown_from: Path | None = None
) -> Reading:
    """Read and check a whole content folder.

    ``shown_from`` is the folder that file names in problems start from (the
    working folder when silent); ``today`` is what a review's age is counted to;
    ``cache`` remembers which poses were found good.
    """
    return _Loader(content, cache or Cache(None), today or date.today(), shown_from or Path.cwd()).load()


@dataclass
class _Loader:
    content: Path
    cache: Cache
    today: date
    shown_from: Path
    problems: list[Problem] = field(default_factory=list)
    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    ids: dict[str, list[str]] = field(default_factory=dict)
    """Ids that are written down, whether or not their file is in order: one mistake, one problem."""

    def load(self) -> Reading:
        self.ids = {
            name: [path.stem for path in sorted((self.content / name).glob("*.yml"))] for name in (EXERCISES, ROUTINES)
        }
        safety = self._safety()
        exercises = self._folder(EXERCISES, Exercise)
        routines = self._folder(ROUTINES, Routine)
        if safety is not None:
            self.problems += lint.of_prose(self.documents["", SAFETY])
        for id, exercise in exercises.items():
            document = self.documents[EXERCISES, id]
            self._check_exercise(exercise, document)
            self.problems += lint.of_exercise(exercise, document, self.today)
        self.problems += lint.of_areas((exercise, self.documents[EXERCISES, id]) for id, exercise in exercises.items())
        for id, routine in routines.items():
            document = self.documents[ROUTINES, id]
            self._check_routine(routine, document, routines)
            self.problems += lint.of_prose(document)
        reading = Reading(None, in_order(self.problems))
        if not reading.errors:
            assert safety is not None
            reading.library = Library(exercises, routines, safety)
        return reading

    def _shown(self, path: Path) -> str:
        try:
            return path.relative_to(self.shown_from).as_posix()
        except ValueError:
            return Path(os.path.relpath(path, self.shown_from)).as_posix()

    def _is_inside(self, path: Path) -> bool:
        """Whether a path stays below content/ when links are followed; Path.resolve would raise at a circle of them."""
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.content))

    def _safety(self) -> Safety | None:
        path = self.content / SAFETY
        if not path.exists():
            hint = "`unslouch new safety` writes a file to start from"
            self.problems.append(Problem(self._shown(path), 1, 1, "the safety notes are missing", hint))
            return None
        return self._read(path, Safety, ("", SAFETY))

    def _read(self, path: Path, model: type[_Model], key: tuple[str, str]) -> _Model | None:
        """The file as ``model`` if it is in order; its document goes under ``key``, its problems to the rest."""
        shown = self._shown(path)
        if not self._is_inside(path):
            self.problems.append(Problem(shown, 1, 1, "this link leads out of content/", "put the file itself here"))
            return None
        document, causes = yaml.read(path, shown)
        if document is None:
            self.problems += causes
            return None
        self.documents[key] = document
        value, problems = validate.read_as(model, document)
        self.problems += without_echoes(causes, problems)
        return value

    def _folder(self, name: str, model: type[_Entry]) -> dict[str, _Entry]:
        """Every entry of a folder that could be read, by id; in the order of the ids."""
        entries: dict[str, _Entry] = {}
        taken: dict[str, str] = {}
        for path in self._files(name):
            shown = self._shown(path)
            id = path.stem
            if id.casefold() in taken:
                self.problems.append(
                    Problem(
                        shown,
                        1,
                        1,
                        f"the id `{id}` collides with {taken[id.casefold()]}",
                        "give one of the files another name",
                    )
                )
                continue
            taken[id.casefold()] = shown
            if not self._id_is_good(id, shown):
                continue
            entry = self._read(path, model, (name, id))
            if entry is not None:
                entries[id] = entry.named(id)
        return entries

    def _files(self, name: str) -> list[Path]:
        """The YAML files of a folder; what looks like one but would be passed over is a problem."""
        files = []
        folder = self.content / name
        for root, folders, names in os.walk(folder):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            for path in sorted((Path(root, name) for name in names), key=lambda path: (path.stem, path.suffix)):
                if path.name.startswith(".") or path.suffix.lower() not in (".yml", ".yaml"):
                    continue
                if path.suffix != ".yml":
                    self.problems.append(
                        Problem(
                            self._shown(path),
                            1,
                            1,
                            f"`{path.suffix}` is not read here",
                            f"rename it to {path.stem}.yml",
                        )
                    )
                elif path.parent != folder:
                    self.problems.append(
                        Problem(self._shown(path), 1, 1, "files in a folder below are not read", f"move it to {name}/")
                    )
                else:
                    files.append(path)
        return files

    def _id_is_good(self, id: str, shown: str) -> bool:
        if id in _RESERVED:
            self.problems.append(
                Problem(shown, 1, 1, f"the id `{id}` is taken by the overview page", "rename the file")
            )
        elif kebab_case(id) != id:
            hint = (
                f"rename the file to {kebab_case(id)}.yml"
                if kebab_case(id)
                else "rename the file: a-z, 0-9 and hyphens"
            )
            self.problems.append(Problem(shown, 1, 1, f"the id `{id}` is not in kebab-case", hint))
        else:
            return True
        return False

    def _check_reference(self, document: Document, path: Sequence[object], id: str, folder: str, what: str) -> None:
        if id not in self.ids[folder]:
            self.problems.append(
                document.problem(path, f"there is no {what} `{id}`", did_you_mean(id, self.ids[folder]))
            )

    def _check_exercise(self, exercise: Exercise, document: Document) -> None:
        for index, id in enumerate(exercise.related):
            self._check_reference(document, ("related", index), id, EXERCISES, "exercise")
            if id == exercise.id:
                self.problems.append(
                    document.problem(("related", index), "an exercise is not related to itself", "take it out")
                )
        if exercise.figure:
            for wrong in pictures.problems(exercise.figure, self.cache):
                self.problems.append(document.problem(("figure", *wrong.path), wrong.message, wrong.hint))
        poses = list(exercise.figure.poses) if exercise.figure else []
        for index, step in enumerate(exercise.steps):
            if step.figure and step.figure not in poses:
                hint = did_you_mean(step.figure, poses) or "define it under `figure: poses:`"
                self.problems.append(
                    document.problem(("steps", index, "figure"), f"the pose `{step.figure}` is not defined", hint)
                )
        for index, image in enumerate(exercise.images):
            path = self.content / image.file
            place = ("images", index, "file")
            if not os.path.isfile(path):  # Path.is_file would raise at a name that is too long
                self.problems.append(
                    document.problem(
                        place,
                        f"there is no file {image.file}",
                        "put the picture below content/, and name it from there",
                    )
                )
            elif not self._is_inside(path):
                self.problems.append(
                    document.problem(
                        place, f"`{image.file}` is a link that leads out of content/", "put the file itself there"
                    )
                )

    def _check_routine(self, routine: Routine, document: Document, routines: dict[str, Routine]) -> None:
        for number, block in enumerate(routine.blocks):
            for index, item in enumerate(block.exercises):
                place = ("blocks", number, "exercises", index)
                if isinstance(document.node(place).value, dict):
                    place = (*place, "exercise")
                self._check_reference(document, place, item.exercise, EXERCISES, "exercise")
        if routine.week:
            for day, ids in routine.week.days():
                for index, id in enumerate(ids):
                    self._check_reference(document, ("week", day, index), id, ROUTINES, "routine")
                    if id in routines and routines[id].week:
                        self.problems.append(
                            document.problem(
                                ("week", day, index), f"`{id}` is a weekly plan itself", "name a routine with blocks"
                            )
                        )
