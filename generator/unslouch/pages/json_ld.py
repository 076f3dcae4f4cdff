"""What a page is about, said for machines: schema.org as JSON-LD."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from unslouch.content import inline, rendering
from unslouch.content.amount import Duration, Range
from unslouch.content.dose import Dose
from unslouch.content.library import Library
from unslouch.content.model import Block, Exercise, Routine, RoutineExercise
from unslouch.content.review import Review, covers_text
from unslouch.content.statement import Source
from unslouch.guide import wording
from unslouch.guide.words import Words

_CONTEXT = "https://schema.org"
_CITED = {"journal": "ScholarlyArticle"}
"""What a source is, by its kind, where it is more than a page."""


def script(graph: list[dict[str, Any]]) -> str:
    """A script element that holds ``graph``, on one line; no text in it can end the element or start a template tag."""
    return f'<script type="application/ld+json">{rendering.in_script({"@context": _CONTEXT, "@graph": graph})}</script>'


def of_exercise(
    exercise: Exercise,
    words: Words,
    description: str,
    say_side: Callable[[str], str],
    url: str,
    reviews: Sequence[Review] = (),
) -> list[dict[str, Any]]:
    """An exercise as a plan, as instructions where there are any, and the page they are on."""
    seconds = exercise.seconds(exercise.dose) if exercise.dose else None
    how_to = _without_nothing(
        {
            "@type": "HowTo",
            "@id": f"{url}#how-to",
            "name": _name(exercise.name),
            "description": description,
            "totalTime": _iso(seconds.high) if seconds else None,
            "tool": [{"@type": "HowToTool", "name": words.term(thing)} for thing in exercise.equipment],
            "step": [
                {"@type": "HowToStep", "position": number, "text": rendering.plain(step.text, say_side)}
                for number, step in enumerate(exercise.steps, start=1)
            ],
        }
    )
    plan = _without_nothing(
        {
            "@type": "ExercisePlan",
            "@id": f"{url}#exercise",
            "name": _name(exercise.name),
            "alternateName": [_name(alias) for alias in exercise.aliases],
            "description": description,
            "exerciseType": words.term(exercise.category) if exercise.category else None,
            "intensity": words.term(exercise.level) if exercise.level else None,
            **(_of_dose(exercise, exercise.dose, words) if exercise.dose else {}),
            "associatedAnatomy": [
                {"@type": "Muscle", "name": muscle}
                for muscle in (*exercise.muscles.primary, *exercise.muscles.secondary)
            ],
            "subjectOf": _video(exercise),
        }
    )
    page = _page(exercise.name, words, description, url, f"{url}#exercise", [exercise], exercise.sources)
    page |= _review(reviews)
    return [page, plan, *([how_to] if exercise.steps else [])]


def of_routine(
    routine: Routine,
    library: Library,
    words: Words,
    description: str,
    url: str,
    exercise_url: Callable[[str], str],
    reviews: Sequence[Review] = (),
) -> list[dict[str, Any]]:
    """A routine as a plan with its exercises, and the page it is on."""
    exercises = library.exercises_of(routine)
    seconds = library.routine_seconds(routine)
    plan = _without_nothing(
        {
            "@type": "ExercisePlan",
            "@id": f"{url}#routine",
            "name": _name(routine.name),
            "description": description,
            "exerciseType": words.say("routine"),
            "activityDuration": _lasting(seconds) if routine.blocks else None,
            "activityFrequency": wording.often(routine, words),
            "hasPart": [
                _without_nothing(
                    {
                        "@type": "ExercisePlan",
                        **_of_item(block, item, library, words),
                        "url": exercise_url(item.exercise),
                    }
                )
                for block in routine.blocks
                for item in block.exercises
            ]
            or [
                _without_nothing({"@type": "ExercisePlan", "name": _name(one.name), "url": exercise_url(one.id)})
                for one in exercises
            ],
        }
    )
    page = _page(routine.name, words, description, url, f"{url}#routine", exercises, routine.sources)
    return [page | _review(reviews), plan]


def _page(
    name: str,
    words: Words,
    description: str,
    url: str,
    about: str,
    exercises: Iterable[Exercise],
    sources: Iterable[Source],
) -> dict[str, Any]:
    """The page. That its texts were checked is not a review by a clinician: see :func:`_review`."""
    checked = [exercise.reviewed.isoformat() for exercise in exercises if exercise.reviewed]
    return _without_nothing(
        {
            "@type": "WebPage",
            "name": _name(name),
            "description": description,
            "url": url,
            "inLanguage": words.language,
            "dateModified": max(checked, default=None),
            "mainEntity": {"@id": about},
            "citation": [
                {"@type": _CITED.get(source.kind or "", "WebPage"), "name": _name(source.title), "url": source.url}
                for source in sources
            ],
        }
    )


def _review(reviews: Sequence[Review]) -> dict[str, Any]:
    """What makes a page a medical one: that professionals have read its text, and that it still is what they read."""
    if not covers_text(reviews):
        return {}
    return {
        "@type": "MedicalWebPage",
        "lastReviewed": max(one.on for one in reviews if one.scope != "pictures").isoformat(),
        "reviewedBy": [
            _without_nothing(
                {"@type": "Person", "name": _name(one.by), "jobTitle": one.role, "identifier": one.registration}
            )
            for one in reviews
        ],
    }


def _video(exercise: Exercise) -> dict[str, Any] | None:
    if exercise.video is None:
        return None
    return {"@type": "VideoObject", "name": _name(exercise.video.title or exercise.name), "url": exercise.video.url}


def _of_item(block: Block, item: RoutineExercise, library: Library, words: Words) -> dict[str, Any]:
    """An exercise as a routine asks for it, with what is said of its whole block."""
    exercise = library.exercises[item.exercise]
    said = _of_dose(exercise, library.dose(item), words, item.side or "")
    around = wording.around(block, words)
    variables = [said.pop("additionalVariable"), *([around] if around else [])]
    return {"name": _name(exercise.name), **said, "additionalVariable": variables}


def _of_dose(exercise: Exercise, how_much: Dose, words: Words, only: str = "") -> dict[str, Any]:
    """How much of it; sets, and whether that is for each side, have no property of their own."""
    return {
        "additionalVariable": wording.dose(how_much, words, both_sides=exercise.both_sides, only=only),
        "activityDuration": _lasting(exercise.seconds(how_much, one_side=bool(only))),
        "activityFrequency": wording.often(how_much, words),
        "repetitions": _quantity(how_much.reps or how_much.sets),
        "workload": wording.strain(how_much, words),
        "restPeriods": wording.rest(how_much, words),
    }


def _quantity(number: Range) -> int | dict[str, Any]:
    if number.is_single:
        return number.low
    return {"@type": "QuantitativeValue", "minValue": number.low, "maxValue": number.high}


def _lasting(seconds: Duration) -> str | dict[str, Any]:
    if seconds.is_single:
        return _iso(seconds.low)
    return {"@type": "QuantitativeValue", "minValue": seconds.low, "maxValue": seconds.high, "unitCode": "SEC"}


def _iso(seconds: int) -> str:
    """ISO 8601: ``PT2M30S``."""
    whole, rest = divmod(seconds, 60)
    return "PT" + (f"{whole}M" if whole else "") + (f"{rest}S" if rest or not whole else "")


def _name(name: str) -> str:
    return inline.one_line(name)


def _without_nothing(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", [])}
