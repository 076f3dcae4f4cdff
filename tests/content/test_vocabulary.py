"""The words of the field: each hint leads to one of them."""

from typing import get_args

from unslouch.content import vocabulary
from unslouch.content.vocabulary import MUSCLES, SYNONYMS, Muscle

KNOWN = {
    *vocabulary.CATEGORIES,
    *vocabulary.POSITIONS,
    *vocabulary.LATERALITIES,
    *vocabulary.LEVELS,
    *vocabulary.EQUIPMENT,
    *MUSCLES,
}


def test_every_muscle_has_anatomical_names():
    assert tuple(MUSCLES) == get_args(Muscle)
    assert all(MUSCLES.values())


def test_words_are_in_order_where_none_comes_first():
    for words in (vocabulary.EQUIPMENT, tuple(MUSCLES)):
        assert list(words) == sorted(words)


def test_a_hint_leads_to_a_word_that_is_known():
    assert SYNONYMS.keys() & KNOWN == set(), "what is known needs no hint"
    assert [word for word in SYNONYMS if word != word.strip().lower()] == [], "as what was typed is looked up"
    assert set(SYNONYMS.values()) - KNOWN <= {"[]"}


def test_a_name_of_several_muscles_leads_to_the_one_that_is_meant_mostly():
    for name in ("gluteus medius", "gluteus minimus", "gluteus maximus"):
        assert SYNONYMS[name] == "glutes"
    assert all(latin.lower() in SYNONYMS for names in MUSCLES.values() for latin in names)
