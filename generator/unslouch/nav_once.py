"""The theme's navigation around pages that stand outside of it, as all exercises of a large guide do, is set once a folder.

To such a page it shows no place of its own, and its links differ by the folder alone. An author's own navigation is set for
every page: it may show more.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import jinja2
from jinja2.runtime import Context
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

NAVIGATION = "partials/nav.html"
_PARTS = (NAVIGATION, "partials/nav-item.html", "partials/logo.html", "partials/source.html")
"""What it is made of."""


def speed_up(env: jinja2.Environment) -> None:
    """Set the navigation once in the build that begins, if all of it is the theme's."""
    env.auto_reload = False  # no template changes meanwhile
    if all(_is_the_themes(env, name) for name in _PARTS):
        template = env.get_template(NAVIGATION)
        template.root_render_func = _once(template.root_render_func)


def _is_the_themes(env: jinja2.Environment, name: str) -> bool:
    theme = find_spec("material")
    try:
        own = env.get_template(name).filename
    except jinja2.TemplateNotFound:
        return False
    return bool(theme and theme.origin and own and Path(own).is_relative_to(Path(theme.origin).parent))


def _once(render: Callable[[Context], Iterator[str]]) -> Callable[[Context], Iterator[str]]:
    known: dict[tuple[int, str], str] = {}

    def once(context: Context) -> Iterator[str]:
        page, nav = context.get("page"), context.get("nav")
        if not (isinstance(page, Page) and isinstance(nav, Navigation) and _is_outside(page, nav)):
            yield from render(context)
            return
        place = id(nav), posixpath.dirname(page.url.rstrip("/"))
        if place not in known:
            known[place] = "".join(render(context))
        yield known[place]

    return once


def _is_outside(page: Page, nav: Navigation) -> bool:
    """Whether a page is neither in the navigation nor above what is, and no plugin shows it another place there."""
    return page.parent is None and not any(one.active or one.url.startswith(page.url) for one in nav.pages)
