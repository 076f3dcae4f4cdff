"""Entries of another file → an author's files, where nothing that an author has touched is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from unslouch.content import files, placing, validate, yaml
from unslouch.content.inline import CONTROL
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.load import words_for
from unslouch.content.model import Exercise, Routine
from unslouch.content.own_words import OwnWords
from unslouch.content.problems import WARNING
from unslouch.exchange import yaml_text
from unslouch.exchange.found import Fault, Findings, Found
from unslouch.exchange.record import Record
from unslouch.fields import LONGEST_ID
from unslouch.tools import whole

_MODELS: dict[str, type[Exercise] | type[Routine]] = {EXERCISES: Exercise, ROUTINES: Routine}
_DEEPEST = 20


@dataclass
class Outcome:
    """What an import does, by id, and what could not be taken."""

    new: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    touched: list[str] = field(default_factory=list)
    """Left as they are: their author has changed them, or they were there before, or are from another source."""
    gone: list[str] = field(default_factory=list)
    """Left out: their author has deleted them, or put them elsewhere."""
    todo: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)


def bring_in(findings: Findings, content: Path, folder: str = EXERCISES, *, dry: bool = False) -> Outcome:
    """Write the entries that are in order below ``content``; with ``dry`` only say what that would do."""
    outcome, record = Outcome(faults=list(findings.faults)), Record.read(content)
    there = {file.id.casefold(): file.place for file in files.on_disk(content).entries(folder)}
    texts = list(_texts(findings, folder, words_for(content / folder / "new.yml"), outcome))
    for entry, text in texts:
        id = entry.id
        key = f"{folder}/{id}"
        path = there.get(id)
        old = path.read_text(encoding="utf-8-sig", errors="replace") if path else ""
        if path and old.splitlines() == text.splitlines():
            outcome.same.append(id)
            if record.origin(key) in ("", findings.origin):
                record.add(key, text, findings.origin)  # an import that was broken off could not say so itself
        elif path is None and key in record.files:
            outcome.gone.append(id)
        elif path and not record.untouched(key, old, findings.origin):
            outcome.touched.append(id)
        else:
            (outcome.updated if path else outcome.new).append(id)
            record.add(key, text, findings.origin)
            if not dry:
                _write(path or content / folder / f"{id}.yml", text)
    taken = {*outcome.new, *outcome.updated, *outcome.same}
    outcome.todo = Counter(key for entry, _ in texts if entry.id in taken for key in entry.data.get("todo", ()))
    if not dry and texts:
        record.write(content)
    return outcome


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.write(path, text)


def _texts(findings: Findings, folder: str, own: OwnWords, outcome: Outcome) -> Iterator[tuple[Found, str]]:
    """Each entry with its text where it is in order; of the others, all that is not goes to the outcome."""
    taken: dict[str, Found] = {}
    for entry in findings.entries:
        text = yaml_text.written(_shown(entry.data, findings.changes), _remark(entry))
        faults = [*entry.faults, *_of_id(entry, taken), *_of_text(entry, text, folder, own)]
        taken.setdefault(entry.id, entry)
        outcome.faults += faults
        if not faults:
            yield entry, text


def _remark(entry: Found) -> str:
    lacks = " Write what `todo` names, then take it out of the list." if "todo" in entry.data else ""
    return f"From {' '.join(CONTROL.sub('', entry.origin).split())}.{lacks}"


def _shown(value: Any, changes: Counter[str], depth: int = 0) -> Any:
    """A value without characters that no page can show, and without what is nested so deep that no format means it."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, dict):
        return {_shown(str(key), changes): _shown(item, changes, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_shown(item, changes, depth + 1) for item in value]
    if not isinstance(value, str) or not CONTROL.search(value):
        return value
    changes["a character that no page can show is taken out"] += 1
    return CONTROL.sub("", value)


def _of_id(entry: Found, taken: dict[str, Found]) -> Iterator[Fault]:
    place = entry.place(("id",))
    if entry.id in taken:
        told = f"the id `{entry.id}` is that of {taken[entry.id].place(())} too"
        yield Fault(place, told, "give one of them another id, or another name")
    elif wrong := placing.wrong_id(entry.id)[0]:
        yield Fault(place, wrong, f"give it an id of a-z, 0-9 and hyphens, of {LONGEST_ID} at most")


def _of_text(entry: Found, text: str, folder: str, own: OwnWords) -> Iterator[Fault]:
    document, problems = yaml.parse(text, entry.id)
    for problem in problems:
        if problem.severity != WARNING:
            yield Fault(entry.place(()), problem.message, problem.hint)
    if document is not None:
        for path, problem in validate.faults(_MODELS[folder], document, own):
            yield Fault(entry.place(path), problem.message, problem.hint)
