"""What the templates of pages and cards ask of a guide: its words, numbers, pictures and addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import quote

from unslouch.content import inline, rendering, review, sourcing
from unslouch.content.dose import Dose
from unslouch.content.inline import Inline, capital
from unslouch.content.library import Library
from unslouch.content.model import Block, Exercise, Routine, RoutineExercise, Safety
from unslouch.content.review import Review, Reviewed
from unslouch.content.stages import Stage
from unslouch.content.statement import Source, Statement
from unslouch.figure import Form
from unslouch.figure.language import EASIER, END, HARDER, START
from unslouch.guide import choices, groups, wording
from unslouch.guide.groups import Group
from unslouch.guide.options import CARDS, Options
from unslouch.guide.pictures import Pictures
from unslouch.guide.views import Pair, View
from unslouch.guide.words import Words
from unslouch.tools.noticed import remembered

FEW = 2
"""So many positions of a routine's exercises are told; more of them tell a reader nothing."""


class Guide:
    """One guide as readers get it: a library in the words of a language, from one side, at an address."""

    def __init__(
        self,
        library: Library,
        words: Words,
        *,
        pictures: Pictures | None = None,
        options: Options | None = None,
        today: date | None = None,
    ) -> None:
        """``today`` is the day on which reviews count or do not."""
        self.library = library
        self.words = words
        self.today = today or date.today()
        self.pictures = pictures or Pictures({})
        self.options = options = options or Options()
        self.default_side = options.default_side
        self.other_side = "left" if options.default_side == "right" else "right"
        self.site_url = options.site_url.rstrip("/") + "/" if options.site_url else ""
        self.cards = CARDS[options.cards]
        self.name = options.name
        self.directory_urls = options.directory_urls

    # addresses

    def place(self, path: str) -> str:
        """Where in the site a page is."""
        page = path.removesuffix(".md")
        if self.directory_urls or page.endswith("index"):
            return f"{quote(page.removesuffix('index').rstrip('/'))}/"
        return f"{quote(page)}.html"

    def url(self, path: str) -> str:
        """The address of a page on the web, where the site has one."""
        return f"{self.site_url}{self.place(path)}" if self.site_url else ""

    # text

    def word(self, name: str) -> str:
        """What a blank reads as where nothing can be switched."""
        if name == "emergency_number":
            return self.library.safety.emergency_number or self.words.say(name)
        return self.words.say(self.default_side if name == "side" else self.other_side)

    def _literal(self, name: str) -> str:
        return rendering.literal(self.word(name))

    def _switch(self, name: str) -> str:
        word = self._literal(name)
        return word if name == "emergency_number" else f'<span class="us-side" data-us-side="{name}">{word}</span>'

    def markdown(self, written: Inline) -> str:
        """An author's text as Markdown, speaking of the default side."""
        return rendering.markdown(written, self._literal)

    def html(self, written: Inline) -> str:
        """The same as HTML within Markdown."""
        return rendering.html_in_markdown(written, self._literal)

    def switched(self, written: Inline, exercise: Exercise) -> str:
        """The same as HTML in which the reader can switch sides."""
        return rendering.html_in_markdown(written, self._switch) if self.has_switch(exercise) else self.html(written)

    def plain(self, written: Inline) -> str:
        """An author's text without markup. Not escaped."""
        return rendering.plain(written, self.word)

    def has_switch(self, exercise: Exercise) -> bool:
        """Whether the page speaks of a side that the reader may want to change."""
        if not exercise.both_sides:
            return False
        optional = (exercise.breathing, exercise.feel, exercise.easier, exercise.harder)
        texts = [step.text for step in exercise.steps] + [one for one in optional if one]
        texts += [*exercise.mistakes, *exercise.cautions]
        return any(one.side() for one in texts)

    def sides_note(self, exercise: Exercise) -> str:
        """Which side the steps speak of, and that the other is to follow."""
        side, other_side = self._switch("side"), self._switch("other_side")
        return self.words.say(f"sides_note_{exercise.laterality}", side=side, other_side=other_side)

    # pictures

    def views(self, exercise: Exercise, pose: str, form: Form = "page", *, both: bool = True) -> list[View]:
        """A pose's picture for the default side, and for the other where the reader can switch (and ``both``)."""
        picture = self.pictures.of(exercise, pose, form)
        if picture is None:
            return []
        shown = []
        for side in self.sides(exercise) if both else self.sides(exercise)[:1]:
            path = self.pictures.path(exercise, pose, form)
            shown.append(View(path, picture.alt(side), picture.width, picture.height, side))
        return shown

    def sides(self, exercise: Exercise) -> list[str]:
        """The sides that an exercise's pictures can show, the default first."""
        if not exercise.both_sides:
            return ["right"]
        return [self.default_side, self.other_side] if self.has_switch(exercise) else [self.default_side]

    def movements(self, exercise: Exercise) -> list[tuple[str, str]]:
        """The poses that each movement of an exercise starts and ends with, where there are pictures."""
        movements = exercise.figure.movements() if exercise.figure else []
        return [pair for pair in movements if self.pictures.of(exercise, pair[1])]

    def pairs(self, exercise: Exercise, start: str, end: str) -> list[Pair]:
        """A movement for the default side, and for the other where the reader can switch."""
        parts = (self.views(exercise, start), self.views(exercise, end), self.views(exercise, end, "moving"))
        return [Pair(*views) for views in zip(*parts, strict=True)]

    def small_pair(self, exercise: Exercise) -> Pair | None:
        """Start and end as a routine shows them; nothing where either has no picture."""
        start, end = (self.views(exercise, pose, "small", both=False) for pose in (START, END))
        return Pair(start[0], end[0]) if start and end else None

    def ways(self, exercise: Exercise) -> list[tuple[str, Inline]]:
        """An easier and a harder way, as far as there are: the name of the phrase and of the pose, and what is told."""
        told = ((EASIER, exercise.easier), (HARDER, exercise.harder))
        return [(name, text) for name, text in told if text]

    def stage(self, stage: Stage) -> list[View]:
        """The small picture of a stage: a list of one, or of none."""
        return (
            self.views(stage.exercise, stage.way, "small", both=False) if stage.way else self.thumbnail(stage.exercise)
        )

    def thumbnail(self, exercise: Exercise) -> list[View]:
        """The small picture that stands for an exercise in lists: a list of one, or of none."""
        return self.views(exercise, END, "small", both=False) or self.views(exercise, START, "small", both=False)

    def emblem(self, routine: Routine) -> list[View]:
        """The small picture that stands for a routine in lists, another one for each where there are enough."""
        exercise = self._emblems.get(routine.id)
        return self.thumbnail(exercise) if exercise else []

    @remembered
    def _emblems(self) -> dict[str, Exercise]:
        return choices.emblems(self.library, lambda exercise: bool(self.thumbnail(exercise)))

    # what to know first

    def short_steps(self, exercise: Exercise, item: RoutineExercise | None = None) -> list[Inline]:
        """What a routine tells of an exercise: its steps in few words; of one side only, without changing sides."""
        steps = [step.on_card for step in exercise.steps if step.on_card]
        return [one for one in steps if not (item and item.side and self.changes_of_side(one) == [self.plain(one)])]

    def changes_of_side(self, step: Inline) -> list[str]:
        """The sentences of a step that have the reader change sides: who does one side only is not to read them."""
        begin = self.words.say("play_sides").casefold()
        return [one for one in inline.sentences(self.plain(step)) if one.casefold().startswith(begin)]

    def seen_from(self, side: str | None) -> Guide:
        """The same guide with ``side`` as the default one, where it is another."""
        if side in (None, self.default_side):
            return self
        options = replace(self.options, default_side=side)
        return Guide(self.library, self.words, pictures=self.pictures, options=options, today=self.today)

    def cares(self, exercise: Exercise) -> list[str]:
        """For whom an exercise is not, or only with care, in a few words each; nothing where a caution has no few words.

        A caution's own words for cards begin with the question: ``Sore knee? Leave it out.``
        """
        asked = [inline.question(self.plain(one.card or Inline())) for one in exercise.cautions]
        return asked if all(asked) else []

    def facts(self, routine: Routine) -> list[str]:
        """A routine in a few words: how long, how often, in what positions where they are few, and what it needs."""
        positions = list(dict.fromkeys(filter(None, map(self.library.position, self.library.exercises_of(routine)))))
        told = map(self.words.term, positions) if len(positions) <= FEW else ()
        long = "" if routine.week else self.minutes(routine)
        return [capital(one) for one in (long, self.often(routine), *told, *self.needs(routine)) if one]

    # numbers in words

    def dose(self, exercise: Exercise, item: RoutineExercise | None = None) -> str:
        """How much of an exercise, by itself or in a routine."""
        only = (item.side if item else None) or ""
        return wording.dose(self._how_much(exercise, item), self.words, both_sides=exercise.both_sides, only=only)

    def rest(self, exercise: Exercise, item: RoutineExercise | None = None) -> str:
        """The rest between sets, or nothing."""
        return wording.rest_in_short(self._how_much(exercise, item), self.words)

    def _how_much(self, exercise: Exercise, item: RoutineExercise | None) -> Dose | None:
        return self.library.dose(item) if item else exercise.dose

    def often(self, thing: Dose | Routine | None) -> str:
        """``3 times a day, 5 days a week``, or nothing."""
        return wording.often(thing, self.words)

    def needs(self, routine: Routine) -> list[str]:
        """What a routine needs; with what a reader may choose to do without, the numbers of the exercises it is for."""
        uses = self.library.needed_for(routine)
        return [wording.needed(thing, [str(number) for number in numbers], self.words) for thing, numbers in uses]

    def minutes(self, thing: Routine | Block) -> str:
        """How long a routine or a block takes: ``18–24 minutes``."""
        library = self.library
        seconds = library.routine_seconds(thing) if isinstance(thing, Routine) else library.block_seconds(thing)
        return wording.minutes(seconds, self.words)

    def checked(self, exercises: Iterable[Exercise]) -> str:
        """When the newest of the exercises was last checked; nothing where no author says."""
        return wording.checked((exercise.reviewed for exercise in exercises), self.words)

    # reviews

    def reviews(self, entry: Reviewed) -> tuple[Review, ...]:
        """The reviews of an entry by professionals that count today."""
        return review.counting(entry, self.today)

    def vouched(self, *entries: Reviewed, in_line: bool = False) -> Inline:
        """Who has reviewed the entries, all of them; else what the author says of that, ``in_line`` where room is short."""
        safety, reviews = self.library.safety, review.of_all([self.reviews(entry) for entry in entries])
        told, own = wording.reviewed(reviews, self.words), (in_line and safety.review_line) or safety.clinical_review
        if review.covers_text(reviews):
            return Inline((told,))
        return Inline((f"{told} ", *own)) if told else own

    # sources

    def cited(self, statement: Statement | Dose, sources: Sequence[Source]) -> list[tuple[int, Source]]:
        """The sources that a statement or an amount names, each with its number in the list at the foot of the page."""
        return sourcing.named(statement, sources)

    def rest_is_common(self, entry: Exercise | Routine | Safety) -> bool:
        """Whether what has no number is common knowledge, by its author's word."""
        return sourcing.is_common(entry)

    # lists

    @remembered
    def areas(self) -> list[Group]:
        """See :func:`groups.areas`."""
        return groups.areas(self.library, self.words)

    @remembered
    def categories(self) -> list[Group]:
        """See :func:`groups.categories`."""
        return groups.categories(self.library, self.words)

    @remembered
    def _area_by_slug(self) -> dict[str, Group]:
        return {group.slug: group for group in self.areas}

    def groups_of(self, exercise: Exercise) -> list[Group]:
        """The category and the areas of an exercise."""
        category = [group for group in self.categories if group.slug == exercise.category]
        return category + [self._area_by_slug[slug] for slug in groups.areas_of(exercise)]

    def anatomy(self, muscles: Iterable[str]) -> list[str]:
        """The anatomical names of muscles, each once, for readers and searches that know them."""
        return list(dict.fromkeys(name for muscle in muscles for name in self.library.anatomy(muscle)))

    @remembered
    def _users(self) -> dict[str, list[Routine]]:
        users: dict[str, list[Routine]] = {}
        for routine in self.library.routines.values():
            for exercise in self.library.exercises_of(routine) if routine.blocks else ():
                users.setdefault(exercise.id, []).append(routine)
        return users

    def used_in(self, exercise: Exercise) -> list[Routine]:
        """The routines that use an exercise themselves."""
        return self._users.get(exercise.id, [])
