"""The drawings of exercises: which there are, each drawn once and kept between builds.

The site shows them as files (:func:`files`), cards and social previews as they are.
How a pose becomes a picture is the business of :mod:`unslouch.figure`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Protocol

from pydantic import TypeAdapter

from unslouch import figure
from unslouch.content.dose import pace
from unslouch.figure import Drawing, Figure, Form, possible
from unslouch.figure.palette import Variant
from unslouch.figure.people import chosen
from unslouch.guide.alt_words import alt_text, authored
from unslouch.guide.words import Words
from unslouch.tools import kept
from unslouch.tools.kept import Cache
from unslouch.tools.making import Make

FOLDER = "assets/figures"
"""Where the drawings are in a site."""

STILL: tuple[Form, ...] = ("page", "small")
_SUFFIX: dict[Form, str] = {"page": ".svg", "small": ".small.svg", "moving": ".moving.svg"}
"""With a dot, which no pose's name has: no two pictures have one file."""


@dataclass(frozen=True)
class Picture:
    """A drawing of the right side; the left side is its mirror image, with words of its own."""

    drawing: Drawing
    right: str
    """What it shows, for a reader who cannot see it."""
    left: str
    seconds: float | None = None
    """How long a movement takes, there and back; the usual time when nothing is said."""
    later: Callable[[], Drawing] | None = field(default=None, compare=False, repr=False)
    """What draws it when its file is asked for, where there are only its size and its words yet."""
    _files: dict[Variant, str] = field(default_factory=dict, compare=False, repr=False)
    """As they were written: a server writes them again and again."""

    @property
    def width(self) -> int:
        """In pixels."""
        return self.drawing.pixels[0]

    @property
    def height(self) -> int:
        """In pixels."""
        return self.drawing.pixels[1]

    def svg(self, variant: Variant) -> str:
        """The file; ``screen`` follows the colour scheme of the page it stands in."""
        if variant not in self._files:
            drawing = self.later() if self.later else self.drawing
            self._files[variant] = figure.write(drawing, self.right, variant, self.seconds)
        return self._files[variant]

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
    seconds: float | None = None
    """Of a repetition, which a moving picture keeps to: it is written at that pace, and drawn alike at any."""
    marked: bool = False
    """Whether what is wrong with the pose is marked."""

    @property
    def path(self) -> str:
        """The picture's place in a site."""
        return f"{FOLDER}/{self.exercise}/{self.pose}{_SUFFIX[self.form]}"

    @property
    def key(self) -> str:
        """Alike for pictures that look alike."""
        return kept.key(possible.version(), figure.fingerprint(self.figure, self.pose, self.form), self.marked)

    def draw(self) -> Drawing:
        """The picture; this is what takes time."""
        return figure.draw(self.figure, self.pose, self.form, marked=self.marked)

    def blank(self) -> Drawing:
        """Its size and what it shows, in a fraction of the time."""
        return figure.blank(self.figure, self.pose, self.form)

    def told(self, drawing: Drawing, words: Words, later: Callable[[], Drawing] | None = None) -> Picture:
        """The picture with its words: the author's own, else what the drawing knows."""
        own = self.figure.poses[self.pose].alt
        say = partial(authored, own) if own else partial(alt_text, drawing.told)
        return Picture(drawing, say("right", words), say("left", words), self.seconds, later)


class Pictures:
    """The pictures of exercises, by pose."""

    def __init__(self, pictures: dict[tuple[str, str, Form], tuple[Job, Picture]]) -> None:
        self._pictures = pictures

    def of(self, exercise: Drawn, pose: str, form: Form = "page") -> Picture | None:
        """A pose's picture, or nothing where the exercise has no such pose."""
        found = self._pictures.get((exercise.id, pose, form)) if exercise.figure else None
        return found[1] if found else None

    def path(self, exercise: Drawn, pose: str, form: Form = "page") -> str:
        """A pose's file below the site's root."""
        return self._pictures[exercise.id, pose, form][0].path

    def files(self, variant: Variant = "screen") -> dict[str, str]:
        """Path in the site → SVG."""
        return {job.path: picture.svg(variant) for job, picture in self._pictures.values()}

    def undrawn(self, cache: Cache) -> dict[str, Job]:
        """What is to be drawn later and is not yet in ``cache``, by its key."""
        later = {job.key: job for job, picture in self._pictures.values() if picture.later}
        return {key: job for key, job in later.items() if not cache.has("figures", [key])}

    def makes(self) -> dict[str, Make]:
        """Path in the site → what makes its SVG for screens."""
        return {job.path: partial(_encoded, picture) for job, picture in self._pictures.values()}


def _encoded(picture: Picture) -> bytes:
    return picture.svg("screen").encode()


def jobs(exercises: Iterable[Drawn], *, people: Sequence[str] = (), for_author: bool = False) -> list[Job]:
    """Every picture that the pages, cards and previews of exercises can show; an author sees the still ones, marked.

    What names its ``forms`` is shown in no other. One of the ``people``, of all where none are named, shows an exercise; to an author whoever its poses are judged by,
    or a mark would have no message.
    """
    found = []
    for exercise in exercises:
        if exercise.figure is None:
            continue
        forms = getattr(exercise, "forms", _SUFFIX)
        shown = exercise.figure if for_author else exercise.figure.shown_by(chosen(exercise.id, people))
        for pose in shown.poses:
            found += [Job(exercise.id, pose, form, shown, marked=for_author) for form in STILL if form in forms]
        dose = getattr(exercise, "dose", None)  # examples for authors have none
        seconds = pace(dose) if dose else None
        ends = () if for_author or "moving" not in forms else shown.movements()
        found += [Job(exercise.id, end, "moving", shown, seconds) for _, end in ends]
    return found


Known = dict[str, tuple[tuple[Any, ...], list[tuple[Job, Picture]]]]
"""Who is drawn → what their pictures come from, and these."""


def draw(
    exercises: Iterable[Drawn],
    cache: Cache,
    words: Words,
    *,
    people: Sequence[str] = (),
    for_author: bool = False,
    known: Known | None = None,
    later: bool = False,
) -> Pictures:
    """The pictures of exercises, shown by some ``people``. What ``cache`` holds is not drawn again; what is new is, on all cores.

    With ``later`` only their sizes and words are worked out, and each is drawn when its file is asked for.
    ``known`` are those of a drawing before: where the figure, its dose, people and words are the same, so are they.
    """
    known, exercises = {} if known is None else known, list(exercises)
    of = {one.id: (one.figure, getattr(one, "dose", None), people, words, for_author) for one in exercises}
    new = [one for one in exercises if one.id not in known or not _same(known[one.id][0], of[one.id])]
    wanted = [(job, job.key) for job in jobs(new, people=people, for_author=for_author)]
    all_of = {key: job for job, key in wanted}
    drawn = _blanks(all_of, cache) if later else drawings(all_of, cache)
    for gone in known.keys() - of.keys():
        del known[gone]
    known |= {one.id: (of[one.id], []) for one in new}
    for job, key in wanted:
        then = partial(_drawing, key, job, cache) if later else None
        known[job.exercise][1].append((job, job.told(drawn[key], words, then)))
    told = (one for id in of for one in known[id][1])
    return Pictures({(job.exercise, job.pose, job.form): (job, picture) for job, picture in told})


def drawings(wanted: Mapping[str, Job], cache: Cache, *, quiet: bool = False) -> dict[str, Drawing]:
    """What is drawn of each, by its key; what ``cache`` has not, on all cores, with a progress bar unless ``quiet``."""
    return kept.kept(cache, "figures", wanted, Job.draw, _DRAWING, "" if quiet else "Drawing figures")


def _drawing(key: str, job: Job, cache: Cache) -> Drawing:
    return drawings({key: job}, cache)[key]


def _blanks(wanted: Mapping[str, Job], cache: Cache) -> dict[str, Drawing]:
    """The size and the words of each; what is drawn need not be measured."""
    for key in wanted:
        if not cache.has("sizes", [key]) and cache.has("figures", [key]):
            drawn = _drawing(key, wanted[key], cache)
            cache.put("sizes", key, _DRAWING.dump_json(replace(drawn, frames=(), behind=())))
    return kept.kept(cache, "sizes", wanted, Job.blank, _DRAWING, "Measuring figures")


def _same(one: Iterable[Any], other: Iterable[Any]) -> bool:
    """Whether the same things are meant: a server reads a file that is as it was once."""
    return all(a is b or (isinstance(a, (tuple, bool)) and a == b) for a, b in zip(one, other, strict=True))


_DRAWING = TypeAdapter(Drawing)
