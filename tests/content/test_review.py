"""A review counts while what was read is what is written, and not a day past its end."""

from __future__ import annotations

from datetime import date

import pytest

from tests.content.test_model import EXERCISE, ROUTINE, SAFETY, told, with_
from tests.content.test_problems import FILE, GOOD
from tests.helpers import load_kept
from unslouch.content import review
from unslouch.content.model import Exercise, Routine, Safety
from unslouch.content.problems import NOTICE, WARNING
from unslouch.content.review import Review, counting, covers_text, fingerprint, standing

TODAY = date(2026, 11, 23)
REVIEW = {"by": "Ann Example", "role": "physiotherapist", "on": date(2026, 11, 1), "words": "0" * 12}
FIGURE = {"poses": {"start": {"base": "supine"}, "end": {"from": "start", "right_hip": {"flexion": 20}}}}
WHOLE = with_(
    EXERCISE,
    figure=FIGURE,
    cautions=[{"text": "Take *care*.", "source": "page", "card": "Care."}],
    sources=[{"id": "page", "title": "A page", "url": "https://library.example/"}],
)


def read(**changed: object) -> Exercise:
    return Exercise.model_validate(with_(WHOLE, **changed))


def of(exercise: Exercise, **changed: object) -> Review:
    made = Review.model_validate(with_(REVIEW, **changed))
    return made.model_copy(update={"words": fingerprint(exercise, made.scope)})


CLAIMS = {
    "a step": {"steps": ["Lie down.", {"text": "Get up, now.", "figure": "end"}]},
    "a dose": {"dose": {"sets": 2, "hold": "30 s"}},
    "a muscle": {"muscles": {"primary": ["glutes"], "secondary": ["adductors"]}},
    "a name": {"name": "Test moves"},
    "what cards say": {"cautions": [{"text": "Take *care*.", "source": "page", "card": "Much care."}]},
    "a source's title": {"sources": [{"id": "page", "title": "Another", "url": "https://library.example/"}]},
    "the source of a statement": {"cautions": [{"text": "Take *care*.", "source": "common", "card": "Care."}]},
    "a new statement": {"mistakes": ["Haste"]},
}
SEEN = {
    "an angle": {"figure": {"poses": {**FIGURE["poses"], "end": {"from": "start", "right_hip": {"flexion": 30}}}}},
    "what a picture shows": {"figure": {"poses": {"start": {"base": "supine", "alt": "Lying."}}}},
    "an image": {"images": [{"file": "images/a.jpg", "alt": "A bridge", "credit": "Me", "licence": "CC0"}]},
}
NOTHING = {
    "how a text is wrapped": {"steps": ["Lie  down.\n", {"text": "Get up.", "figure": "end"}]},
    "a step as a mapping": {"steps": [{"text": "Lie down."}, {"text": "Get up.", "figure": "end"}]},
    "a list that says nothing": {"equipment": [], "harder": None},
    "when it was checked": {"reviewed": date(2026, 11, 23)},
    "who has read it": {"reviews": [REVIEW]},
    "what it is related to": {"related": ["other-move"]},
    "its place in lists": {"order": 3},
    "a source's address and id": {
        "sources": [{"id": "pg", "title": "A page", "url": "https://library.example/new", "kind": "journal"}],
        "cautions": [{"text": "Take **care**.", "source": "pg", "card": "Care."}],
    },
}


@pytest.mark.parametrize("what", CLAIMS)
def test_an_edit_of_the_words_voids_a_review_of_text_and_whole_alone(what):
    assert [standing(of(read(), scope=s), read(**CLAIMS[what]), TODAY) for s in ("whole", "text", "pictures")] == [
        "changed",
        "changed",
        "current",
    ]


@pytest.mark.parametrize("what", SEEN)
def test_an_edit_of_the_pictures_voids_a_review_of_pictures_and_whole_alone(what):
    assert [standing(of(read(), scope=s), read(**SEEN[what]), TODAY) for s in ("whole", "text", "pictures")] == [
        "changed",
        "current",
        "changed",
    ]


def test_which_picture_a_step_has_is_of_the_pictures():
    moved = read(steps=[{"text": "Lie down.", "figure": "end"}, "Get up."])
    assert fingerprint(moved, "text") == fingerprint(read(), "text")
    assert fingerprint(moved, "pictures") != fingerprint(read(), "pictures")


@pytest.mark.parametrize("what", NOTHING)
def test_what_no_reader_reads_voids_nothing(what):
    for scope in ("whole", "text", "pictures"):
        assert fingerprint(read(**NOTHING[what]), scope) == fingerprint(read(), scope)


def test_fingerprints_stay_from_version_to_version():
    """Were one of these to change, every review of every guide would be void: change what is read, not how it is hashed."""
    found = [fingerprint(read(), scope) for scope in ("whole", "text", "pictures")]
    found += [
        fingerprint(Routine.model_validate(ROUTINE), "whole"),
        fingerprint(Safety.model_validate(SAFETY), "whole"),
    ]
    assert found == PINNED


PINNED = ["2dd2e9ea649e", "0f525a4e3e55", "878fa2827492", "4c7509d4e12b", "efce3a8da475"]


def test_a_review_counts_to_the_day_it_is_due():
    one = of(read(), due=date(2027, 1, 1))
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)]
    assert [standing(one, read(), day) for day in days] == ["current", "current", "due"]
    assert of(read()).until == date(2028, 10, 31), "two years on, where nothing is said"


def test_of_one_reader_and_scope_the_newest_counts():
    old, new, other = of(read()), of(read(), on=date(2026, 11, 9)), of(read(), by="Bo", scope="pictures")
    counted = counting(read().model_copy(update={"reviews": (new, old, other)}), TODAY)
    assert sorted((one.by, one.on.day) for one in counted) == [("Ann Example", 9), ("Bo", 1)]
    assert covers_text(counted)
    assert not covers_text([other])


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"due": date(2026, 11, 1)}, "`due` is not after `on`"),
        ({"words": "abc"}, "`abc` is no fingerprint of words"),
    ],
)
def test_what_cannot_be_is_refused_in_words(changed, words):
    assert words in told(Review, with_(REVIEW, **changed))[0]


def entry(text: str = GOOD, **changed: object) -> str:
    """The file with a review of it."""
    words = changed.pop("words", WORDS_OF_GOOD)
    values = {"by": "Ann Example", "role": "physiotherapist", "on": "2026-11-01", "words": f'"{words}"'} | changed
    return text + "reviews:\n  - {" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}\n"


WORDS_OF_GOOD = fingerprint(
    Exercise.model_validate(
        {
            **EXERCISE,
            "steps": ["Lie down."],
            "cautions": ["Take care."],
            "sources": [{"title": "A page", "url": "https://library.example/"}],
        }
    ),
    "whole",
)
CHECKED = {
    "one that counts": ({}, []),
    "changed": ({"words": "0" * 12}, [(NOTICE, "changed since Ann Example read it")]),
    "due": ({"due": "2026-11-22"}, [(WARNING, "was due to be renewed by 2026-11-22")]),
    "in the future": ({"on": "2026-11-24"}, [(WARNING, "lies in the future")]),
}


@pytest.mark.parametrize("what", CHECKED)
def test_a_check_tells_of_reviews_that_do_not_count(tmp_path, what):
    changed, expected = CHECKED[what]
    found = load_one(tmp_path, entry(**changed))
    assert [(one.severity, one.line) for one in found] == [(severity, 14) for severity, _ in expected]
    for problem, (_, words) in zip(found, expected, strict=True):
        assert words in problem.message


def test_what_another_review_makes_up_for_is_not_told(tmp_path):
    again = '  - {by: Bo, role: doctor, on: 2026-11-20, words: "' + WORDS_OF_GOOD + '"}\n'
    assert load_one(tmp_path, entry(words="0" * 12) + again) == []


def test_a_check_says_how_to_have_it_read_again(tmp_path):
    (notice,) = load_one(tmp_path, entry(words="0" * 12))
    assert f'unslouch review {FILE} --by "Ann Example" --role "physiotherapist"' in notice.hint


WRONG = {
    "no role": ({"role": '""'}, "`role` is empty"),
    "a scope of one's own": ({"scope": "everything"}, "`everything` is not a word known for `scope`"),
    "a day in quotes": ({"on": '"2026-11-01"'}, "`on` takes a date, not text"),
    "no name": ({"by": 12}, "`by` takes text"),
    "a key too many": ({"name": "Ann"}, "unknown key `name`"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_review_that_is_wrong_is_told_at_its_place(tmp_path, what):
    changed, words = WRONG[what]
    (problem,) = load_one(tmp_path, entry(**changed))
    assert (problem.line, problem.severity) == (14, "error")
    assert words in problem.message


def load_one(folder, text: str) -> list[review.Problem]:
    (folder / "content/exercises").mkdir(parents=True)
    (folder / FILE).write_text(text)
    reading = load_kept(folder / "content", today=TODAY, shown_from=folder)
    return [one for one in (*reading.problems, *reading.notices) if "review" in one.message or one.line == 14]
