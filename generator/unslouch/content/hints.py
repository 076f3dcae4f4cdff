"""What a word that the format does not know was most likely meant to be, by how it reads and by what it means.

Spelling alone turns meanings round: `retraction` reads like `rotation`, `ball` like `wall`, `hand` like `head`. So words
of the field come first: :mod:`unslouch.content.synonyms`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator

from unslouch.content.problems import did_you_mean, one_of
from unslouch.content.synonyms import EXPLAINED, HELD, KEYS, KEYS_EXPLAINED, MEANT, NEAR_SURFACE, PLACE, SURFACES


def hint(word: str, known: Collection[str]) -> str:
    """What to write instead of a word, of those that are ``known`` at its place."""
    if meant := next(_meant(word, known), None):
        return f"did you mean `{meant}`?"
    if (plain := _plain(word)) in EXPLAINED:
        if EXPLAINED[plain] not in (PLACE, HELD) or "other hand" in known:
            return EXPLAINED[plain]
        return _surface(plain) if "floor" in known else one_of(known)
    alike = [one for one in known if _side(one) in ("", _side(word)) or not _side(word)]
    return _either(word, alike) or did_you_mean(word, alike)


def _surface(plain: str) -> str:
    """What a part can lie on, and which of it is most like a thing that there is not."""
    near = NEAR_SURFACE.get(plain)
    return f"did you mean `{near}`? {SURFACES}" if near else SURFACES


def _meant(word: str, known: Collection[str]) -> Iterator[str]:
    """The known words of the same meaning, the likeliest first."""
    plain, side = _plain(word), _side(word)
    yield from (one for one in known if _plain(one) == plain)
    yield from (one for one in MEANT.get(plain, ()) if one in known)
    sided = (one.replace("right", side) for one in MEANT.get(plain.removeprefix(side).strip(), ()) if side)
    yield from (one for one in sided if one in known and _side(one) == side)


def _either(word: str, known: Collection[str]) -> str:
    """Two known words that are equally near: naming one of `abduction` and `adduction` might turn the meaning round."""
    near = sorted(difflib.get_close_matches(word, set(known), n=2))
    scores = {difflib.SequenceMatcher(None, one, word).ratio() for one in near}
    return f"did you mean `{near[0]}` or `{near[1]}`?" if len(near) == 2 and len(scores) == 1 else ""


def of_key(key: str, known: Collection[str]) -> str:
    """What to write instead of a key that is not ``known`` in its mapping."""
    plain = _plain(key)
    if meant := next((one for one in KEYS.get(plain, ()) if one in known), None):
        return f"did you mean `{meant}`?"
    beside, told = KEYS_EXPLAINED.get(plain, ("", ""))
    return told if beside in known else hint(key, known)


def _plain(word: str) -> str:
    """In small letters, with spaces: `primaryMuscles`, `primary_muscles` and `Primary muscles` alike."""
    word = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", word.strip())
    return " ".join(re.split(r"[\s_\u2010-\u2015-]+", word.lower()))


def _side(word: str) -> str:
    """``right`` or ``left``, if a word begins with it."""
    return next((side for side in ("right", "left") if _plain(word).startswith(f"{side} ")), "")
