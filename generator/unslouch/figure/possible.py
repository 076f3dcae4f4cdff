"""Which poses of a figure no body can take: found once, and kept."""

from __future__ import annotations

from pydantic import TypeAdapter

from unslouch.figure import Figure, PoseProblem, solve
from unslouch.tools import kept
from unslouch.tools.kept import Cache

KIND = "poses"
"""Where it is kept."""
_PROBLEMS = TypeAdapter(list[PoseProblem])


def problems(figure: Figure, cache: Cache) -> list[PoseProblem]:
    """What a body could not do of a figure's poses (see :func:`unslouch.figure.solve`)."""
    own = key(figure)
    return kept.kept(cache, KIND, {own: figure}, solve, _PROBLEMS)[own]


def key(figure: Figure) -> str:
    """Alike for figures of which the same is found."""
    return kept.key(version(), figure.model_dump(exclude_unset=True, by_alias=True))


def version() -> str:
    """Alike for what draws alike and judges alike: this wing's sources, and numpy's version."""
    return kept.key(kept.sources("figure"), kept.versions("numpy"))
