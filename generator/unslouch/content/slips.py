"""What is YAML, and reads otherwise than its author meant: a text that a remark or a comma cuts.

Only what is likely is told: a remark after a sentence, a list of words in brackets, are as good as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_REMARK = re.compile(r"\s+#(?:(?P<glued>[^\s#!])|\s(?P<number>\d))")
_STOPS = tuple(".!?…:;。！？")
_MOST_OF_A_NAME = 3
"""Words of a list's item that may go on in small letters after a comma without being half a sentence."""


def cut_by_remark(text: str, rest: str) -> str:
    """The whole line of a text that ` #` cuts, where it is likelier text than a remark; else nothing.

    ``text`` is what YAML takes, ``rest`` what follows on its line.
    """
    found = _REMARK.match(rest)
    if not found:
        return ""
    words = text.split()
    is_prose = len(words) > 2 or (len(words) == 2 and not text[0].isdigit())
    likely = is_prose or found["glued"].isdigit() if found["glued"] else is_prose and not text.endswith(_STOPS)
    return (text + rest).rstrip() if likely else ""


def split_at_comma(items: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The items of a list in brackets that are likely the rest of a sentence, each with the whole that it is of."""
    for index in range(1, len(items)):
        before, here = items[index - 1], items[index]
        ends_alike = any(item.endswith(_STOPS) for item in items[index:])
        goes_on = here[:1].islower() and items[0][:1].isupper() and len(before.split()) > _MOST_OF_A_NAME
        is_cut = not before.endswith(_STOPS) and " " in before and (ends_alike or goes_on)
        if is_cut:
            yield index, ", ".join(items[_start(items, index) : _end(items, index)])
            return


def _start(items: Sequence[str], index: int) -> int:
    """The item that begins the sentence."""
    return next((n + 1 for n in range(index - 1, -1, -1) if items[n].endswith(_STOPS)), 0)


def _end(items: Sequence[str], index: int) -> int:
    """Behind the item that ends the sentence."""
    return next((n + 1 for n in range(index, len(items)) if items[n].endswith(_STOPS)), len(items))
