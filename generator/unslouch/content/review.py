"""Who has read a file's words as a professional, and whether those words still are what they read.

A review carries a fingerprint of what was read. It counts while the fingerprint is the same and its day of renewal has
not passed; nothing else decides it, so nobody can forget to take a name away after an edit.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from unslouch.content.document import Document
from unslouch.content.inline import Inline, one_line
from unslouch.content.problems import NOTICE, WARNING, Problem
from unslouch.content.rendering import plain
from unslouch.content.statement import Source, Statement
from unslouch.fields import Plain, Written, refusal, shaped
from unslouch.figure import Figure

Scope = Literal["whole", "text", "pictures"]
Standing = Literal["current", "changed", "due"]
HOLDS = timedelta(days=730)
"""How long a review holds that does not say when it is due: leaflets of health services are read anew after two years."""
DIGITS = 12
"""Hexadecimal digits of a fingerprint: 48 bits, which no two versions of a file share by chance."""

_UNREAD = frozenset({"reviews", "reviewed", "related", "order", "clinical_review", "review_line"})
"""Keys of what is no claim of the file itself: about its checks, links to other files, and its place among them."""
_PICTURES = ("figure", "images")
Day = Annotated[date, Field(strict=True)]
Fingerprint = Annotated[
    str,
    StringConstraints(strict=True),
    *shaped(
        rf"^[0-9a-f]{{{DIGITS}}}$",
        "`{}` is no fingerprint of words",
        lambda _: "take the entry out, and let `unslouch review FILE` write it",
    ),
]


class Review(Written):
    """A reading of this file by a professional; `unslouch review FILE` writes it."""

    by: Plain = Field(description="Who has read it: the name, as readers see it.")
    role: Plain = Field(description="What they are: physiotherapist.")
    registration: Plain | None = Field(None, description="Where they are registered, and as what: HCPC PH00000.")
    on: Day = Field(description="The day it was read: 2026-12-01.")
    scope: Scope = Field("whole", description="What was read: the text, the pictures, or the whole of it.")
    due: Day | None = Field(None, description="The day by which to read it anew; two years on when silent.")
    words: Fingerprint = Field(description="What was read, as a fingerprint: `unslouch review FILE` works it out.")

    @model_validator(mode="after")
    def _due_later(self) -> Review:
        if self.due and self.due <= self.on:
            raise refusal("`due` is not after `on`", "write the day by which to read it anew", part="due")
        return self

    @property
    def until(self) -> date:
        """The last day on which it counts."""
        return self.due or self.on + HOLDS


class Reviewed(Written):
    """A file that a professional can review."""

    reviews: tuple[Review, ...] = Field((), description="Who has read this file as a professional, and when.")


def fingerprint(entry: Reviewed, scope: Scope) -> str:
    """A short hash of all that a reader reads, or sees, of an entry in this scope.

    What an author may change freely is left out: how a text is wrapped or quoted, ids and addresses of sources, and
    what is silent, so that a key that the format gains voids nothing. The text is without the figure's numbers.
    """
    titles = {source.id: source.title for source in getattr(entry, "sources", ()) if source.id}
    read = sorted(line for line in _read(entry, (), titles) if scope in ("whole", _part(line[0])))
    return hashlib.sha256(json.dumps(read, ensure_ascii=False).encode()).hexdigest()[:DIGITS]


def _part(path: tuple[str, ...]) -> Scope:
    """Whether what stands at a path belongs to the text or the pictures; a step's ``figure`` is its picture."""
    return "pictures" if path[0] in _PICTURES or path[-1] in _PICTURES else "text"


def _read(value: Any, path: tuple[str, ...], titles: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    match value:
        case None:
            pass
        case Inline():
            yield path, plain(value)
            if isinstance(value, Statement):
                yield from _read({"card": value.card, "source": value.source}, path, titles)
        case Source():
            yield path, one_line(value.title)
        case Figure():
            yield from _read(value.model_dump(exclude_unset=True, by_alias=True), path, titles)
        case Written():
            written = {key: item for key, item in value if key in value.model_fields_set and key not in _UNREAD}
            yield from _read(written, path, titles)
        case dict():
            for key, item in value.items():
                yield from _read(item, (*path, str(key)), titles)
        case tuple() | list():
            for index, item in enumerate(value):
                yield from _read(item, (*path, str(index)), titles)
        case _:
            word = one_line(str(value))
            yield path, titles.get(word, word) if "source" in path else word


def standing(review: Review, entry: Reviewed, today: date) -> Standing:
    """Whether a review counts, and why it does not."""
    if fingerprint(entry, review.scope) != review.words:
        return "changed"
    return "due" if today > review.until else "current"


def counting(entry: Reviewed, today: date) -> tuple[Review, ...]:
    """The reviews that count today: of each reader and scope the newest."""
    newest = {(one.by, one.scope): one for one in sorted(entry.reviews, key=lambda one: one.on)}
    return tuple(one for one in newest.values() if standing(one, entry, today) == "current")


def covers_text(reviews: Iterable[Review]) -> bool:
    """Whether the text was read in any of them, and not the pictures alone."""
    return any(one.scope != "pictures" for one in reviews)


def of_all(each: Sequence[tuple[Review, ...]]) -> tuple[Review, ...]:
    """The reviews that speak for several entries: of each reader who has read the text of all, the oldest."""
    if len(each) == 1:
        return each[0]
    read = [{one.by: one for one in reviews if one.scope != "pictures"} for reviews in each]
    readers = set(read[0]).intersection(*read)
    return tuple(min((one[reader] for one in read), key=lambda one: one.on) for reader in sorted(readers))


def _is_covered(scope: Scope, current: Iterable[Review]) -> bool:
    """Whether reviews that count make up for one of this scope that does not."""
    scopes = {one.scope for one in current}
    return bool(scopes & {scope, "whole"}) or (scope == "whole" and scopes >= {"text", "pictures"})


def problems(entry: Reviewed, document: Document, today: date) -> Iterator[Problem]:
    """Reviews that no longer count and that no other makes up for: a notice where words changed, a warning once due."""
    current = counting(entry, today)
    for index, one in enumerate(entry.reviews):
        if one.on > today:
            wrong = "the day of this review lies in the future"
            yield document.problem(("reviews", index, "on"), wrong, f"today is {today}", severity=WARNING)
        elif not _is_covered(one.scope, current):
            yield from _lapsed(one, standing(one, entry, today), document, index)


_NAMES: Mapping[Scope, str] = {"whole": "file", "text": "text", "pictures": "figure or an image"}


def _lapsed(review: Review, how: Standing, document: Document, index: int) -> Iterator[Problem]:
    asked = f'have it read again, then run: unslouch review {document.file} --by "{review.by}" --role "{review.role}"'
    if how == "changed":
        told = f"the {_NAMES[review.scope]} changed since {review.by} read it: the review does not count"
        yield document.problem(("reviews", index), told, asked, severity=NOTICE)
    if how == "due":
        told = f"the review by {review.by} was due to be renewed by {review.until}: it does not count any more"
        yield document.problem(("reviews", index), told, asked, severity=WARNING)
