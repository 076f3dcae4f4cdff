"""Where a command works: what the mkdocs.yml of this folder says, or the usual where there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from unslouch import choice, settings
from unslouch.content import files, problems
from unslouch.content.files import Content
from unslouch.content.problems import Problem
from unslouch.guide.options import Options
from unslouch.tools.kept import Cache


@dataclass(frozen=True)
class Project:
    """The content folder, what the mkdocs.yml here chooses, and where work is kept."""

    content: Path
    options: Options
    cache: Cache
    config: MkDocsConfig | None = None

    @property
    def existing(self) -> Path:
        """The content folder, which must be there."""
        if not self.content.is_dir():
            raise click.UsageError(f"there is no folder {self.content}; name one with --content")
        return self.content

    @property
    def taken(self) -> Content:
        """What of the content folder is taken, as a build takes it."""
        if self.config and self.existing.resolve() == Path(self.config.docs_dir).resolve():
            return replace(choice.on_disk(self.config), root=self.existing)
        return files.on_disk(self.existing)

    @property
    def said(self) -> dict[str, Any]:
        """What the mkdocs.yml here says; nothing where there is none."""
        file = settings.file_here()
        return settings.said(file) if file else {}

    def tidy(self) -> None:
        """Forget work that nothing asked for in a long time, and say so where none can be kept."""
        self.cache.forget_unused()
        if self.cache.refused:
            click.echo(self.cache.refused, err=True)


def project_of(content: Path | None) -> Project:
    """``content``, or the ``docs_dir`` of the mkdocs.yml here, or content/."""
    file = settings.file_here()
    if not file:
        silent = Options()
        return Project(content or Path("content"), silent, Cache(Path(silent.cache_dir)))
    try:
        config = settings.read(file)
        chosen = content or _from_here(config.docs_dir)
        return Project(chosen, settings.options(config), settings.cache(config), config)
    except MkDocsException as error:
        raise click.UsageError(f"{file} cannot be used: {error}") from error


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
