"""What a professional is given to review: every statement of a guide with its source and picture, and room to answer.

One document, on paper or on a screen, made when it is asked for. What is in it comes from walking all that an author
wrote, so that no field of the format can be left out by being forgotten here.
"""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from typing import NamedTuple

from unslouch.cards.html import templates
from unslouch.content import rendering, sourcing
from unslouch.content.inline import Inline, capital, parse
from unslouch.content.library import SAFETY
from unslouch.content.lint import prose
from unslouch.content.model import Block, Exercise, Routine
from unslouch.content.review import fingerprint
from unslouch.content.statement import COMMON, Source, Statement
from unslouch.figure.language import EASIER, HARDER
from unslouch.guide import wording
from unslouch.guide.guide import Guide

Files = Mapping[str, bytes]
"""Authors' own pictures: the path below content/ → what is in the file."""
_SAID = {
    "breathing": "breathing",
    "cautions": "take_care",
    "easier": "easier",
    "feel": "feel",
    "harder": "harder",
    "mistakes": "mistakes",
    "notes": "notes",
    "blocks": "notes",
    "steps": "how_to",
    "stop_rule": "stop",
    "ask_first": "ask_first",
    "summary": "pack_summary",
    "goal": "pack_goal",
    "sources_note": "pack_sources_note",
    "emergency": "pack_emergency",
    "soon": "pack_soon",
    "disclaimer": "pack_disclaimer",
    "clinical_review": "pack_clinical_review",
    "review_line": "pack_clinical_review",
    "card_line": "pack_card_line",
}
"""The heads of what the format's keys hold, those that readers know from the pages first."""


_ELSEWHERE = ("name", "aliases", "images")
"""What stands in a part's title, among the facts, and with its picture."""


class Shown(NamedTuple):
    """A picture, in the document itself."""

    src: str
    alt: str
    mirrored: bool = False


@dataclass(frozen=True)
class Item:
    """What is to be ticked: right, to be changed, or to be left out."""

    head: str
    lines: tuple[str, ...]
    card: str = ""
    """What cards say in its place."""
    sources: tuple[str, ...] = ()
    pictures: tuple[Shown, ...] = ()


@dataclass(frozen=True)
class Part:
    """A file: what it says, and what is signed."""

    title: str
    file: str
    words: str
    items: tuple[Item, ...]
    sources: tuple[Source, ...]


def html(guide: Guide, images: Files) -> str:
    """The whole pack as a page that needs no other file."""
    tokens = (resources.files("unslouch.cards") / "assets/tokens.css").read_text(encoding="utf-8")
    own = rendering.plain(parse(guide.options.review_return))
    return (
        templates()
        .get_template("review_pack.html.j2")
        .render(
            say=guide.words.say,
            language=guide.words.language,
            guide=guide.name,
            letterhead=guide.options.paper_head,
            day=guide.words.date(guide.today),
            back=own or guide.words.say("pack_return"),
            tokens=tokens,
            parts=parts(guide, images),
        )
    )


def parts(guide: Guide, images: Files) -> list[Part]:
    """Every file of a guide, the safety notes first: they stand on every page."""
    library = guide.library
    found = [_part(guide.words.say("safety_title"), SAFETY, library.safety, _texts(guide, library.safety))]
    for exercise in library.exercises.values():
        items = [*_facts(guide, exercise), *_texts(guide, exercise), *_more_pictures(guide, exercise, images)]
        found.append(_part(exercise.name, exercise.file, exercise, items))
    for routine in library.routines.values():
        items = [*_texts(guide, routine), *_plan(guide, routine)]
        found.append(_part(routine.name, routine.file, routine, items))
    return found


def _part(title: str, file: str, entry: sourcing.Entry, items: list[Item] | Iterator[Item]) -> Part:
    return Part(title, file, fingerprint(entry, "whole"), tuple(items), entry.sources)


# What an author wrote in words


def _texts(guide: Guide, entry: sourcing.Entry) -> Iterator[Item]:
    """Every text, in the order of the format; what cards say of it goes with it."""
    waiting: Item | None = None
    for path, text in prose(entry):
        said = guide.plain(text)
        if path[0] in _ELSEWHERE or (path[0] == "blocks" and path[-1] == "name") or not said:
            continue
        if path[-1] == "card" and waiting:
            waiting = replace(waiting, card=said)
            continue
        if waiting:
            yield waiting
        waiting = Item(_head(guide, path), (said,), "", _rests_on(guide, text, entry), _beside(guide, entry, path))
    if waiting:
        yield waiting


def _head(guide: Guide, path: tuple[str | int, ...]) -> str:
    """What a text is: the head that pages give it, or one of the pack's own; a new key of the format speaks for itself."""
    key = next((str(part) for part in path if part in ("emergency", "soon")), str(path[0]))
    head = guide.words.say(_SAID[key]) if key in _SAID else capital(key.replace("_", " "))
    return f"{head} {int(path[1]) + 1}" if path[0] == "steps" else head


def _rests_on(guide: Guide, text: Inline | object, entry: sourcing.Entry) -> tuple[str, ...]:
    """The sources that a statement names, or that it names none; nothing for what is not asked for any."""
    source = getattr(text, "source", None)
    if source is None:
        return ()
    named = tuple(f"[{number}] {one.title}" for number, one in sourcing.named(text, entry.sources))
    common = (guide.words.say("pack_common"),) if COMMON in source else ()
    silent = (guide.words.say("pack_unsourced"),) if isinstance(text, Statement) and not source else ()
    return named + common + silent


# Pictures


def _beside(guide: Guide, entry: sourcing.Entry, path: tuple[str | int, ...]) -> tuple[Shown, ...]:
    """The picture that pages show beside a text: a step's, or that of an easier or harder way."""
    if not isinstance(entry, Exercise):
        return ()
    if path[0] == "steps":
        pose = entry.steps[int(path[1])].figure
        return _pose(guide, entry, pose) if pose else ()
    return _pose(guide, entry, str(path[0])) if path[0] in (EASIER, HARDER) else ()


def _pose(guide: Guide, exercise: Exercise, pose: str) -> tuple[Shown, ...]:
    picture = guide.pictures.of(exercise, pose)
    views = guide.views(exercise, pose, both=False)
    if picture is None or not views:
        return ()
    svg = picture.svg("print").encode()
    return (Shown(_data(svg, "image/svg+xml"), views[0].alt, views[0].side == "left"),)


def _more_pictures(guide: Guide, exercise: Exercise, images: Files) -> Iterator[Item]:
    """The pictures that stand beside no text: ends of the movement, and an author's own."""
    head, beside = guide.words.say("pack_picture"), {step.figure for step in exercise.steps}
    beside |= {name for name, _ in guide.ways(exercise)}
    for pose in exercise.figure.poses if exercise.figure else ():
        if pose not in beside and (shown := _pose(guide, exercise, pose)):
            yield Item(head, (), pictures=shown)
    for image in exercise.images:
        if image.file in images:
            kind = mimetypes.guess_type(image.file)[0] or "image/png"
            credit = guide.words.say("picture_credit", credit=image.credit, licence=image.licence)
            yield Item(head, (credit,), pictures=(Shown(_data(images[image.file], kind), image.alt),))


def _data(blob: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(blob).decode()}"


# What an author wrote as data


def _facts(guide: Guide, exercise: Exercise) -> Iterator[Item]:
    """How much, for what, with what: as the page says it."""
    words, muscles = guide.words, exercise.muscles
    if exercise.aliases:
        yield Item(words.say("pack_names"), (words.say("also_called", names=words.listed(exercise.aliases)),))
    also = words.listed(map(words.term, muscles.secondary))
    amount = (guide.dose(exercise), guide.rest(exercise), guide.often(exercise.dose))
    yield Item(words.say("how_much"), tuple(filter(None, amount)), "", _rests_on(guide, exercise.dose, exercise))
    yield Item(
        words.say("muscles"),
        (
            f"{words.say('muscles_primary')}: {words.listed(map(words.term, muscles.primary or (None,)))}",
            *([f"{words.say('muscles_secondary')}: {also}"] if also else []),
        ),
    )
    told = {
        "filter_category": words.term(exercise.category),
        "position": words.term(guide.library.position(exercise)),
        "sides": wording.sides(exercise, words),
        "level": words.term(exercise.level),
        "filter_area": words.listed(exercise.areas),
        "equipment": wording.equipment_of(exercise, words) or words.say("todo"),
        "equipment_optional": words.listed(map(words.term, exercise.optional_equipment)),
    }
    yield Item(words.say("pack_facts"), tuple(f"{words.say(key)}: {text}" for key, text in told.items() if text))


def _plan(guide: Guide, routine: Routine) -> Iterator[Item]:
    """What a routine is made of: the exercises of each block, or the routines of each day."""
    words, library = guide.words, guide.library
    if days := guide.often(routine):
        yield Item(words.say("days_per_week"), (days,))
    for block in routine.blocks:
        yield _block(guide, block, routine)
    for day, ids in routine.week.days() if routine.week else ():
        named = tuple(library.routines[id].name for id in ids)
        yield Item(words.weekday(day), named or (words.say("rest_day"),))


def _block(guide: Guide, block: Block, routine: Routine) -> Item:
    words, exercises = guide.words, guide.library.exercises
    chosen = words.count("choose", len(block.exercises), chosen=str(block.choose)) if block.choose else ""
    named = [
        words.say("pack_amount", name=exercises[one.exercise].name, dose=guide.dose(exercises[one.exercise], one))
        for one in block.exercises
    ]
    doses = [one.dose for one in block.exercises if one.dose]
    sources = dict.fromkeys(source for dose in doses for source in _rests_on(guide, dose, routine))
    return Item(block.name, tuple(filter(None, (chosen, *named))), "", tuple(sources))
