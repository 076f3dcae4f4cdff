"""A language and a guide in which everything shows where it comes from.

The language says every phrase in brackets, a third longer and in letters of its own; the guide's authors write Greek.
A Latin letter that a reader meets is then English that came from neither.
"""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from unslouch.content import vocabulary
from unslouch.content import yaml as own_yaml
from unslouch.content.amount import Range
from unslouch.guide.words import Phrase, Width, Words

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_MARKED = str.maketrans(LATIN, "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļṁñöþǫŕšţûṽŵẋýž")
_GREEK = str.maketrans(LATIN, "ΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΥΩΣΧΥΖαβψδεφγηιξκλμνοπθρστυωσχυζ")
_CUSTOMS = ("locale", "list_style")
_WRITTEN = [
    "name",
    "summary",
    "goal",
    "text",
    "when",
    "card",
    "notes",
    "aliases",
    "areas",
    "unit",
    "alt",
    "credit",
    "licence",
    "title",
    "stop_rule",
    "action",
    "signs",
    "reasons",
    "line",
    "sources_note",
    "disclaimer",
    "clinical_review",
    "card_line",
    "steps",
    "mistakes",
    "cautions",
    "breathing",
    "feel",
    "easier",
    "harder",
    "by",
    "role",
    "registration",
]
"""The fields that hold an author's own words."""


def marked(phrase: str) -> str:
    """A phrase of the language, with its placeholders as they were."""
    parts = re.split(r"(\{\w+\})", phrase)
    longer = "õ" * (len(phrase) // 3)
    return "⟦" + "".join(part if part[:1] == "{" else part.translate(_MARKED) for part in parts) + longer + "⟧"


def _marked(phrase: Phrase) -> Phrase:
    return marked(phrase) if isinstance(phrase, str) else {key: marked(form) for key, form in phrase.items()}


class Pseudo(Words):
    """English made recognisable, with a term for every word of the vocabulary."""

    def __init__(self, english: dict[str, Phrase]) -> None:
        vocabularies = (
            vocabulary.CATEGORIES,
            vocabulary.POSITIONS,
            vocabulary.LEVELS,
            vocabulary.MUSCLES,
            vocabulary.EQUIPMENT,
        )
        terms = {word: word for words in vocabularies for word in words} | english["terms"]
        catalogue = {key: phrase if key in _CUSTOMS else _marked(phrase) for key, phrase in english.items()}
        super().__init__("xx", catalogue | {"terms": _marked(terms)})

    def date(self, day: date) -> str:
        return marked(super().date(day))

    def weekday(self, day: str, width: Width = "wide") -> str:
        return marked(super().weekday(day, width))

    def unit(self, number: Range | int, unit: str) -> str:
        return marked(super().unit(number, unit))


def greek(text: str) -> str:
    """An author's text in Greek letters; sides to fill in and the addresses of links stay."""
    return "".join(
        part if part[:1] in "{]" else part.translate(_GREEK) for part in re.split(r"(\{\w+\}|\]\([^)]*\))", text)
    )


def _in_greek(data: Any, written: bool = False) -> Any:
    if isinstance(data, dict):
        return {key: _in_greek(value, key in _WRITTEN) for key, value in data.items()}
    if isinstance(data, list):
        return [_in_greek(one, written) for one in data]
    return greek(data) if written and isinstance(data, str) else data


def write_in_greek(content: Path, target: Path) -> None:
    """The guide in ``content`` with all that its authors say in Greek letters."""
    for file in (file for file in content.rglob("*") if file.is_file()):
        there = target / file.relative_to(content)
        there.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".yml":
            document, _ = own_yaml.read(file, file.name)
            data = _in_greek(document.data if document else None)
            there.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        else:
            there.write_bytes(file.read_bytes())


# What a reader meets

SAID = ("alt", "aria-label", "title", "placeholder", "data-us-word", "data-us-phrase", "data-us-stop")
"""Attributes that hold words."""
SILENT = ("script", "style")
OTHERS = ("us-latin", "address")
"""Classes of what is Latin in any language: names of anatomy, and the page's address."""
_EMPTY = ("meta", "link", "img", "input", "br", "hr", "path")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.met: list[str] = []
        self._open: list[bool] = []
        """For each open element, whether what is in it is for readers."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.met += [given[name] for name in SAID if name in given]
        if given.get("name") in ("description", "author"):
            self.met.append(given["content"])
        if tag == "input" and given.get("type") == "text":
            self.met.append(given.get("value", ""))
        if tag not in _EMPTY:
            self._open.append(tag not in SILENT and given.get("class") not in OTHERS)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if all(self._open):
            self.met.append(data)


def met_in(html: str) -> list[str]:
    """Every text of a page that somebody sees or hears."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [text.strip() for text in reader.met if text.strip()]


def met_in_data(data: Any, machine: tuple[str, ...]) -> list[str]:
    """The same of data, but for the values of ``machine``."""
    if isinstance(data, dict):
        return [text for key, value in data.items() if key not in machine for text in met_in_data(value, machine)]
    if isinstance(data, list):
        return [text for one in data for text in met_in_data(one, machine)]
    return [data] if isinstance(data, str) else []


def english(texts: list[str]) -> list[str]:
    """The texts with a Latin letter in them, beside what a script fills in."""
    return [text for text in texts if re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", text))]
