"""The command that looks at this machine and at the site here: what is in order, what is missing, and how to get it."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from unslouch import choice, remedies, settings
from unslouch.cards import engine, letters
from unslouch.content.files import Content
from unslouch.content.library import EXERCISES
from unslouch.guide import words
from unslouch.guide.options import Options

WELL, OPTIONAL, WRONG = "ok", "optional", "missing"
_SHOWN = 12
"""So many letters are enough to know which they are."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    state: str
    """:data:`WELL`; :data:`OPTIONAL`: a site is built without it; :data:`WRONG`: it is not."""
    what: str
    ways: tuple[str, ...] = ()
    """What to type or to write, so that it is well."""


@click.command()
def doctor() -> None:
    """Say what this machine lacks for the site here, and how to get it. Nothing is changed.

    Exit status: 0 a site can be built, with or without what is optional; 1 something is missing that it needs.

    \b
    Example:
      unslouch doctor
    """
    found = list(findings(remedies.here()))
    for finding in found:
        click.echo(f"{finding.state:9} {finding.what}")
        for way in finding.ways:
            click.echo(f"{'':9}   {way}")
    if any(finding.state == WRONG for finding in found):
        raise SystemExit(1)


def findings(system: str) -> Iterator[Finding]:
    """All that is looked at, with what to do on a ``system`` as :mod:`unslouch.remedies` names it."""
    yield Finding(WELL, f"Python {platform.python_version()}")
    config, content, options, file = None, None, Options(), settings.file_here()
    if not file:
        yield Finding(WRONG, "there is no mkdocs.yml in this folder", ("unslouch init",))
    else:
        try:
            config = settings.read(file)
            options = settings.options(config)
            settings.cache(config)
        except MkDocsException as error:
            config = None
            yield Finding(WRONG, f"{file} cannot be used: {' '.join(str(error).split())}")
    if config:
        yield Finding(WELL, f"{file} is in order")
        content = choice.on_disk(config)
        yield from _site(config, content)
    yield _keeps(Path(options.cache_dir))
    yield from _paper(system)
    if engine.installed() and not engine.missing():
        yield _fonts(system, options.language, content)
    if find_spec("openpyxl"):
        yield Finding(WELL, "spreadsheets of Excel (.xlsx) can be imported")
    else:
        told = "spreadsheets of Excel (.xlsx) need the extra `xlsx`; those saved as CSV can be imported without it"
        yield Finding(OPTIONAL, told, ('pip install "unslouch[xlsx]"',))
    yield Finding(WELL, "a browser such as Chromium is not needed to write a guide, only to test Unslouch itself")


def _site(config: MkDocsConfig, content: Content) -> Iterator[Finding]:
    """Whether mkdocs.yml names what a guide rests on."""
    if "unslouch" in config.plugins:
        yield Finding(WELL, "the plugin is loaded")
    else:
        yield Finding(WRONG, "mkdocs.yml does not name the plugin", ("write `- unslouch` under `plugins:`",))
    if config.theme.name == "material":
        custom = config.theme.custom_dir
        yield Finding(
            WELL, f"the theme is Material{f', with templates of your own in {Path(custom).name}/' if custom else ''}"
        )
    else:
        told = f"the theme is {config.theme.name or 'your own'}; pages and their search are made for Material"
        yield Finding(OPTIONAL, told, ("write `theme: material`",))
    count = len(content.entries(EXERCISES))
    if count:
        yield Finding(WELL, f"files in {Path(config.docs_dir).name}/{EXERCISES}/: {count}")
    else:
        told = f"there is no exercise in {Path(config.docs_dir).name}/{EXERCISES}/"
        yield Finding(WRONG, told, ('unslouch new exercise "Cat-cow stretch"',))


def _keeps(folder: Path) -> Finding:
    """Whether drawings can be kept between builds."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            return Finding(WELL, f"drawings are kept in {folder}")
    except OSError as error:
        told = f"{folder} cannot be written ({error.strerror}): each build draws everything anew"
        return Finding(OPTIONAL, told, ("make it writable, or name another folder under the plugin's `cache_dir:`",))


def _paper(system: str) -> Iterator[Finding]:
    """Whether PDFs can be set."""
    without = "without it a browser prints them"
    if not engine.installed():
        yield Finding(OPTIONAL, f"sheets as PDF need the extra `pdf`; {without}", ('pip install "unslouch[pdf]"',))
    elif engine.missing():
        ways = remedies.on(system, remedies.PANGO)
        yield Finding(OPTIONAL, f"sheets as PDF need the Pango library; {without}", tuple(ways))
    else:
        yield Finding(WELL, "sheets as PDF can be set")


def _fonts(system: str, language: str, content: Content | None) -> Finding:
    """Whether PDFs have all letters of the guide's language and texts."""
    written = (file for path, file in (content.files if content else {}).items() if path.endswith((".yml", ".md")))
    texts = (file.text() for file in written if os.path.isfile(file.place))
    lacking = letters.lacking([words.text(language), *texts])
    if not lacking:
        return Finding(WELL, "fonts have all letters of the guide")
    told = f"no font here has these letters of the guide, which PDFs need: {' '.join(lacking[:_SHOWN])}"
    return Finding(OPTIONAL, told, tuple(remedies.on(system, remedies.FONTS)))
