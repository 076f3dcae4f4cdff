"""What is wrong with the content, as MkDocs tells it: in its log, by ending a build, and on pages while serving."""

from __future__ import annotations

import html
import logging
from collections.abc import Iterable

from mkdocs.exceptions import PluginError

from unslouch.assembly import Result
from unslouch.content import problems
from unslouch.content.problems import Problem
from unslouch.guide.words import Words
from unslouch.pages.render import Pages

log = logging.getLogger("mkdocs.plugins.unslouch")


def in_log(result: Result, left_out: Iterable[tuple[str, str]], *, goes_on: bool) -> None:
    """Errors end a build, unless it ``goes_on`` with what came before them."""
    if errors := result.errors:
        told = "\n\n".join(map(problems.in_full, errors)) + "\n\n" + problems.summary(errors)
        if not goes_on:
            raise PluginError("\n" + told)
        log.error("the last good version stays:\n%s", told)
    for warning in result.warnings:
        log.warning("%s", problems.in_full(warning))
    if result.todo:
        log.info("exercises with something still to complete: %d; `unslouch check` lists it", len(result.todo))
    for path, why in left_out:
        log.info("%s is left out by %s", path, why)


def of_markers(pages: Pages, markdown: str, path: str) -> None:
    """What a hand-written page asks for that there is not."""
    for line, word in pages.unknown_markers(markdown):
        hint = problems.did_you_mean(word, pages.markers)
        place = f"{path}: the marker {line + 1} of the page's text"
        log.warning("%s: there is nothing called `%s` to put here%s", place, word, f"; {hint}" if hint else "")


def notice(errors: list[Problem], words: Words) -> str:
    """The errors as they stand at the top of every page; nothing where there are none."""
    if not errors:
        return ""
    told, title = html.escape("\n\n".join(map(problems.in_full, errors))), html.escape(words.say("broken_edit"))
    return f'<div class="us-broken" role="alert"><strong>{title}</strong><pre>{told}</pre></div>'


def on_page(output: str, notice: str) -> str:
    """A whole page with the notice at its top."""
    head, body, rest = output.partition("<body")
    tag, close, rest = rest.partition(">")
    return head + body + tag + close + notice + rest if notice else output
