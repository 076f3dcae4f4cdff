"""How what a guide says in numbers is said in words: the one room where phrases for readers are put together."""

from __future__ import annotations

from unslouch.content.dose import Range
from unslouch.guide.words import Words


def days_a_week(days: Range | None, words: Words) -> str:
    """``2–3 days a week``, or nothing."""
    return words.say("days_a_week", number=str(days), days=words.count("days", days.high)) if days else ""
