"""The drawings of exercises: which there are, each drawn once and kept between builds.

The site shows them as files (:func:`files`), cards and social previews as they are.
How a pose becomes a picture is the business of :mod:`unslouch.figure`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
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
from unslouch.tools.noticed import notice

FOLDER = "assets/figures"
"""Where the drawings are in a site."""

STILL: tuple[Form, ...] = ("page", "small")
_SUFFIX: dict[Form, str] = {"page": ".svg", "small": ".small.svg", "moving": ".moving.svg"}
"""With a dot, which no pose's name has: no two pictures have one file."""
_MANY = 40
"""So many are measured before a pool of processes has started."""
_PATH = re.compile(rf"{FOLDER}/[^\s\"'<>?#]+\.svg")


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

    @cached_property
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


@dataclass
class Shown:
    """One of the pictures of a guide, and what there is of it by now: nothing while its size is not known."""

    job: Job
    picture: Picture | None = None


_NOWHERE = Drawing(10**7, 10**7, ((),), {}, ())
_SIGN = str(_NOWHERE.pixels[0])
"""A width that no picture has: what is set with it is set again before anybody sees it."""
_NOT_YET = Picture(_NOWHERE, _SIGN, _SIGN)


class Pictures:
    """The pictures of exercises, by pose. One that is not measured yet is when somebody looks at it."""

    def __init__(
        self,
        shown: dict[tuple[str, str, Form], Shown],
        measure: Callable[[Iterable[Shown]], None] | None = None,
        *,
        in_haste: bool = False,
    ) -> None:
        """``measure`` works out the size and the words of some; what is read ``in_haste`` makes do without, and is noticed."""
        self._shown, self._measure, self._hasty = shown, measure, in_haste

    def in_haste(self) -> Pictures:
        """The same for who sets pages before all pictures are measured, and sets those again that somebody asks for."""
        return Pictures(self._shown, self._measure, in_haste=True)

    def of(self, exercise: Drawn, pose: str, form: Form = "page") -> Picture | None:
        """A pose's picture, or nothing where the exercise has no such pose."""
        shown = self._shown.get((exercise.id, pose, form)) if exercise.figure else None
        if shown and shown.picture is None and self._hasty:
            notice(shown.job.path)
            return _NOT_YET
        return self._of(shown) if shown else None

    def path(self, exercise: Drawn, pose: str, form: Form = "page") -> str:
        """A pose's file below the site's root."""
        return self._shown[exercise.id, pose, form].job.path

    def unmeasured(self) -> set[str]:
        """The paths of those that nobody has looked at yet."""
        return {shown.job.path for shown in self._shown.values() if shown.picture is None}

    def measured(self) -> set[Hashable]:
        """The paths of those that are measured by now, where somebody in haste may have noticed that they were not."""
        return {shown.job.path for shown in self._shown.values() if shown.picture} if self._hasty else set()

    def measure(self, paths: Collection[str]) -> None:
        """Measure some, on all cores."""
        some = [shown for shown in self._shown.values() if shown.picture is None and shown.job.path in paths]
        if self._measure and some:
            self._measure(some)

    def _of(self, shown: Shown) -> Picture:
        self.measure([shown.job.path])
        assert shown.picture
        return shown.picture

    def files(self, variant: Variant = "screen") -> dict[str, str]:
        """Path in the site → SVG."""
        self.measure(self.unmeasured())
        return {shown.job.path: self._of(shown).svg(variant) for shown in self._shown.values()}

    def undrawn(self, cache: Cache) -> dict[str, Job]:
        """What is to be drawn later and is not yet in ``cache``, by its key."""
        later = {one.job.key: one.job for one in self._shown.values() if one.picture is None or one.picture.later}
        return {key: job for key, job in later.items() if not cache.has("figures", [key])}

    def makes(self) -> dict[str, Make]:
        """Path in the site → what makes its SVG for screens."""
        return {shown.job.path: partial(self._encoded, shown) for shown in self._shown.values()}

    def _encoded(self, shown: Shown) -> bytes:
        return self._of(shown).svg("screen").encode()


def in_haste(text: str) -> bool:
    """Whether a text shows pictures that nobody had measured as it was set."""
    return _SIGN in text


def shown_in(text: str) -> set[str]:
    """The paths of the pictures that a page shows."""
    return set(_PATH.findall(text))


def jobs(exercises: Iterable[Drawn], *, people: Sequence[str] = (), for_author: bool = False) -> list[Job]:
    """Every picture that the pages, cards and previews of exercises can show; an author sees the still ones, marked.

    What names its ``forms`` is shown in no other. One of the ``people``, of all where none are named, shows an exercise; to
    an author whoever its poses are judged by, or a mark would have no message.
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


Known = dict[str, tuple[tuple[Any, ...], list[Shown]]]
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

    With ``later`` each is measured when somebody looks at it, and drawn when its file is asked for.
    ``known`` are those of a drawing before: where the figure, its dose, people and words are the same, so are they.
    """
    known, exercises = {} if known is None else known, list(exercises)
    of = {one.id: (one.figure, getattr(one, "dose", None), people, words, for_author) for one in exercises}
    new = [one for one in exercises if one.id not in known or not _same(known[one.id][0], of[one.id])]
    for gone in known.keys() - of.keys():
        del known[gone]
    known |= {one.id: (of[one.id], []) for one in new}
    for job in jobs(new, people=people, for_author=for_author):
        known[job.exercise][1].append(Shown(job))
    shown = [one for id in of for one in known[id][1]]
    measure = partial(_measure, cache=cache, words=words)
    unknown = [one for one in shown if one.picture is None]
    if later:
        measure([one for one in unknown if cache.has("sizes", [one.job.key]) or cache.has("figures", [one.job.key])])
    else:
        drawn = drawings({one.job.key: one.job for one in unknown}, cache)
        for one in unknown:
            one.picture = one.job.told(drawn[one.job.key], words)
    return Pictures({(one.job.exercise, one.job.pose, one.job.form): one for one in shown}, measure)


def drawings(wanted: Mapping[str, Job], cache: Cache, *, quiet: bool = False) -> dict[str, Drawing]:
    """What is drawn of each, by its key; what ``cache`` has not, on all cores, with a progress bar unless ``quiet``."""
    return kept.kept(cache, "figures", wanted, Job.draw, _DRAWING, "" if quiet else "Drawing figures")


def _drawing(job: Job, cache: Cache) -> Drawing:
    return drawings({job.key: job}, cache)[job.key]


def _measure(some: Iterable[Shown], cache: Cache, words: Words) -> None:
    """The size and the words of each, which is drawn later; what is drawn need not be measured."""
    wanted = {one.job.key: one.job for one in some}
    for key, job in wanted.items():
        if not cache.has("sizes", [key]) and cache.has("figures", [key]):
            cache.put("sizes", key, _DRAWING.dump_json(replace(_drawing(job, cache), frames=(), behind=())))
    sizes = kept.kept(cache, "sizes", wanted, Job.blank, _DRAWING, "Measuring figures", worth=_MANY)
    for one in some:
        one.picture = one.job.told(sizes[one.job.key], words, partial(_drawing, one.job, cache))


def _same(one: Iterable[Any], other: Iterable[Any]) -> bool:
    """Whether the same things are meant: a server reads a file that is as it was once."""
    return all(a is b or (isinstance(a, (tuple, bool)) and a == b) for a, b in zip(one, other, strict=True))


_DRAWING = TypeAdapter(Drawing)
