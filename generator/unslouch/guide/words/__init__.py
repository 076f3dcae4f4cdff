"""Every word of the interface, from one catalogue a language.

A translation is one more file beside ``en.yml`` with the same keys.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml


class Words:
    """A language's catalogue: ``say`` fills a phrase, ``count`` picks singular or plural."""

    def __init__(self, language: str, catalogue: dict[str, str | dict[str, str]]):
        self.language = language
        self._catalogue = catalogue

    def say(self, key: str, **values: str) -> str:
        """The phrase under ``key`` with its ``{names}`` filled. A key that is missing is a KeyError: ours to mend."""
        phrase = self._catalogue[key]
        assert isinstance(phrase, str), key
        return phrase.format(**values) if values else phrase

    def count(self, key: str, number: int) -> str:
        """The word for that many of something, without the number."""
        forms = self._catalogue[key]
        assert isinstance(forms, dict), key
        return forms["one" if number == 1 else "other"]

    def term(self, word: str) -> str:
        """A word of the vocabulary (a muscle, a position, a day) as the reader sees it."""
        terms = self._catalogue["terms"]
        assert isinstance(terms, dict)
        return terms.get(word, word)

    def keys(self) -> set[str]:
        """Every key of the catalogue, so that two languages can be compared."""
        return set(self._catalogue)


def languages() -> list[str]:
    """The languages there is a catalogue for."""
    folder = resources.files(__name__)
    return sorted(entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml"))


@cache
def load(language: str) -> Words:
    """The catalogue of one language of :func:`languages`."""
    text = resources.files(__name__).joinpath(f"{language}.yml").read_text(encoding="utf-8")
    return Words(language, yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
