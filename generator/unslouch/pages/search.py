"""What the site's search finds a page by, beside its text: lay words and Latin, and what is no page of its engine.

An exercise carries them in its front matter, under ``search: words:``, and so can any page that an author writes. They
go into a field of their own of the index, which weighs more than a title and shows in no excerpt: who types *butt* is
led to the buttocks, not to a butterfly. A page is found whatever its sections say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from unslouch.content.model import Exercise, Routine
from unslouch.guide import choices, finding, sheet_address
from unslouch.guide.guide import Guide

FIELD = "words"
BOOST = 1e4
"""What the field weighs; a title weighs a thousand in Material for MkDocs, and text one."""

BOOST_OF_OVERVIEWS = 2
"""What a page weighs that leads to several exercises: a routine, or the list of all."""

Index = dict[str, Any]
"""``search_index.json``: ``config`` and ``docs``, each with its ``location``."""


def words_of_exercise(guide: Guide, exercise: Exercise) -> list[str]:
    """The words that an exercise is looked for by: other names, its muscles in Latin and in lay words, where it is done."""
    words = guide.words
    muscles = exercise.muscles.primary
    facts = filter(None, (exercise.category, exercise.position))
    known = [*muscles, *exercise.areas, *facts, *exercise.equipment]
    latin = [name for muscle in muscles for name in guide.library.anatomy(muscle)]
    lay = [phrase for one in known for phrase in (*words.searched(one.casefold()), *guide.library.own.also(one))]
    return _each_once([*exercise.aliases, *muscles, *exercise.areas, *latin, *lay])


def words_of_routine(guide: Guide, routine: Routine) -> list[str]:
    """The words that a routine is looked for by: its name, when to choose it, how long it takes, and what it is for.

    It is for a part of the body that each of its exercises names, and so with a place.
    """
    words = guide.words
    exercises = guide.library.exercises_of(routine)
    named = dict.fromkeys(area for exercise in exercises for area in exercise.areas)
    areas = [area for area in named if all(area in exercise.areas for exercise in exercises)]
    lay = [phrase for area in areas for phrase in words.searched(area.casefold())]
    goal, minutes = ([routine.goal] if routine.goal else []), ([guide.minutes(routine)] if routine.blocks else [])
    said = [routine.name, *goal, *minutes]
    places = choices.places(guide.library, routine)
    there = words.searched(f"all-on-{places[0]}") if len(places) == 1 else []
    return _each_once([*said, *areas, *lay, *there, *words.searched("routines")])


def words_of_list(guide: Guide) -> list[str]:
    """The words that the list of all exercises is looked for by: what it can leave out for who cannot do it."""
    words = guide.words
    return [*words.searched("exercises"), *(words.say(f"can_{ask}") for ask in finding.asked(guide.library))]


def of_page(meta: Mapping[str, Any]) -> list[str]:
    """The words in a page's front matter: a list, or one text."""
    search = meta.get("search")
    written = search.get(FIELD, []) if isinstance(search, Mapping) else []
    return [str(word) for word in (written if isinstance(written, list) else [written])]


def more(guide: Guide) -> Iterator[dict[str, str]]:
    """What the site has and its engine knows nothing of: the sheet that readers put together."""
    if guide.cards:
        words = guide.words
        said = {"title": words.say("own_title"), "text": f"<p>{words.say('own_lead')}</p>"}
        yield {"location": sheet_address.PATH, **said, FIELD: ", ".join(words.searched("sheet"))}


def amended(index: Index, words: Mapping[str, Iterable[str]], more: Iterable[dict[str, str]]) -> Index:
    """An index that knows the ``words`` of pages, by their address, and ``more`` documents."""
    fields = index["config"].get("fields", {}) | {FIELD: {"boost": BOOST}}
    docs = [doc | _said(words.get(doc["location"], ())) for doc in index["docs"]]
    return index | {"config": index["config"] | {"fields": fields}, "docs": [*docs, *more]}


def _said(words: Iterable[str]) -> dict[str, str]:
    told = ", ".join(words)
    return {FIELD: told} if told else {}


def _each_once(words: Iterable[str]) -> list[str]:
    return list({word.casefold(): word for word in words}.values())
