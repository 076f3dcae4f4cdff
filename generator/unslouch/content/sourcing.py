"""Which statements of a file name a source, and whether there is one of that name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from unslouch.content.document import Document
from unslouch.content.dose import PartialDose
from unslouch.content.inline import Inline
from unslouch.content.model import Exercise, Routine, Safety
from unslouch.content.problems import NOTICE, WARNING, Problem, did_you_mean
from unslouch.content.statement import COMMON, SOUND, Source, Statement
from unslouch.fields import Written
from unslouch.figure.language import Path

Entry = Exercise | Routine | Safety

_PLACEHOLDER = re.compile(r"https?://(?:[^/]*\.)?(example\.(?:com|net|org))(?![^/:?#])", re.IGNORECASE)
"""An address where nothing ever stands: RFC 2606 keeps these names free for examples."""
_FREE = "mistakes"
"""What speaks of form more than of health: it can name a source, and is not asked to."""


_HOLDS = (tuple, Written)
"""What can hold something that names a source."""


def statements(value: Any, path: Path = ()) -> Iterator[tuple[Path, Statement | PartialDose]]:
    """All that can name a source, wherever in a file, with the path to it."""
    match value:
        case Statement():
            yield path, value
        case Inline():
            return
        case tuple():
            for index, item in enumerate(value):
                if isinstance(item, _HOLDS):
                    yield from statements(item, (*path, index))
        case Written():
            if isinstance(value, PartialDose):
                yield path, value
            for key, item in vars(value).items():
                if key != "figure" and isinstance(item, _HOLDS):
                    yield from statements(item, (*path, key))


def named(statement: Any, sources: Sequence[Source]) -> list[tuple[int, Source]]:
    """The sources that a statement names, each with its number among ``sources``, from 1."""
    ids = getattr(statement, "source", ())
    return [(number, source) for number, source in enumerate(sources, 1) if source.id and source.id in ids]


def _asked(entry: Entry) -> Iterator[tuple[Path, Statement | PartialDose]]:
    """The statements of which each should name a source."""
    return ((path, statement) for path, statement in statements(entry) if path[0] != _FREE)


def is_common(entry: Entry) -> bool:
    """Whether any statement says that it is common knowledge, and none is silent on where it is from."""
    said = [statement.source for _, statement in _asked(entry)]
    return all(said) and any(COMMON in source for source in said)


def problems(entry: Entry, document: Document) -> Iterator[Problem]:
    """Names of sources that there are not, names that two sources have, and addresses where there is nothing."""
    known: list[str] = []
    for index, source in enumerate(entry.sources):
        if found := _PLACEHOLDER.match(source.url):
            wrong, hint = (
                f"`{found[1]}` is a name for examples: no source is there",
                "write the title and the address of yours",
            )
            yield document.problem(("sources", index, "url"), wrong, hint, severity=WARNING, part=found[1])
        if source.id and source.id in known:
            wrong = f"two sources have the id `{source.id}`"
            yield document.problem(("sources", index, "id"), wrong, "give one of them another id")
        known += [source.id] if source.id else []
    for path, statement in statements(entry):
        for index, id in enumerate(statement.source):
            if id not in (*known, COMMON):
                wrong = f"no source of this file has the id `{id}`"
                yield document.problem((*path, "source", index), wrong, _hint(id, known))


def _hint(id: str, known: list[str]) -> str:
    listed = "known here: " + ", ".join([*known, COMMON])
    near = did_you_mean(id, known) if known else f"write `id: {id}` beside its title under `sources`"
    return f"{near} ({listed})" if near and not near.startswith("it can be") else listed


def unsourced(entry: Entry, document: Document) -> Iterator[Problem]:
    """What would make a file better sourced, as one notice for all its statements and one for its sources."""
    silent = [path for path, statement in _asked(entry) if not statement.source]
    if silent:
        lines = ", ".join(str(document.node(path).line + 1) for path in silent)
        count = "1 statement names" if len(silent) == 1 else f"{len(silent)} statements name"
        told = f"{count} no source (line{'' if len(silent) == 1 else 's'} {lines})"
        hint = "write {text: …, source: ID}, where ID is the id of one of `sources`, or `common`"
        yield document.problem(silent[0], told, hint, severity=NOTICE)
    sound = any(source.kind in SOUND for source in entry.sources)
    if isinstance(entry, Exercise) and entry.sources and not (sound or entry.sources_note):
        told = "no source is known to be a health body or a journal"
        hint = "give one its `kind`, or say in `sources_note` that none was found"
        yield document.problem(("sources",), told, hint, severity=NOTICE, key=True)
