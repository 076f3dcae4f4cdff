"""The drawings of exercises: which there are, each drawn once and kept between builds.

The site shows them as files (:func:`files`), cards and social previews as they are.
How a pose becomes a picture is the business of :mod:`unslouch.figure`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from pydantic import TypeAdapter

from unslouch import figure
from unslouch.figure import Figure, PoseProblem
from unslouch.tools import kept
from unslouch.tools.kept import Cache

FOLDER = "assets/figures"
"""Where the drawings are in a site."""

Form = Literal["page", "small", "moving"]
"""``page``: regular lines, with arrow and ghost. ``small``: heavier lines and no ghost, for thumbnails
and cards. ``moving``: the flip-book of the movement."""
_OPTIONS: dict[Form, dict[str, object]] = {"page": {}, "small": {"ghost": False, "weight": "bold"}, "moving": {}}
_SUFFIX: dict[Form, str] = {"page": ".svg", "small": ".small.svg", "moving": ".moving.svg"}
"""With a dot, which no pose's name has: no two pictures have one file."""
_WING = ("figure",)
"""Where it is decided what a pose looks like, and whether a body can take it."""


@dataclass(frozen=True)
class Picture:
    """A drawing of the right side; the left side is its mirror image, with words of its own."""

    svg: str
    """Colours are CSS variables with literal fallbacks; see :func:`figure.recolour`."""
    width: int
    height: int
    right: str
    """What it shows, for a reader who cannot see it."""
    left: str

    def alt(self, side: str) -> str:
        """What the picture shows when it stands for ``side``."""
        return self.left if side == "left" else self.right


class Drawn(Protocol):
    """Whatever has poses: an exercise, or the examples for authors."""

    @property
    def id(self) -> str: ...

    @property
    def figure(self) -> Figure | None: ...


@dataclass(frozen=True)
class Job:
    """One picture to draw."""

    exercise: str
    pose: str
    form: Form
    figure: Figure

    @property
    def path(self) -> str:
        """The picture's place in a site."""
        return f"{FOLDER}/{self.exercise}/{self.pose}{_SUFFIX[self.form]}"

    @property
    def start(self) -> str | None:
        """The pose that the movement comes from."""
        return figure.start_of(self.figure, self.pose)

    @property
    def key(self) -> str:
        """Alike for pictures that look alike."""
        options = _OPTIONS[self.form]
        content = figure.fingerprint(self.figure, self.pose, start=self.start, form=self.form, options=options)
        return kept.key(*_drawing(), content)

    def draw(self) -> Picture:
        """The picture; this is what takes time."""
        start = self.start
        right, left = (figure.describe(self.figure, self.pose, start=start, side=side) for side in ("right", "left"))
        if self.form == "moving":
            assert start is not None
            svg = figure.animate(self.figure, self.pose, start)
        else:
            svg = figure.draw(self.figure, self.pose, start=start, **_OPTIONS[self.form])
        width, height = re.search(r'width="(\d+)" height="(\d+)"', svg).groups()
        return Picture(svg, int(width), int(height), right, left)


class Pictures:
    """The pictures of exercises, by pose."""

    def __init__(self, pictures: dict[tuple[str, str, Form], tuple[Job, Picture]]) -> None:
        self._pictures = pictures

    def of(self, exercise: Drawn, pose: str, form: Form = "page") -> Picture | None:
        """A pose's picture, or nothing where the exercise has no such pose."""
        found = self._pictures.get((exercise.id, pose, form))
        return found[1] if found else None

    def path(self, exercise: Drawn, pose: str, form: Form = "page") -> str:
        """A pose's file below the site's root."""
        return self._pictures[exercise.id, pose, form][0].path

    def files(self, variant: str = "screen") -> dict[str, str]:
        """Path in the site → SVG; ``screen`` follows the colour scheme of the page it stands in."""
        return {job.path: figure.recolour(picture.svg, variant) for job, picture in self._pictures.values()}


def movements(exercise: Drawn) -> list[tuple[str, str]]:
    """Start and end of each movement of an exercise: poses named ``end`` or ``end-…`` end one."""
    poses = exercise.figure.poses if exercise.figure else ()
    ends = [name for name in poses if name == "end" or name.startswith("end-")]
    found = ((figure.start_of(exercise.figure, end), end) for end in ends)
    return [(start, end) for start, end in found if start]


def jobs(exercises: Iterable[Drawn]) -> list[Job]:
    """Every picture that the pages, cards and previews of exercises can show."""
    found = []
    for exercise in exercises:
        if exercise.figure is None:
            continue
        for pose in exercise.figure.poses:
            found += [Job(exercise.id, pose, form, exercise.figure) for form in ("page", "small")]
        found += [Job(exercise.id, end, "moving", exercise.figure) for _, end in movements(exercise)]
    return found


def draw(exercises: Iterable[Drawn], cache: Cache) -> Pictures:
    """The pictures of exercises. What ``cache`` holds is not drawn again; what is new is, on all cores."""
    wanted = [(job, job.key) for job in jobs(exercises)]
    drawn = kept.kept(cache, "figures", {key: job for job, key in wanted}, Job.draw, _PICTURE, "Drawing figures")
    return Pictures({(job.exercise, job.pose, job.form): (job, drawn[key]) for job, key in wanted})


def problems(poses: Figure, cache: Cache) -> list[PoseProblem]:
    """What a body could not do of a figure's poses; found once (see :func:`figure.solve`)."""
    key = kept.key(*_drawing(), poses.model_dump(exclude_unset=True, by_alias=True))
    return kept.kept(cache, "poses", {key: poses}, figure.solve, _PROBLEMS)[key]


def _drawing() -> tuple[str, str]:
    """What every picture depends on beside its pose."""
    return kept.sources(*_WING), kept.versions("numpy")


_PICTURE = TypeAdapter(Picture)
_PROBLEMS = TypeAdapter(list[PoseProblem])
