"""Every word of the interface, from one catalogue a language; what languages have in common comes from Babel.

A translation is one more file beside ``en.yml`` with the same keys.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from functools import cache, cached_property
from importlib import resources
from typing import Any, Literal

import yaml
from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.units import format_unit

from unslouch.content.amount import Range
from unslouch.content.vocabulary import DAYS

Width = Literal["wide", "abbreviated", "narrow"]
"""How much room there is for the name of a day."""

Phrase = str | dict[str, str]
"""A phrase, or one for each plural category that the language tells apart: ``one``, ``few``, ``other``."""


class Words:
    """A language's catalogue, and its dates, plurals, units and lists."""

    def __init__(self, language: str, catalogue: dict[str, Phrase]):
        self.language = language
        self._catalogue = catalogue

    def say(self, key: str, **values: str) -> str:
        """The phrase under ``key`` with its ``{names}`` filled. A key that is missing is a KeyError: ours to mend."""
        phrase = self._catalogue[key]
        assert isinstance(phrase, str), key
        return phrase.format(**values) if values else phrase

    def count(self, key: str, number: Range | int, **values: str) -> str:
        """The phrase under ``key`` as it reads for so many, with ``{number}`` and its other names filled."""
        found = self._catalogue[key]
        phrase = found.get(self.plural(number), found["other"]) if isinstance(found, dict) else found
        return phrase.format(number=number, **values)

    def forms(self, key: str) -> dict[str, str]:
        """The phrase for each plural category that it tells apart, for a script to choose from and to fill."""
        found = self._catalogue[key]
        return found if isinstance(found, dict) else {"other": found}

    def beginning(self, prefix: str) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        """The phrases whose keys begin so, and apart those that go by a number: what a page's script says, by the rest."""
        keys = sorted(key for key in self._catalogue if key.startswith(prefix))
        counted = {key.removeprefix(prefix): self.forms(key) for key in keys if len(self.forms(key)) > 1}
        said = {key.removeprefix(prefix): self.say(key) for key in keys if key.removeprefix(prefix) not in counted}
        return said, counted

    def plural(self, number: Range | int) -> str:
        """The language's plural category for so many; of a range its upper end decides."""
        return self._babel.plural_form(_most(number))

    def term(self, word: str | None) -> str:
        """A word of the vocabulary (a muscle, a position) as the reader sees it; that it is not given yet, where it is not."""
        if word is None:
            return self.say("todo")
        terms = self._catalogue["terms"]
        assert isinstance(terms, dict)
        return terms.get(word, word)

    def searched(self, word: str) -> list[str]:
        """What people type to find a word of the vocabulary, a part of the body or a page, beside that word."""
        searched = self._catalogue["searched"]
        assert isinstance(searched, dict)
        return [phrase.strip() for phrase in searched.get(word, "").split(",") if phrase.strip()]

    @property
    def locale(self) -> str:
        """Whose customs Babel follows: ``en_GB`` writes 3 November 2026, and ``en`` November 3, 2026."""
        return self.say("locale")

    @cached_property
    def _babel(self) -> Locale:
        """To read the locale's name takes longer than most of what it is asked."""
        return Locale.parse(self.locale)

    def date(self, day: date) -> str:
        """A day as it is read: ``3 November 2026``."""
        return format_date(day, "long", locale=self._babel)

    def time(self, moment: time) -> str:
        """A time of day as it is read: ``08:00``."""
        return format_time(moment, "short", locale=self._babel)

    def weekday(self, day: str, width: Width = "wide") -> str:
        """The name of one of :data:`DAYS`: ``Monday``, ``Mon``, ``M``."""
        return str(self._babel.days["stand-alone"][width][DAYS.index(day)])

    def unit(self, number: Range | int, unit: str) -> str:
        """So many of one of Babel's units, spelled out: ``15–30 seconds`` of ``second``."""
        most = _most(number)
        before = str(number).removesuffix(str(most))
        return format_unit(most, f"duration-{unit}", "long", f"'{before}'0" if before else "0", locale=self._babel)

    def listed(self, phrases: Iterable[str]) -> str:
        """Phrases as a list in a line."""
        style: Any = self.say("list_style")
        return format_list(list(phrases), style, locale=self._babel)

    @property
    def list_type(self) -> str:
        """What a browser's ``Intl.ListFormat`` calls the same kind of list."""
        return {"standard": "conjunction"}.get(self.say("list_style"), "unit")

    def keys(self) -> set[str]:
        """Every key of the catalogue, so that two languages can be compared."""
        return set(self._catalogue)


def _most(number: Range | int) -> int:
    return number.high if isinstance(number, Range) else number


def languages() -> list[str]:
    """The languages there is a catalogue for."""
    folder = resources.files(__name__)
    return sorted(entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml"))


def text(language: str) -> str:
    """The file of one language of :func:`languages`."""
    return resources.files(__name__).joinpath(f"{language}.yml").read_text(encoding="utf-8")


@cache
def load(language: str) -> Words:
    """The catalogue of one language of :func:`languages`."""
    return Words(language, yaml.load(text(language), getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
