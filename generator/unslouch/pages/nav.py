"""The sidebar: which pages it lists, and the file that each generated page is made from."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from unslouch.content.library import EXERCISES, ROUTINES, Library
from unslouch.guide.groups import areas, categories
from unslouch.guide.words import Words

FEW = 12
"""So many exercises stand under their heading itself; more are folded by their kind."""


def sources(library: Library) -> dict[str, str]:
    """Each page that one YAML file is the source of → that file, both below content/."""
    exercises = {f"{EXERCISES}/{id}.md": exercise.file for id, exercise in library.exercises.items()}
    return exercises | {f"{ROUTINES}/{id}.md": routine.file for id, routine in library.routines.items()}


def entry(library: Library, words: Words, folder: str, listed_at_most: int) -> list[Any]:
    """What an entry ``exercises/`` or ``routines/`` of mkdocs.yml's nav stands for."""
    folder = folder.strip("/")
    index = f"{folder}/index.md"
    if folder == ROUTINES:
        return [index, *(f"{ROUTINES}/{id}.md" for id in library.routines)]
    if len(library.exercises) <= min(FEW, listed_at_most):
        return [index, *_paths(library.exercises)]
    if len(library.exercises) <= listed_at_most:
        kinds = categories(library, words)
        rest = _paths(id for id, exercise in library.exercises.items() if not exercise.category)
        return [index, *({group.title: _paths(one.id for one in group.exercises)} for group in kinds), *rest]
    groups = (("by_area", areas(library, words)), ("by_category", categories(library, words)))
    return [
        index,
        *(
            {words.say(title): [{escape(group.title, quote=False): group.path} for group in listed]}
            for title, listed in groups
            if listed
        ),
    ]


def _paths(ids: Iterable[str]) -> list[str]:
    return [f"{EXERCISES}/{id}.md" for id in ids]
