"""A content folder → a :class:`Library`, or every problem of every file in it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from unslouch.content import (
    active,
    asking,
    cross_check,
    files,
    judging,
    lint,
    lint_dose,
    lint_figure,
    own_words,
    placing,
    review,
    sourcing,
    stages,
    todo,
    validate,
    yaml,
)
from unslouch.content.amount import MOST
from unslouch.content.document import Document
from unslouch.content.files import Content, File
from unslouch.content.ids import Ids
from unslouch.content.known import Found, Known, Late
from unslouch.content.library import EXERCISES, ROUTINES, SAFETY, Library
from unslouch.content.model import Entry, Exercise, Routine, Safety
from unslouch.content.noticed import noticing
from unslouch.content.own_words import VOCABULARY, OwnWords
from unslouch.content.problems import ERROR, NOTICE, Problem, in_order, without_echoes
from unslouch.fields import Written
from unslouch.figure.asks import Ask
from unslouch.tools.kept import Cache

_Entry = TypeVar("_Entry", bound=Entry)
_Model = TypeVar("_Model", bound=Written)


@dataclass
class Reading:
    """What came of reading a content folder: a library unless there are errors, and all problems."""

    library: Library | None
    problems: list[Problem]
    notices: list[Problem] = field(default_factory=list)
    """What never counts as a failure: statements that name no source, reviews whose words changed."""
    todo: list[Problem] = field(default_factory=list)
    """What authors themselves call incomplete, a warning for each file; it counts where warnings are to."""
    held: list[Problem] = field(default_factory=list)
    """Warnings about these files, which are told once they are complete."""

    @cached_property
    def errors(self) -> list[Problem]:
        """What keeps the library from being used."""
        return [problem for problem in self.problems if problem.severity == ERROR]

    @cached_property
    def warnings(self) -> list[Problem]:
        """What should be better."""
        return [problem for problem in self.problems if problem.severity != ERROR]


def load(
    content: Path | Content,
    *,
    cache: Cache | None = None,
    today: date | None = None,
    shown_from: Path | None = None,
    known: Known | None = None,
    in_haste: bool = False,
) -> Reading:
    """Read and check a whole content folder, or what is taken of one.

    ``shown_from`` is the folder that file names in problems start from (the
    working folder when silent); ``today`` is what the age of a text's check is counted to;
    ``cache`` remembers which poses were found good, and ``known``, for who reads a folder again, the files that are as
    they were. Who reads it for the first time ``in_haste`` leaves some warnings for later, where they stay to be looked
    for among what is known.
    """
    content = content if isinstance(content, Content) else files.on_disk(content)
    cache, today, shown_from = cache or Cache(None), today or date.today(), shown_from or Path.cwd()
    in_haste = in_haste and cache.lasts and known is not None and known.library is None
    return _Loader(content, cache, today, shown_from, known, in_haste).load()


def words_for(file: Path) -> OwnWords:
    """The site's own words that go with a file of it, read by itself."""
    found = next((here / VOCABULARY for here in file.absolute().parents if (here / VOCABULARY).is_file()), None)
    document = yaml.read(found, VOCABULARY)[0] if found else None
    return (document and validate.read_as(OwnWords, document)[0]) or own_words.NONE


def _understand(
    source: Path | bytes, shown: str, model: type[_Model], own: OwnWords
) -> tuple[Document | None, _Model | None, list[Problem]]:
    document, causes = yaml.read(source, shown)
    if document is None:
        return None, None, causes
    value, problems = validate.read_as(model, document, own)
    return document, value, without_echoes(causes, problems)


@dataclass
class _Loader:
    content: Content
    cache: Cache
    today: date
    shown_from: Path
    known: Known | None = None
    in_haste: bool = False
    found: Found = field(default_factory=Found)
    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    own: OwnWords = own_words.NONE
    ids: dict[str, Ids] = field(default_factory=dict)

    def load(self) -> Reading:
        if self.known:
            self.known.last, self.known.now = self.known.now, {}
        self.ids = {name: self.content.ids(name) for name in (EXERCISES, ROUTINES)}
        self.found.problems += placing.problems(self.content, self._shown)
        self.found.problems += active.problems(self.content, self._shown)
        self.found.notices += placing.notices(self.content, self._shown)
        self.own = self._own_words()
        safety = self._safety()
        exercises = self._folder(EXERCISES, Exercise)
        routines = self._folder(ROUTINES, Routine)
        if safety is not None:
            self.found.problems += lint.of_prose(safety, self.documents["", SAFETY])
            self.found.add(self._vouched(safety, self.documents["", SAFETY]))
        if self.known:
            self.known.checks_rest_on((self.today, [*self.ids[EXERCISES]], self.content))
        new = [one.figure for id, one in exercises.items() if one.figure and not self._knows(id)]
        judging.ahead(new, self.cache, in_haste=self.in_haste)
        checked = {id: self._checked(one, self.documents[EXERCISES, id]) for id, one in exercises.items()}
        for found, _ in checked.values():
            self.found.add(found)
        self.found.problems += stages.circles(
            {id: (one, self.documents[EXERCISES, id]) for id, one in exercises.items()}
        )
        self.found.problems += lint.of_areas(
            (exercise, self.documents[EXERCISES, id]) for id, exercise in exercises.items()
        )
        for folder, entries in ((EXERCISES, exercises), (ROUTINES, routines)):
            self.found.problems += lint.of_names((entry, self.documents[folder, id]) for id, entry in entries.items())
        for id, routine in routines.items():
            document = self.documents[ROUTINES, id]
            self.found.problems += cross_check.of_routine(routine, document, self.ids, routines, exercises)
            self.found.problems += lint.of_prose(routine, document)
            self.found.add(self._vouched(routine, document))
        reading = Reading(None, *map(in_order, vars(self.found).values()))
        if not reading.errors:
            assert safety is not None
            asks = {id: asked for id, (_, asked) in checked.items()}
            reading.library = Library(exercises, routines, safety, asks, self.own)
            if self.known:
                self.known.remember(reading.library)
        return reading

    def _checked(self, exercise: Exercise, document: Document) -> tuple[Found, tuple[Ask, ...]]:
        """What there is to say of an exercise by itself, and what it asks; as it was known where it is as it was."""
        known = self.known.checked if self.known else {}
        if not self._knows(exercise.id):
            asked = asking.of_exercise(exercise, self.cache)
            known[exercise.id] = document, self._of_exercise(exercise, document), asked
        return known[exercise.id][1:]

    def _knows(self, exercise: str) -> bool:
        """Whether an exercise was checked already as it is."""
        before = self.known.checked.get(exercise) if self.known else None
        return before is not None and before[0] is self.documents[EXERCISES, exercise]

    def _of_exercise(self, exercise: Exercise, document: Document) -> Found:
        found = Found()
        found.problems += cross_check.of_exercise(exercise, document, self.content, self.ids, self.cache)
        found.problems += stages.problems(exercise, document, self.ids[EXERCISES])
        warnings = found.warnings_of(exercise)
        warnings += lint.of_exercise(exercise, document, self.today)
        if self.known and self.in_haste and lint_figure.takes_long(exercise, self.cache):
            self.known.late.append(Late(exercise, document, found))
        else:
            warnings += lint_figure.of_exercise(exercise, document, self.cache)
        warnings += asking.unspoken(exercise, document, self.cache)
        warnings += asking.eased(exercise, document, self.cache)
        (found.held if exercise.todo else found.notices).extend(lint_dose.of_exercise(exercise, document))
        told = todo.problems(exercise.todo, document)
        (found.todo if exercise.todo else found.problems).extend(told)
        found.add(self._vouched(exercise, document))
        return found

    def _vouched(self, entry: sourcing.Entry, document: Document) -> Found:
        found = Found([*sourcing.problems(entry, document)])
        held = isinstance(entry, Exercise) and entry.todo
        (found.held if held else found.notices).extend(sourcing.unsourced(entry, document))
        for problem in review.problems(entry, document, self.today):
            (found.notices if problem.severity == NOTICE else found.problems).append(problem)
        return found

    def _shown(self, below: str) -> str:
        path = self.content.root / below
        try:
            return path.relative_to(self.shown_from).as_posix()
        except ValueError:
            return Path(os.path.relpath(path, self.shown_from)).as_posix()

    def _own_words(self) -> OwnWords:
        """The site's own words; those of the format alone where it has none, or where they are not in order."""
        file = self.content.alone(VOCABULARY)
        return (file and self._read(file, OwnWords, ("", VOCABULARY))) or own_words.NONE

    def _safety(self) -> Safety | None:
        if file := self.content.alone(SAFETY):
            return self._read(file, Safety, ("", SAFETY))
        hint = "`unslouch new safety` writes a file to start from"
        if why := self.content.left_out.get(SAFETY):
            hint = f"it is left out by {why}: take the line out that names it; no site carries the file itself"
        self.found.problems.append(Problem.of_file(self._shown(SAFETY), "the safety notes are missing", hint))
        return None

    def _read(self, file: File, model: type[_Model], key: tuple[str, str]) -> _Model | None:
        """The file as ``model`` if it is in order; its document goes under ``key``, its problems to the rest."""
        shown = self._shown(file.path)
        if not self.content.is_inside(file):
            self.found.problems.append(
                Problem.of_file(shown, "this link leads out of content/", "put the file itself here")
            )
            return None
        document, value, problems = self._understood(file, shown, model)
        self.found.problems += problems
        if document is not None:
            self.documents[key] = document
        return value

    def _understood(
        self, file: File, shown: str, model: type[_Model]
    ) -> tuple[Document | None, _Model | None, list[Problem]]:
        """A file, what it says, and what is wrong with it; as it was known where it is as it was."""
        data = file.place if file.data is None else file.data
        if self.known is None or (isinstance(data, Path) and not data.is_file()):
            return _understand(data, shown, model, self.own)
        data = data if isinstance(data, bytes) else data.read_bytes()
        key = (shown, data, self.own.model_dump_json())
        if key not in self.known.last:
            self.known.last[key] = _understand(data, shown, model, self.own)
        self.known.now[key] = self.known.last[key]
        found: tuple[Document | None, _Model | None, list[Problem]] = self.known.now[key]
        return found

    def _folder(self, name: str, model: type[_Entry]) -> dict[str, _Entry]:
        """Every entry of a folder that could be read, by id; in the order of all lists."""
        entries: dict[str, _Entry] = {}
        taken: dict[str, str] = {}
        for file in self.content.entries(name):
            shown, id = self._shown(file.path), file.id
            if id.casefold() in taken:
                collides = f"the id `{id}` collides with {taken[id.casefold()]}"
                self.found.problems.append(Problem.of_file(shown, collides, "give one of the files another name"))
                continue
            taken[id.casefold()] = shown
            wrong, hint = placing.wrong_id(id)
            if wrong:
                self.found.problems.append(Problem.of_file(shown, wrong, hint))
                continue
            entry = self._read(file, model, (name, id))
            if entry is not None:
                written = self.documents[name, id].data
                named = entry.named(id, file.path, written)
                entries[id] = noticing(named) if self.known else named
        return dict(sorted(entries.items(), key=lambda item: (item[1].order or MOST + 1, item[0])))
