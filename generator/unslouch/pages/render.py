"""A guide → the Markdown of every page. Pure: what to do with the pages is the caller's business.

What a page looks like is in ``templates/``.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable
from functools import cache, cached_property, partial
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from unslouch.content import inline, rendering, vocabulary
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.model import Entry, Exercise, Routine
from unslouch.guide import choices, finding, groups, sheet_address, wording
from unslouch.guide.addresses import ASSETS, SAFETY_PAGE, WEEK_PAGE
from unslouch.guide.groups import Group, Part
from unslouch.guide.guide import Guide
from unslouch.pages import blocks, calendar, figure_guide, figure_people, json_ld, my_week, search
from unslouch.pages.blocks import Resolve
from unslouch.tools.making import Make
from unslouch.tools.noticed import Memory
from unslouch.tools.templates import environment

_MARKER = re.compile(r"^[ \t]*<!--[ \t]*unslouch:([a-z-]+)[ \t]*-->[ \t]*$", re.MULTILINE)
_UNFILLED = re.compile(r"<!--\s*unslouch:[^>]*-->")
_MARKERS = "markers/"
"""The folder of templates that has one for each marker, by its name."""
_SOURCES = "safety-sources"
"""The marker that the sources of the safety notes stand for."""
_EXAMPLES = ("bases", "joints", "keys", "things", "people")
"""Markers that drawn examples stand for."""


def shows_examples(markdown: str) -> bool:
    """Whether a hand-written page asks for the drawn examples, which are drawn only then."""
    return any(match[1] in _EXAMPLES for match in _MARKER.finditer(markdown))


def unfilled(html: str) -> list[str]:
    """The markers that are left in a page's HTML: readers would miss what they stand for."""
    return _UNFILLED.findall(html)


@cache
def _front_matter(phrase: str) -> str:
    """Plain words as a YAML string that themes print into HTML as it is."""
    return json.dumps(escape(phrase, quote=False).replace('"', "&quot;"), ensure_ascii=False)


@cache
def _link(here: str, target: str) -> str:
    """A link from a folder to a file; many pages of a folder have it."""
    return quote(posixpath.relpath(target, here or "."), safe="/")


class Pages:
    """Sets the pages of one guide: its templates, and what they are given."""

    def __init__(self, guide: Guide, overrides: Path | None = None, memory: Memory | None = None) -> None:
        """``overrides`` is a folder whose templates take the place of ours of the same name; ``memory`` has pages of before."""
        self._guide = guide
        self._memory = memory or Memory()
        words = guide.words
        self._all_exercises = groups.parts(
            f"{EXERCISES}/index.md", tuple(guide.library.exercises.values()), guide.options.exercises_in_list
        )
        self._environment = environment("unslouch.pages", html=False, overrides=overrides)
        self._environment.globals.update(
            guide=guide,
            library=guide.library,
            all_exercises=self._all_exercises,
            safety=guide.library.safety,
            say=words.say,
            count=words.count,
            term=words.term,
            weekday=words.weekday,
            vocabulary=vocabulary,
            zip=zip,
            finding=finding,
            words=words,
            choices=choices,
            figure_guide=figure_guide,
            figure_people=figure_people,
            own_sheet=sheet_address,
            search=search,
            SAFETY_PAGE=SAFETY_PAGE,
            around=lambda block: wording.around(block, words),
            sides=lambda exercise: wording.sides(exercise, words),
            ASSETS=ASSETS,
            WEEK_PAGE=WEEK_PAGE,
            calendar=calendar,
            my_week=my_week,
            once=self._once,
            part_once=self._part_once,
            data_of_exercise=self._data_of_exercise,
            data_of_routine=self._data_of_routine,
        )
        self._environment.filters.update(
            capital=inline.capital,
            literal=rendering.literal,
            attribute=rendering.attribute,
            html=guide.html,
            markdown=guide.markdown,
            switched=guide.switched,
            front_matter=_front_matter,
            one_line=inline.one_line,
            code=lambda phrase: f"`{phrase}`",
            target=rendering.target,
            script=rendering.in_script,
            term=words.term,
            listed=words.listed,
        )

    def render(self) -> dict[str, str]:
        """Every generated page: its path below docs_dir → Markdown.

        One of them is :data:`SAFETY_PAGE`, for a guide that has not written its own. What is remembered with pictures
        that are measured by now is forgotten first.
        """
        self._memory.forget(self._guide.pictures.measured())
        pages = {
            f"{EXERCISES}/index.md": self.page("exercises.md.j2", f"{EXERCISES}/index.md"),
            f"{ROUTINES}/index.md": self.page("routines.md.j2", f"{ROUTINES}/index.md"),
            SAFETY_PAGE: self.page("safety.md.j2", SAFETY_PAGE),
            WEEK_PAGE: self.page("my-week.md.j2", WEEK_PAGE),
        }
        for exercise in self._guide.library.exercises.values():
            path = f"{EXERCISES}/{exercise.id}.md"
            pages[path] = self.page("exercise.md.j2", path, exercise=exercise)
        for routine in self._guide.library.routines.values():
            path = f"{ROUTINES}/{routine.id}.md"
            pages[path] = self.page("week.md.j2" if routine.week else "routine.md.j2", path, routine=routine)
        heading = self._guide.words.say("exercises")
        given = {"kind": "exercises", "heading": heading, "parts": self._all_exercises}
        for part in self._all_exercises[1:]:
            pages[part.path] = self.page("group.md.j2", part.path, part=part, **given)
        for kind, found in (("area", self._guide.areas), ("category", self._guide.categories)):
            for number, group in enumerate(found):
                for at, part in enumerate(self._parts_of(group)):
                    pages[part.path] = self._memory.once(part.path, partial(self._group, kind, number, at))
        return pages

    def _parts_of(self, group: Group) -> list[Part]:
        return groups.parts(group.path, group.exercises, self._guide.options.exercises_in_list)

    def _group(self, kind: str, number: int, at: int) -> str:
        """A page of a group, which rests on which exercises are in the group."""
        group = (self._guide.areas if kind == "area" else self._guide.categories)[number]
        parts = self._parts_of(group)
        given = {"kind": kind, "heading": group.heading, "parts": parts, "part": parts[at]}
        return self._set("group.md.j2", parts[at].path, **given)

    def makes(self) -> dict[str, Make]:
        """What the list of all exercises loads where it has several pages, to be narrowed as a whole: the rest of it."""
        return {finding.REST: self._rest} if self._all_exercises[1:] else {}

    def _rest(self) -> bytes:
        rest = [exercise for part in self._all_exercises[1:] for exercise in part.exercises]
        link = partial(_link, EXERCISES)
        row = self._environment.get_template("lists.md.j2").make_module({"link": link}).exercise_row  # type: ignore[attr-defined]
        rows = ((one, blocks.addressed(self._once(row, link, one, 2, True, False), self._from_list)) for one in rest)
        said = [self._facts(exercise) | {"row": text.strip()} for exercise, text in rows]
        return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()

    def _facts(self, exercise: Exercise) -> dict[str, str]:
        facts = finding.facts_of_exercise(self._guide.library, exercise)
        return {name: value for name, value in facts.items() if value}

    def _from_list(self, link: str) -> str:
        """Where a link from the list of exercises leads in the site, from there."""
        if not link.endswith(".md"):
            return link
        return self._guide.place(f"{EXERCISES}/{link}").removeprefix(f"{EXERCISES}/")

    @cached_property
    def markers(self) -> list[str]:
        """What a hand-written page can ask for: ours, and the author's own templates in that folder."""
        found = self._environment.list_templates(filter_func=lambda name: name.startswith(_MARKERS))
        return [name.removeprefix(_MARKERS).removesuffix(".md.j2") for name in found]

    def unknown_markers(self, markdown: str) -> list[tuple[int, str]]:
        """Lines (from 0) of a hand-written page that ask for what there is not, and the word they ask with."""
        found = ((markdown.count("\n", 0, match.start(1)), match[1]) for match in _MARKER.finditer(markdown))
        return [(line, word) for line, word in found if word not in self.markers]

    def fill_markers(self, markdown: str, page_uri: str, resolve: Resolve | None = None) -> str:
        """A hand-written page with each ``<!-- unslouch:… -->`` line replaced by what it names, whose links ``resolve`` resolves.

        A marker that names nothing known is left as it is (see :meth:`unknown_markers` and :func:`unfilled`).
        Statements show the numbers of their sources where the page lists them too.
        """
        listed = self._guide.library.safety.sources if _SOURCES in _MARKER.findall(markdown) else ()

        def fill(match: re.Match[str]) -> str:
            if match[1] not in self.markers:
                return match[0]
            template = f"{_MARKERS}{match[1]}.md.j2"
            filled = self._memory.once(
                (template, page_uri, bool(listed)), lambda: self._set(template, page_uri, listed=listed).strip()
            )
            return blocks.addressed(filled, resolve) if resolve else filled

        return _MARKER.sub(fill, markdown)

    def page(self, template: str, path: str, **context: Any) -> str:
        """One page from its template, as it was where nothing has changed that it shows."""
        return self._memory.once(path, lambda: self._set(template, path, **context))

    def _set(self, template: str, path: str, **context: Any) -> str:
        """``link`` leads from the page at ``path`` to others."""
        here = posixpath.dirname(path)
        rendered = self._environment.get_template(template).render(
            link=partial(_link, here), url=self._guide.url(path), **context
        )
        return re.sub(r"\n{3,}", "\n\n", rendered).strip() + "\n"

    def _once(self, row: Callable[..., str], link: Callable[[str], str], entry: Entry, *how: Any) -> str:
        """A row of a list, set once for all lists it is in from where links lead the same way."""
        ways = map(link, (".", EXERCISES, ROUTINES))
        return self._memory.once((type(entry).__name__, *ways, entry.id, *how), lambda: row(entry, *how))

    def _part_once(self, part: Callable[[], str], link: Callable[[str], str]) -> str:
        """A part that is alike on all pages, set once for those from where links lead the same way."""
        return self._memory.once((part.name, link(".")), part)  # type: ignore[attr-defined]

    def _data_of_exercise(self, exercise: Exercise, url: str) -> str:
        """The exercise's structured data as a script element."""
        guide = self._guide
        description = guide.plain(exercise.summary)
        reviews = guide.reviews(exercise)
        return json_ld.script(json_ld.of_exercise(exercise, guide.words, description, guide.word, url, reviews))

    def _data_of_routine(self, routine: Routine, url: str) -> str:
        """The routine's structured data as a script element."""
        guide = self._guide
        description = guide.plain(routine.summary)
        return json_ld.script(
            json_ld.of_routine(
                routine, guide.library, guide.words, description, url, self._url_of_exercise, guide.reviews(routine)
            )
        )

    def _url_of_exercise(self, id: str) -> str:
        return self._guide.url(f"{EXERCISES}/{id}.md")
