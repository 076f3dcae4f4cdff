"""Where a command works: what the mkdocs.yml of this folder says, or the usual where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click
from mkdocs.exceptions import MkDocsException

from unslouch import settings
from unslouch.content import problems
from unslouch.content.problems import Problem
from unslouch.guide.options import Options
from unslouch.tools.kept import Cache


@dataclass(frozen=True)
class Project:
    """The content folder, what the mkdocs.yml here chooses, and where work is kept."""

    content: Path
    options: Options
    cache: Cache

    @property
    def existing(self) -> Path:
        """The content folder, which must be there."""
        if not self.content.is_dir():
            raise click.UsageError(f"there is no folder {self.content}; name one with --content")
        return self.content


def project_of(content: Path | None) -> Project:
    """``content``, or the ``docs_dir`` of the mkdocs.yml here, or content/."""
    file = Path("mkdocs.yml")
    if not file.is_file():
        silent = Options()
        return Project(content or Path("content"), silent, Cache(Path(silent.cache_dir)))
    try:
        config = settings.read(file)
        return Project(content or _from_here(config.docs_dir), settings.options(config), settings.cache(config))
    except MkDocsException as error:
        raise click.UsageError(f"mkdocs.yml cannot be used: {error}") from error


def _from_here(folder: str) -> Path:
    """As a person here would name it."""
    here = Path.cwd()
    return Path(folder).relative_to(here) if Path(folder).is_relative_to(here) else Path(folder)


content_option = click.option(
    "--content",
    "project",
    type=click.Path(file_okay=False, path_type=Path),
    callback=lambda _, __, value: project_of(value),
    help="The content folder; when silent, docs_dir of the mkdocs.yml here.",
)
"""The option of every command that reads the content."""


def stop(found: list[Problem]) -> NoReturn:
    """Tell of all that is wrong, and write nothing."""
    for problem in problems.in_order(found):
        click.echo(problems.in_full(problem) + "\n", err=True)
    click.echo("nothing is written: " + problems.summary(found), err=True)
    raise SystemExit(1)
