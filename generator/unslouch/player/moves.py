"""What the player loads of an exercise or a routine: its numbers as numbers, its words as words, its pictures' places.

What to do with them is the business of the scripts: ``player/plan.js`` makes the plan.
"""

from __future__ import annotations

from typing import Any

from unslouch.cards.own_sheet import amounts
from unslouch.content import rendering
from unslouch.content.inline import Inline
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.model import Block, Exercise, Routine, RoutineExercise
from unslouch.content.vocabulary import Position
from unslouch.figure.language import EASIER, END, HARDER, START
from unslouch.guide import sheet_address, wording
from unslouch.guide.guide import Guide
from unslouch.guide.pictures import Form

ROOT = "../"
"""The way from the page to the site's root."""
STANCES: dict[Position, str] = {
    "standing": "feet",
    "sitting": "seat",
    "kneeling": "knees",
    "half-kneeling": "knees",
    "hands-and-knees": "knees",
    "supine": "lying",
    "prone": "lying",
    "side-lying": "lying",
}
"""What carries the body, as far as a good mix of exercises goes by it."""


def move(guide: Guide, exercise: Exercise) -> dict[str, Any]:
    """All that the player needs of an exercise. Texts keep their ``{side}``: which it is changes while one plays."""
    assert exercise.position  # who is led through an exercise has one that is complete
    return {
        "name": exercise.name,
        "page": _page(guide, exercise),
        "laterality": exercise.laterality,
        "stance": STANCES[exercise.position],
        "floor": _on_the_floor(guide, exercise),
        "position": guide.words.term(guide.library.position(exercise)),
        "equipment": [guide.words.term(thing) for thing in exercise.equipment],
        "muscle": exercise.muscles.primary[0],
        "steps": [_told(guide, step.on_card) for step in exercise.steps if step.on_card],
        "cautions": [_told(guide, caution.card or caution) for caution in exercise.cautions],
        "easier": _told(guide, exercise.easier) if exercise.easier else "",
        "movements": [
            {
                "start": _picture(guide, exercise, start),
                "end": _picture(guide, exercise, end),
                **_moving(guide, exercise, end),
                "words": words,
            }
            for (start, end), words in zip(guide.movements(exercise), _words(guide, exercise), strict=True)
        ],
        "still": _picture(guide, exercise, END) or _picture(guide, exercise, START),
        "easily": _picture(guide, exercise, EASIER),
        "small": _picture(guide, exercise, END, "small") or _picture(guide, exercise, START, "small"),
        "next": _next(guide, exercise),
        **amounts(guide, exercise),
    }


def routine(guide: Guide, routine: Routine) -> dict[str, Any]:
    """A routine's name and page, and its blocks with what of each there is to choose."""
    page = f"{ROOT}{guide.place(f'{ROUTINES}/{routine.id}.md')}"
    return {
        "name": routine.name,
        "page": page,
        "notes": _noted(guide, routine.notes),
        "blocks": [_block(guide, block) for block in routine.blocks],
    }


def _block(guide: Guide, block: Block) -> dict[str, Any]:
    items = [_item(guide, block, item) for item in block.exercises]
    choose = [block.choose.low, block.choose.high] if block.choose else None
    told = {"told": wording.around(block, guide.words), "notes": _noted(guide, block.notes)}
    return {"name": block.name, "choose": choose, **told, "items": items}


def _item(guide: Guide, block: Block, item: RoutineExercise) -> list[str]:
    """An exercise as an address has it, and what the routine says of it."""
    id, amount, *side = sheet_address.entry(block, item, guide.library)
    note = [noted] if (noted := _noted(guide, item.notes)) else []
    return [id, amount, *(side or [""] * len(note)), *note]


def _next(guide: Guide, exercise: Exercise) -> dict[str, str] | None:
    """When to go on and to what, for the page that knows what has become easy."""
    if not exercise.progress:
        return None
    when, then = guide.plain(exercise.progress.when), exercise.progress.then
    if then == HARDER and exercise.harder:
        return {"when": when, "told": guide.plain(exercise.harder), "page": _page(guide, exercise)}
    following = guide.library.exercises[then]
    return {"when": when, "id": following.id, "name": following.name, "page": _page(guide, following)}


def _page(guide: Guide, exercise: Exercise) -> str:
    return f"{ROOT}{guide.place(f'{EXERCISES}/{exercise.id}.md')}"


def _on_the_floor(guide: Guide, exercise: Exercise) -> bool:
    """Whether one gets down for it: its poses say so, or where it has none its position."""
    if exercise.figure:
        return "floor" in guide.library.asks_of(exercise)
    return exercise.position not in ("standing", "sitting")


def _words(guide: Guide, exercise: Exercise) -> list[list[str]]:
    """The short steps of each movement: those after the end of the one before, up to its own end."""
    words, rest = [], list(exercise.steps)
    for _, end in guide.movements(exercise):
        upto = next((at for at, step in enumerate(rest, 1) if step.figure == end), 0)
        words.append([_told(guide, step.on_card) for step in rest[:upto] if step.on_card])
        rest = rest[upto:]
    return words


def _noted(guide: Guide, notes: Inline | None) -> str:
    return _told(guide, notes) if notes else ""


def _told(guide: Guide, text: Inline) -> str:
    """A text without its markup, in which the sides are still to be filled."""
    return rendering.plain(text, lambda name: f"{{{name}}}" if "side" in name else guide.word(name))


def _picture(guide: Guide, exercise: Exercise, pose: str, form: Form = "page") -> dict[str, Any] | None:
    """A picture's place, its size in pixels, and what it shows of either side."""
    picture = guide.pictures.of(exercise, pose, form)
    if picture is None:
        return None
    path = guide.pictures.path(exercise, pose, form)
    size = {"width": picture.width, "height": picture.height}
    return {"src": f"{ROOT}{path}", **size, "right": picture.alt("right"), "left": picture.alt("left")}


def _moving(guide: Guide, exercise: Exercise, end: str) -> dict[str, str]:
    moving = guide.pictures.of(exercise, end, "moving")
    return {"moving": f"{ROOT}{guide.pictures.path(exercise, end, 'moving')}"} if moving else {}
