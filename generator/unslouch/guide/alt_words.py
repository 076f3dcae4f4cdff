"""What a picture shows, said in a language to readers who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from unslouch.figure import Phrase
from unslouch.figure.body import OTHER_SIDE
from unslouch.guide.words import Words

LONGEST = 150
"""Characters; what would make a text longer is left out."""


def alt_text(told: Sequence[Phrase], side: str, words: Words) -> str:
    """The words of a picture that stands for ``side``; both sides say the same things."""
    chosen: tuple[Phrase, ...] = ()
    for phrase in told:
        longer = (*chosen, phrase)
        if not chosen or max(len(_sentence(longer, each, words)) for each in OTHER_SIDE) <= LONGEST:
            chosen = longer
    return _sentence(chosen, side, words)


def authored(own: str, side: str, words: Words) -> str:
    """An author's own words, which may speak of sides."""
    return own.replace("{side}", words.say(side)).replace("{other_side}", words.say(OTHER_SIDE[side]))


def _sentence(told: Sequence[Phrase], side: str, words: Words) -> str:
    return words.say("alt_sentence", told=words.listed(_said(phrase, side, words) for phrase in told))


def _said(phrase: Phrase, side: str, words: Words) -> str:
    """A phrase of the right side, said of ``side``."""
    own = phrase.side if side == "right" else OTHER_SIDE.get(phrase.side, phrase.side)
    key = f"{phrase.key}_{own}" if own else phrase.key
    return words.say(f"alt_{key}", what=_said(phrase.what, side, words)) if phrase.what else words.say(f"alt_{key}")
