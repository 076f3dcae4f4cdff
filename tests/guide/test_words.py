"""The catalogue of words: nothing missing, nothing unused, every placeholder filled, every plural there."""

from __future__ import annotations

import ast
import re
import string
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import jinja2
import pytest
from babel import Locale
from jinja2 import nodes

from tests.helpers import PACKAGE, catalogue, parsed
from unslouch.content import vocabulary
from unslouch.figure.asks import ASKS
from unslouch.guide import words

LANGUAGES = words.languages()
FILLED_BY_SCRIPT = {
    "filter_also",
    "filter_count",
    "filter_count_routines",
    "filters_fold_on",
    "own_added",
    "own_amount_bad",
    "own_by",
    "own_changed",
    "own_label",
    "own_left_out",
    "own_moved",
    "own_not_loaded",
    "own_only_left",
    "own_only_right",
    "own_place",
    "own_removed",
    "own_routine_added",
    "own_said",
}
"""Phrases that go to the browser with their placeholders, which the pages' script fills."""
SCRIPTS = {
    "play_": ("player/assets/**/*.js", "cards/assets/own/address.js"),
    "journal_": ("pages/assets/week/*.js", "guide/assets/*.js"),
}
"""How the keys begin of what the player's scripts say: all of it goes to them, plurals too, and they ask by the rest."""


TABLES = {"terms", "searched"}
"""Parts of the catalogue that are asked word by word."""


def placeholders(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}


def forms(phrase: str | dict[str, str]) -> set[str]:
    """The placeholders of a phrase in all its plural forms."""
    return set().union(*map(placeholders, phrase.values() if isinstance(phrase, dict) else [phrase]))


@dataclass(frozen=True)
class Use:
    """A place that asks for a phrase: a pattern of keys, and the names that it fills."""

    place: str
    asks: str
    """``say`` or ``count``."""
    key: re.Pattern[str] | None
    """Nothing where the key is a variable."""
    fills: frozenset[str]


def _pattern(parts: list[str | None]) -> re.Pattern[str] | None:
    if parts == [None]:
        return None
    return re.compile("".join(".+" if part is None else re.escape(part) for part in parts))


def _uses_in_python(path: Path) -> list[Use]:
    found = []
    for node in _nodes(path):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("say", "count"):
            receiver = ast.unparse(node.func.value)
            if not receiver.endswith("words") or not node.args:
                continue
            fills = {str(keyword.arg) for keyword in node.keywords} | (
                {"number"} if node.func.attr == "count" else set()
            )
            key = node.args[0]
            for one in [key.body, key.orelse] if isinstance(key, ast.IfExp) else [key]:
                parts = one.values if isinstance(one, ast.JoinedStr) else [one]
                texts = [str(part.value) if isinstance(part, ast.Constant) else None for part in parts]
                found.append(Use(f"{path.name}:{node.lineno}", node.func.attr, _pattern(texts), frozenset(fills)))
    return found


def _uses_in_template(path: Path) -> list[Use]:
    found = []
    for call in _tree(path).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in ("say", "count"):
            fills = {keyword.key for keyword in call.kwargs} | ({"number"} if call.node.name == "count" else set())
            for key in _choices(call.args[0]):
                parts = key.nodes if isinstance(key, nodes.Concat) else [key]
                texts = [str(part.value) if isinstance(part, nodes.Const) else None for part in parts]
                found.append(Use(f"{path.name}:{call.lineno}", call.node.name, _pattern(texts), frozenset(fills)))
    return found


def _choices(key: nodes.Expr) -> list[nodes.Expr]:
    """What a key can be: either of the two that an ``if`` in it chooses from."""
    return [key.expr1, key.expr2] if isinstance(key, nodes.CondExpr) and key.expr2 else [key]


@cache
def _nodes(path: Path) -> list[ast.AST]:
    """All of a module's code."""
    return list(ast.walk(parsed(path.read_text(encoding="utf-8"))))


@cache
def _tree(path: Path) -> nodes.Template:
    return jinja2.Environment().parse(path.read_text(encoding="utf-8"))


MODULES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted(PACKAGE.rglob("templates/**/*.j2"))


@cache
def _uses() -> list[Use]:
    """Every place in code or a template that asks for a phrase."""
    in_code = [use for path in MODULES for use in _uses_in_python(path)]
    return in_code + [use for path in TEMPLATES for use in _uses_in_template(path)]


def _literals() -> set[str]:
    """Every text written in code or a template: what a variable key can be."""
    in_code = (node for path in MODULES for node in _nodes(path))
    texts = {node.value for node in in_code if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    in_templates = (node for path in TEMPLATES for node in _tree(path).find_all(nodes.Const))
    return texts | {node.value for node in in_templates if isinstance(node.value, str)}


def test_uses_are_found_at_all():
    assert {use.asks for use in _uses()} == {"say", "count"}
    assert any(use.place.startswith("wording.py") for use in _uses())
    assert any(use.place.startswith("exercise.md.j2") for use in _uses())


def _agrees(use: Use, key: str, phrase: str | dict[str, str]) -> bool:
    """Whether ``use`` can be what asks for ``phrase``, and fills just what is in it."""
    if use.key is None or not use.key.fullmatch(key):
        return False
    if "None" in use.fills:  # **: a length of time in its units
        return key not in TABLES and bool(forms(phrase)) and forms(phrase) <= {"minute", "second"}
    if use.asks == "count":
        return key not in TABLES and forms(phrase) | {"number"} == use.fills
    return isinstance(phrase, str) and (forms(phrase) == use.fills or key in FILLED_BY_SCRIPT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_that_is_asked_for_is_there_and_filled(language):
    phrases = catalogue(language)
    for use in _uses():
        assert use.key is None or any(_agrees(use, key, phrase) for key, phrase in phrases.items()), use


def _scripts(prefix: str) -> list[str]:
    """The scripts that say what begins so."""
    files = (path for place in SCRIPTS[prefix] for path in sorted(PACKAGE.glob(place)))
    return [path.read_text(encoding="utf-8") for path in files]


def _scripted() -> dict[str, set[str]]:
    """The keys that scripts ask for: wherever they stand in quotes, with all that is filled beside them."""
    asked: dict[str, set[str]] = {}
    for prefix in SCRIPTS:
        scripts = _scripts(prefix)
        found = {word: set[str]() for script in scripts for word in re.findall(r'"(\w+)"', script)}
        for script in scripts:
            for word, filled in re.findall(r'(?:say|count)\("(\w+)", (?:[^{}]*, )?\{([^}]*)\}', script):
                found[word] |= set(re.findall(r"(\w+)(?=:|,| \b|$| $)", filled.strip()))
        asked |= {f"{prefix}{word}": filled for word, filled in found.items()}
    return asked


@pytest.mark.parametrize("prefix", SCRIPTS)
def test_scripts_have_every_phrase_they_ask_for_and_fill_it(prefix):
    scripted = _scripted()
    asked = {f"{prefix}{word}" for word in re.findall(r'\b(?:say|count)\("(\w+)"', "".join(_scripts(prefix)))}
    asked -= {f"{prefix}dose_counted"}  # the sheet's, see own/dose.js
    assert len(asked) > 15
    assert asked <= catalogue("en").keys()
    for key in asked:
        assert forms(catalogue("en")[key]) <= scripted[key] | {"number"}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_there_that_nothing_asks_for_and_fills(language):
    literals, scripted = _literals(), _scripted()
    unused = {
        key
        for key, phrase in catalogue(language).items()
        if key not in scripted
        and not any(_agrees(use, key, phrase) for use in _uses())
        and not (
            key in literals and (key in FILLED_BY_SCRIPT or (isinstance(phrase, str) and not placeholders(phrase)))
        )
    }
    assert unused == TABLES


@pytest.mark.parametrize("key", sorted(FILLED_BY_SCRIPT))
def test_what_the_script_fills_has_the_placeholders_that_it_knows(key):
    script = "".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("assets/**/*.js")))
    for language in LANGUAGES:
        for name in forms(catalogue(language)[key]):
            assert re.search(rf"\b{name}\b", script), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language):
    english, other = catalogue("en"), catalogue(language)
    assert other.keys() == english.keys()
    for key, phrase in english.items():
        assert key in TABLES or forms(other[key]) == forms(phrase), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_has_words_and_every_plural_the_forms_of_its_language(language):
    categories = Locale.parse(words.load(language).locale).plural_form.tags | {"other"}
    for key, phrase in catalogue(language).items():
        if key in TABLES:
            assert all(isinstance(word, str) and word.strip() for word in phrase.values())
        elif isinstance(phrase, dict):
            assert phrase.keys() == categories, key
            assert all(isinstance(form, str) and form for form in phrase.values()), key
        else:
            assert isinstance(phrase, str), f"{key}: {phrase!r} is no text to YAML; put it in quotes"
            assert phrase, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_are_words_of_the_vocabulary(language):
    known = {
        *vocabulary.CATEGORIES,
        *vocabulary.PLACES,
        *vocabulary.LATERALITIES,
        *vocabulary.LEVELS,
        *vocabulary.MUSCLES,
        *vocabulary.EQUIPMENT,
        *ASKS,
    }
    assert set(catalogue(language)["terms"]) - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_babel_knows_the_customs_that_a_language_follows(language):
    found = words.load(language)
    assert all(found.listed("abcd"[:count]) for count in (1, 2, 3, 4))
    assert all(found.weekday(day) and found.weekday(day, "narrow") for day in vocabulary.DAYS)
    assert found.date(date(2026, 11, 3))


def test_one_is_singular_and_everything_else_plural():
    english = words.load("en")
    said = [english.count("dose_repetitions", number) for number in (0, 1, 2, 21)]
    assert said == ["0 repetitions", "1 repetition", "2 repetitions", "21 repetitions"]
    assert english.count("own_more", 1) == "Choose one more for a full session."


def test_a_phrase_is_filled_and_a_term_that_is_not_listed_is_itself():
    english = words.load("en")
    assert english.say("card_rest", duration="30 s") == "rest 30 s"
    assert english.term("supine") == "lying on your back"
    assert english.term("calves") == "calves"
    assert english.keys() == set(catalogue("en"))
    with pytest.raises(KeyError):
        english.say("no such phrase")
    with pytest.raises(KeyError):
        english.say("dose_counted", number="2")


def test_what_an_exercise_asks_has_words_a_reader_knows():
    """Ids such as `hip-behind` mean nothing to who reads them on paper."""
    terms = catalogue("en")["terms"]
    assert [ask for ask in ASKS if "-" in ask and terms.get(ask, ask) == ask] == []
