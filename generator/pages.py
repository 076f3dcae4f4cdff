"""A library → the Markdown of every page. Pure: what to do with the pages is the caller's business.

What a page looks like is in ``templates/``; here is what the templates are given.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
)

from generator import dose, figure_guide, structured_data, text, vocabulary
from generator.dose import Range
from generator.figures import Form, Pictures, movements
from generator.library import EXERCISES, ROUTINES, Library
from generator.model import Block, Exercise, Routine, RoutineExercise
from generator.words import Words
from generator.written import kebab_case

AREAS = "areas"
CATEGORIES = "categories"
THUMBNAILS = 3
"""How many exercises a routine's entry in a list shows; three fit a phone's width."""
SAFETY_PAGE = "safety.md"
"""The hand-written page on when not to exercise, which every exercise and routine links to."""

_MARKER = re.compile(r"^[ \t]*<!--[ \t]*unslouch:([a-z-]+)[ \t]*-->[ \t]*$", re.MULTILINE)
EXAMPLE_MARKERS = ("bases", "joints")
"""Markers that drawn examples stand for."""
MARKERS = (
    "routines",
    "exercises",
    "stop-rule",
    "red-flags",
    "clinical-review",
    "disclaimer",
    "safety-sources",
    *EXAMPLE_MARKERS,
    "landmarks",
    "muscles",
)


@dataclass(frozen=True)
class Group:
    """Exercises of one area or one category, and the page that lists them."""

    slug: str
    title: str
    """As chips, filters and the sidebar call it: Hips."""
    heading: str
    """As its page does: Exercises for your hips."""
    path: str
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True)
class View:
    """A picture as a page shows it: one side of it."""

    path: str
    alt: str
    width: int
    height: int
    side: str


def shows_examples(markdown: str) -> bool:
    """Whether a hand-written page asks for the drawn examples, which are drawn only then."""
    return any(match[1] in EXAMPLE_MARKERS for match in _MARKER.finditer(markdown))


def unknown_markers(markdown: str) -> list[tuple[int, str]]:
    """Lines (from 0) of a hand-written page that ask for what there is not, and the word they ask with."""
    found = ((markdown.count("\n", 0, match.start(1)), match[1]) for match in _MARKER.finditer(markdown))
    return [(line, word) for line, word in found if word not in MARKERS]


def sources(library: Library) -> dict[str, str]:
    """Each page that one YAML file is the source of → that file, both below content/."""
    paths = [f"{EXERCISES}/{id}" for id in library.exercises] + [f"{ROUTINES}/{id}" for id in library.routines]
    return {f"{path}.md": f"{path}.yml" for path in paths}


def nav(library: Library, words: Words, folder: str, listed_at_most: int) -> list[Any]:
    """What an entry ``exercises/`` or ``routines/`` of mkdocs.yml's nav stands for."""
    folder = folder.strip("/")
    index = f"{folder}/index.md"
    if folder == ROUTINES:
        return [index, *(f"{ROUTINES}/{id}.md" for id in library.routines)]
    if len(library.exercises) <= listed_at_most:
        return [index, *(f"{EXERCISES}/{id}.md" for id in library.exercises)]
    groups = (("by_area", _areas(library, words)), ("by_category", _categories(library, words)))
    return [
        index,
        *(
            {words.say(title): [{escape(group.title, quote=False): group.path} for group in listed]}
            for title, listed in groups
            if listed
        ),
    ]


def _areas(library: Library, words: Words) -> list[Group]:
    """The areas that exercises name, by title. Two ways to write one are one area: Lower back, lower-back."""
    titles: dict[str, str] = {}
    members: dict[str, list[Exercise]] = {}
    for exercise in library.exercises.values():
        for slug, title in _areas_of(exercise).items():
            titles.setdefault(slug, title)
            members.setdefault(slug, []).append(exercise)
    groups = []
    for slug, found in members.items():
        title = text.one_line(titles[slug])
        heading = words.say("area_title", area=title)
        groups.append(Group(slug, text.capital(title), heading, f"{AREAS}/{slug}.md", tuple(found)))
    return sorted(groups, key=lambda group: group.title.casefold())


def _areas_of(exercise: Exercise) -> dict[str, str]:
    return {_slug(area): area for area in exercise.areas}


def _categories(library: Library, words: Words) -> list[Group]:
    """The categories that have exercises, in the order of the format."""
    groups = []
    for category in vocabulary.CATEGORIES:
        found = tuple(exercise for exercise in library.exercises.values() if exercise.category == category)
        if found:
            title = text.capital(words.term(category))
            heading = words.say("category_title", category=title)
            groups.append(Group(category, title, heading, f"{CATEGORIES}/{category}.md", found))
    return groups


def _slug(area: str) -> str:
    """An area as part of an address; letters beyond a-z stay where nothing else would be left."""
    slug = kebab_case(area) or re.sub(r"[\W_]+", "-", area.casefold()).strip("-") or "other"
    return f"{slug}-area" if slug in ("index", "readme") else slug


class Site:
    """What the templates of one guide share, and the words and numbers they ask for."""

    def __init__(
        self,
        library: Library,
        words: Words,
        *,
        pictures: Pictures | None = None,
        default_side: str = "right",
        overrides: Path | None = None,
        site_url: str = "",
        cards: Collection[str] = (),
        name: str = "",
    ):
        """``cards`` names the folders whose pages have printable cards; ``overrides`` is a folder whose templates take the place of ours of the same name."""
        self.library = library
        self.words = words
        self.pictures = pictures or Pictures({})
        self.default_side = default_side
        self.other_side = "left" if default_side == "right" else "right"
        self.site_url = site_url.rstrip("/") + "/" if site_url else ""
        self.cards = cards
        self.name = name
        self._environment = _environment(overrides)
        self._environment.globals.update(
            site=self,
            library=library,
            safety=library.safety,
            say=words.say,
            count=words.count,
            term=words.term,
            vocabulary=vocabulary,
            zip=zip,
            guide=figure_guide,
            SAFETY_PAGE=SAFETY_PAGE,
        )
        self._environment.filters.update(
            capital=text.capital,
            literal=text.literal,
            attribute=text.attribute,
            markdown=self.markdown,
            switched=self.switched,
            safety=self.safety_text,
            front_matter=self.front_matter,
            one_line=text.one_line,
            code=lambda phrase: f"`{phrase}`",
            target=text.target,
            term=words.term,
            listed=lambda phrases: words.say("comma").join(phrases),
        )

    def render(self) -> dict[str, str]:
        """Every generated page: its path below docs_dir → Markdown.

        One of them is :data:`SAFETY_PAGE`, for a guide that has not written its own.
        """
        pages = {
            f"{EXERCISES}/index.md": self.page("exercises.md.j2", f"{EXERCISES}/index.md"),
            f"{ROUTINES}/index.md": self.page("routines.md.j2", f"{ROUTINES}/index.md"),
            SAFETY_PAGE: self.page("safety.md.j2", SAFETY_PAGE),
        }
        for exercise in self.library.exercises.values():
            path = f"{EXERCISES}/{exercise.id}.md"
            pages[path] = self.page("exercise.md.j2", path, exercise=exercise)
        for routine in self.library.routines.values():
            path = f"{ROUTINES}/{routine.id}.md"
            pages[path] = self.page("week.md.j2" if routine.week else "routine.md.j2", path, routine=routine)
        for kind, groups in (("area", self.areas), ("category", self.categories)):
            for group in groups:
                pages[group.path] = self.page("group.md.j2", group.path, kind=kind, group=group)
        return pages

    def fill_markers(self, markdown: str, page_uri: str) -> str:
        """A hand-written page with each ``<!-- unslouch:… -->`` line replaced by what it names.

        A marker that names nothing known is left as it is: a comment, which no reader sees.
        """

        def fill(match: re.Match[str]) -> str:
            if match[1] not in MARKERS:
                return match[0]
            return self.page("marker.md.j2", page_uri, marker=match[1]).strip()

        return _MARKER.sub(fill, markdown)

    def page(self, template: str, path: str, **context: Any) -> str:
        """One page from its template; ``link`` leads from it to others."""
        here = posixpath.dirname(path)

        def link(target: str) -> str:
            return quote(posixpath.relpath(target, here or "."), safe="/")

        rendered = self._environment.get_template(template).render(link=link, url=self.url(path), **context)
        return re.sub(r"\n{3,}", "\n\n", rendered).strip() + "\n"

    # addresses

    def url(self, path: str) -> str:
        """The address of a page on the web, where the site has one."""
        if not self.site_url:
            return ""
        page = path.removesuffix(".md").removesuffix("index").rstrip("/")
        return f"{self.site_url}{quote(page)}/"

    # text

    def side_word(self, name: str) -> str:
        """What ``{side}`` or ``{other_side}`` reads as where nothing can be switched."""
        return self.words.say(self.default_side if name == "side" else self.other_side)

    def _switch(self, name: str) -> str:
        return f'<span class="us-side" data-us-side="{name}">{text.literal(self.side_word(name))}</span>'

    def markdown(self, written: str) -> str:
        """An author's text as Markdown, speaking of the default side."""
        return text.markdown(written, lambda name: text.literal(self.side_word(name)))

    def switched(self, written: str, exercise: Exercise) -> str:
        """An author's text as Markdown in which the reader can switch sides."""
        return text.markdown(written, self._switch) if self.has_switch(exercise) else self.markdown(written)

    def safety_text(self, written: str) -> str:
        """A text of safety.yml as Markdown, with the number to call in it."""
        number = self.library.safety.emergency_number or self.words.say("emergency_number")
        return self.markdown(written.replace("{emergency_number}", number))

    def plain(self, written: str) -> str:
        """An author's text without markup. Not escaped."""
        return text.plain(written, self.side_word)

    def front_matter(self, phrase: str) -> str:
        """Plain words as a YAML string that themes print into HTML as it is."""
        return json.dumps(escape(phrase, quote=False).replace('"', "&quot;"), ensure_ascii=False)

    def has_switch(self, exercise: Exercise) -> bool:
        """Whether the page speaks of a side that the reader may want to change."""
        if not exercise.both_sides:
            return False
        optional = (exercise.breathing, exercise.feel, exercise.easier, exercise.harder)
        texts = [step.text for step in exercise.steps] + [one for one in optional if one]
        texts += [*exercise.mistakes, *exercise.cautions]
        return any("{side}" in one or "{other_side}" in one for one in texts)

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

    def example(self, example: figure_guide.Example) -> list[View]:
        """One of the pictures for authors: a list of one, or of none."""
        examples = figure_guide.examples()
        picture = self.pictures.of(examples, example.pose)
        if picture is None:
            return []
        path = self.pictures.path(examples, example.pose)
        return [View(path, picture.right, picture.width, picture.height, "right")]

    def movements(self, exercise: Exercise) -> list[tuple[str, str]]:
        """The poses that each movement of an exercise starts and ends with, where there are pictures."""
        return [pair for pair in movements(exercise) if self.pictures.of(exercise, pair[1])]

    def thumbnail(self, exercise: Exercise) -> list[View]:
        """The small picture that stands for an exercise in lists: a list of one, or of none."""
        return self.views(exercise, "end", "small", both=False) or self.views(exercise, "start", "small", both=False)

    def thumbnails(self, routine: Routine) -> list[View]:
        """A few of a routine's exercises as small pictures, first things first."""
        found = [view for exercise in self.library.exercises_of(routine) for view in self.thumbnail(exercise)]
        return found[:THUMBNAILS]

    # numbers in words

    def dose(self, exercise: Exercise, item: RoutineExercise | None = None) -> str:
        """How much of an exercise, by itself or in a routine."""
        how_much = self.library.dose(item) if item else exercise.dose
        return dose.in_words(how_much, self.words, both_sides=exercise.both_sides)

    def rest(self, exercise: Exercise, item: RoutineExercise | None = None) -> str:
        """The rest between sets, or nothing."""
        how_much = self.library.dose(item) if item else exercise.dose
        if not how_much.rest or how_much.sets == 1:
            return ""
        return self.words.say("rest_between_sets", duration=dose.duration_in_words(how_much.rest, self.words))

    def days(self, days: Range | None) -> str:
        """``2–3 days a week``, or nothing."""
        return structured_data.days_a_week(days, self.words)

    def minutes(self, thing: Routine | Block) -> str:
        """How long a routine or a block takes: ``18–24 minutes``."""
        routine = isinstance(thing, Routine)
        seconds = self.library.routine_seconds(thing) if routine else self.library.block_seconds(thing)
        found = dose.minutes(seconds)
        return self.words.say("minutes_long", number=str(found), minutes=self.words.count("minutes", found.high))

    def date(self, exercise: Exercise) -> str:
        """The day of an exercise's review."""
        day = exercise.reviewed
        assert day is not None
        return self.words.say("date", day=str(day.day), month=self.words.say(f"month_{day.month}"), year=str(day.year))

    # lists

    @cached_property
    def areas(self) -> list[Group]:
        """See :func:`_areas`."""
        return _areas(self.library, self.words)

    @cached_property
    def categories(self) -> list[Group]:
        """See :func:`_categories`."""
        return _categories(self.library, self.words)

    @cached_property
    def _area_by_slug(self) -> dict[str, Group]:
        return {group.slug: group for group in self.areas}

    def groups_of(self, exercise: Exercise) -> list[Group]:
        """The category and the areas of an exercise."""
        category = [group for group in self.categories if group.slug == exercise.category]
        return category + [self._area_by_slug[slug] for slug in _areas_of(exercise)]

    def anatomy(self, muscles: Iterable[str]) -> list[str]:
        """The anatomical names of muscles, each once, for readers and searches that know them."""
        return list(dict.fromkeys(name for muscle in muscles for name in vocabulary.MUSCLES[muscle]))

    @cached_property
    def _users(self) -> dict[str, list[Routine]]:
        users: dict[str, list[Routine]] = {}
        for routine in self.library.routines.values():
            for exercise in self.library.exercises_of(routine) if routine.blocks else ():
                users.setdefault(exercise.id, []).append(routine)
        return users

    def used_in(self, exercise: Exercise) -> list[Routine]:
        """The routines that use an exercise themselves."""
        return self._users.get(exercise.id, [])

    @cached_property
    def filters(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What the overview can be narrowed by: a name and (value, words) of what occurs in the library."""
        exercises = self.library.exercises.values()
        equipment = sorted({thing for exercise in exercises for thing in exercise.equipment}, key=self.words.term)
        nothing = [("none", self.words.say("equipment_none"))] if any(not e.equipment for e in exercises) else []

        def occurring(field: str, order: Iterable[str]) -> list[tuple[str, str]]:
            found = {getattr(exercise, field) for exercise in exercises}
            return [(value, text.capital(self.words.term(value))) for value in order if value in found]

        return [
            ("area", [(group.slug, group.title) for group in self.areas]),
            ("category", occurring("category", vocabulary.CATEGORIES)),
            ("position", occurring("position", vocabulary.POSITIONS)),
            ("equipment", nothing + [(_slug(thing), text.capital(self.words.term(thing))) for thing in equipment]),
            ("level", occurring("level", vocabulary.LEVELS)),
        ]

    def facets(self, exercise: Exercise) -> dict[str, str]:
        """The values of :attr:`filters` that an exercise has; several with spaces between."""
        return {
            "area": " ".join(_areas_of(exercise)),
            "category": exercise.category,
            "position": exercise.position,
            "equipment": " ".join(map(_slug, exercise.equipment)) or "none",
            "level": exercise.level,
        }

    # machines

    def data_of_exercise(self, exercise: Exercise, url: str) -> str:
        """The exercise's structured data as a script element."""
        description = self.plain(exercise.summary)
        return structured_data.script(
            structured_data.of_exercise(exercise, self.words, description, self.side_word, url)
        )

    def data_of_routine(self, routine: Routine, url: str) -> str:
        """The routine's structured data as a script element."""
        return structured_data.script(
            structured_data.of_routine(
                routine, self.library, self.words, self.plain(routine.summary), url, self._url_of_exercise
            )
        )

    def _url_of_exercise(self, id: str) -> str:
        return self.url(f"{EXERCISES}/{id}.md")


def _environment(overrides: Path | None) -> Environment:
    ours: BaseLoader = PackageLoader("generator", "templates")
    loader = ChoiceLoader([FileSystemLoader(overrides), ours]) if overrides else ours
    return Environment(
        bytecode_cache=FileSystemBytecodeCache(),
        loader=loader,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
