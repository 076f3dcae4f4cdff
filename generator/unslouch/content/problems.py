"""What is wrong with an author's file, as a value, and how it is shown.

Nothing else in the package speaks to authors about their files: rooms collect
:class:`Problem` values, the edges (plugin, command line) show them once.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

ERROR = "error"
WARNING = "warning"
NOTICE = "notice"
"""Advice: listed, and never counted as a failure. GitHub has the same word for it."""

_WIDEST_LINE = 96


_LONGEST = 2500
"""Letters of a message or a hint that are shown; the longest text of the format fits."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong at one place.

    ``line`` and ``column`` count from 1, in characters; ``excerpt`` is the whole
    source line and ``length`` the number of characters the caret underlines.
    """

    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    severity: str = ERROR
    excerpt: str = ""
    length: int = 1

    @classmethod
    def of_file(cls, file: str, message: str, hint: str = "") -> Problem:
        """What is wrong with a file as a whole: shown at its first letter."""
        return cls(file, 1, 1, message, hint)


def without_echoes(causes: Iterable[Problem], problems: Iterable[Problem]) -> list[Problem]:
    """``causes``, and of ``problems`` those that are not at a cause's place.

    A value that YAML itself misreads fails the model too: the cause is worth
    showing, its echo is not.
    """
    causes = list(causes)
    places = {(cause.file, cause.line, cause.column) for cause in causes}
    return causes + [p for p in problems if (p.file, p.line, p.column) not in places]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, by file and place."""
    return sorted(set(problems), key=lambda p: (p.file, p.line, p.column, p.severity, p.message))


_LISTED_AT_MOST = 50
"""Words that are still of use as a list."""


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that ``word`` is most likely a slip of, if any is.

    Likeness alone turns meanings round (`upper back` and `lower back`, `table` and `cable`), so each word must be like
    its own, and begin as it does: hardly a slip is at the first letter.
    """
    by_lower = {candidate.lower(): candidate for candidate in candidates}
    word = word.lower().strip()
    near = difflib.get_close_matches(word, by_lower, n=9, cutoff=0.6)
    return next((by_lower[one] for one in near if _is_slip(word, one)), None)


def _is_slip(word: str, meant: str) -> bool:
    written, words = re.split(r"[\s_-]+", word), re.split(r"[\s_-]+", meant)
    if len(written) != len(words):
        return _is_slip_of_one("".join(written), "".join(words))
    return all(map(_is_slip_of_one, written, words))


def _is_slip_of_one(word: str, meant: str) -> bool:
    begins = word[:1] == meant[:1] or meant in (word[1:], word[1:2] + word[:1] + word[2:]) or word == meant[1:]
    return begins and (meant.startswith(word) or difflib.SequenceMatcher(None, word, meant).ratio() >= 0.75)


def one_of(candidates: Iterable[str]) -> str:
    """A hint that lists what there is, while it is few."""
    candidates = list(candidates)
    return f"it can be one of: {', '.join(candidates)}" if 0 < len(candidates) <= _LISTED_AT_MOST else ""


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A hint that names the nearest candidate, or lists them while they are few."""
    candidates = list(candidates)
    near = closest(word, candidates)
    return f"did you mean `{near}`?" if near else one_of(candidates)


def _width(text: str) -> int:
    """Columns that ``text`` takes in a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _printable(text: str) -> str:
    """On one line, with nothing in it that a terminal would obey, and with an end."""
    told = text[: _LONGEST + 1]
    if not told.isprintable():
        told = "".join(c if c.isprintable() else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in told)
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"


def in_line(problem: Problem) -> str:
    """The problem on one line: place and message."""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return _printable(f"{place}: {problem.severity}: {problem.message}")


def in_full(problem: Problem) -> str:
    """The problem as a person reads it: place, message, the line with a caret, the hint."""
    lines = [in_line(problem)]
    if problem.excerpt.strip():
        start = problem.column - 1
        cut = max(0, start - _WIDEST_LINE // 2)
        shown = _printable(problem.excerpt[cut : cut + _WIDEST_LINE])
        before = shown[: start - cut]
        under = shown[start - cut : start - cut + problem.length]
        gutter = f"{problem.line:>5} | "
        lines.append(gutter + shown)
        lines.append(" " * 5 + " | " + " " * _width(before) + "^" * max(1, _width(under)))
    if problem.hint:
        lines.append(" " * 5 + " = " + _printable(problem.hint))
    return "\n".join(lines)


def advice(notices: Iterable[Problem]) -> list[str]:
    """Lines that list notices, which are many and alike: those of a kind, one each, then what to do about them once."""
    kinds: dict[str, list[str]] = {}
    for notice in notices:
        kinds.setdefault(notice.hint, []).append(in_line(notice))
    return [line for hint, lines in kinds.items() for line in (*lines, f"      = {_printable(hint)}", "")]


def as_github_annotation(problem: Problem) -> str:
    """The problem as a GitHub Actions workflow command, shown beside the line in a pull request."""

    def escape(text: str, *, is_property: bool = False) -> str:
        text = (
            text[:_LONGEST]
            .encode("utf-8", "replace")
            .decode()
            .replace("%", "%25")
            .replace("\r", "%0D")
            .replace("\n", "%0A")
        )
        return text.replace(":", "%3A").replace(",", "%2C") if is_property else text

    message = problem.message + (f" ({problem.hint})" if problem.hint else "")
    return (
        f"::{problem.severity} file={escape(problem.file, is_property=True)},"
        f"line={problem.line},col={problem.column}::{escape(message)}"
    )


def summary(problems: Iterable[Problem]) -> str:
    """One closing line: how many errors and warnings in how many files."""
    problems = list(problems)
    counts = {severity: sum(p.severity == severity for p in problems) for severity in (ERROR, WARNING)}
    told = " and ".join(counted(count, severity) for severity, count in counts.items() if count)
    return f"{told or 'no problems'} in {counted(len({p.file for p in problems}), 'file')}"


def counted(number: int, what: str) -> str:
    """So many of something that takes an s: `1 file`, `2 files`."""
    return f"{number} {what}{'' if number == 1 else 's'}"
