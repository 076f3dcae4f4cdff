"""The commands ``unslouch import`` and ``unslouch export``: what comes from other programs, and what goes to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from unslouch import export, plain, settings
from unslouch.assembly import assemble
from unslouch.content.library import EXERCISES, SAFETY
from unslouch.content.load import load
from unslouch.content.problems import counted
from unslouch.exchange import free_exercise_db, json_files, published, table, template
from unslouch.exchange.found import Findings
from unslouch.exchange.importing import Outcome, bring_in
from unslouch.guide import words
from unslouch.project import Project, content_option, stop
from unslouch.tools import whole
from unslouch.tools.folder import NotOurs, fill

_file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
_dry = click.option("--dry-run", "dry", is_flag=True, help="Write nothing, and say what would be written.")
_MOST_NAMED = 10


@click.group("import", invoke_without_command=True, no_args_is_help=True)
@click.option(
    "--template",
    "form",
    type=click.Choice(template.FORMS),
    is_flag=False,
    flag_value="csv",
    help="Write a spreadsheet to start from, and no more; csv when silent.",
)
@click.pass_context
def import_(context: click.Context, form: str | None) -> None:
    """Write exercises from the file of another program.

    What that lacks stands under `todo` in each file, and nothing is made up. Importing again changes no file that you
    have touched since.

    \b
    Examples:
      unslouch import free-exercise-db exercises.json
      unslouch import csv exercises.csv
      unslouch import xlsx exercises.xlsx
      unslouch import --template csv             exercises.csv, to fill in
    """
    if form and not context.invoked_subcommand:
        file = Path(f"exercises.{form}")
        if file.exists():
            raise click.UsageError(f"{file} is there already")
        try:
            whole.write(file, template.written(form))
        except ImportError as error:
            raise click.UsageError('a library is missing: pip install "unslouch[xlsx]"') from error
        click.echo(f"{file} is written: fill in a row for each exercise, then run `unslouch import {form} {file}`")


def _source(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command that brings in a file of one kind, and is told the same as the others."""
    return lambda command: import_.command(name)(_file(_dry(content_option(command))))


@_source("free-exercise-db")
def free_exercise_db_(file: Path, dry: bool, project: Project) -> None:
    """Exercises of free-exercise-db, from its file dist/exercises.json. Pictures are not taken."""
    _bring_in(free_exercise_db.read(file), project, EXERCISES, dry)


@_source("csv")
def csv_(file: Path, dry: bool, project: Project) -> None:
    """Exercises of a spreadsheet that was saved as CSV: one a row, columns in any order."""
    _bring_in(table.read(file), project, EXERCISES, dry)


@_source("xlsx")
def xlsx_(file: Path, dry: bool, project: Project) -> None:
    """The same of a workbook of Excel or LibreOffice (.xlsx)."""
    _bring_in(table.read(file), project, EXERCISES, dry)


@_source("json")
def json_(file: Path, dry: bool, project: Project) -> None:
    """Exercises or routines of another guide: its exercises.json or routines.json."""
    folder, findings = json_files.read(file, project.content)
    _bring_in(findings, project, folder, dry)


def _bring_in(findings: Findings, project: Project, folder: str, dry: bool) -> None:
    outcome = bring_in(findings, project.content, folder, dry=dry)
    for fault in outcome.faults:
        click.echo(f"{fault}\n", err=True)
    for line in _report(outcome, findings, folder, dry):
        click.echo(line)
    if not (project.content / SAFETY).exists():
        click.echo("The safety notes are missing: `unslouch new safety` writes a file to start from")
    if outcome.faults:
        raise SystemExit(1)


def _report(outcome: Outcome, findings: Findings, folder: str, dry: bool) -> Iterator[str]:
    """What was done, and what was changed on the way."""
    counts = {
        "would be new" if dry else "new": outcome.new,
        "would change" if dry else "changed, for their source did": outcome.updated,
        "as they were": outcome.same,
        "left alone, for they are yours or from elsewhere": outcome.touched,
        "left out, for you took them away": outcome.gone,
    }
    told = ", ".join(f"{len(ids)} {what}" for what, ids in counts.items() if ids)
    yield f"{folder}: {told or 'nothing to do'}"
    yield from (f"  {what}: {_named(counts[what])}" for what in list(counts)[3:] if counts[what])
    if changes := +findings.changes:
        yield "Changed on the way:"
        yield from (f"{number:>6} × {what}" for what, number in changes.most_common())
    if outcome.todo:
        yield "Still to complete, listed by `unslouch check`:"
        yield from (f"{number:>6} × {what}" for what, number in outcome.todo.most_common())
    if outcome.faults:
        yield f"What is told above is not taken: {len(outcome.faults)} to mend, then import again"


class _OrMarkdown(click.Group):
    """A group whose first word may be the folder that Markdown goes to."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """The command that is meant where none is named."""
        if args and args[0] not in (*self.commands, *self.get_help_option_names(context)):
            args = ["markdown", *args]
        return super().parse_args(context, args)


@click.group("export", cls=_OrMarkdown)
def export_() -> None:
    """Write the guide for other programs: all of it, to be built without this plugin, or its data as JSON.

    \b
    Examples:
      unslouch export build/plain
      unslouch export json build/data
    """


@export_.command("markdown")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@content_option
@click.option("--language", type=click.Choice(words.languages()), help="When silent, as mkdocs.yml says.")
@click.option("--default-side", type=click.Choice(["right", "left"]), help="When silent, as mkdocs.yml says.")
def markdown(folder: Path, project: Project, **chosen: str | None) -> None:
    """Write the guide to FOLDER as a project of plain Markdown: pages, pictures, sheets, PDFs, and a mkdocs.yml.

    MkDocs, ProperDocs and Zensical build it, and need nothing of Unslouch for that.

    \b
    Example:
      unslouch export build/plain
      zensical build -f build/plain/mkdocs.yml
    """
    content = project.taken
    options = replace(project.options, **{name: value for name, value in chosen.items() if value})  # type: ignore[arg-type]
    overrides = settings.overrides(project.config) if project.config else None
    with _ours(folder, content.root):
        result = assemble(content, options, project.cache, overrides=overrides, serving=False, keeps=False)
        project.cache.forget_unused()
        if result.assembled is None:
            stop(result.errors)
        count = export.export(result.assembled, content, folder, project.said or plain.USUAL, project.config)
    click.echo(f"written to {folder}: {counted(count, 'file')}")


@export_.command("json")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default="build/json")
@content_option
def export_json(folder: Path, project: Project) -> None:
    """Write exercises.json and routines.json to FOLDER (build/json), with their JSON Schemas.

    They hold what the files hold, each with its id; every site has them at the same addresses too. `unslouch import json`
    makes files of them again.
    """
    reading = load(project.taken, cache=project.cache)
    if reading.library is None:
        stop(reading.errors)
    with _ours(folder, project.content):
        fill(folder, published.files(reading.library, project.options.about))
    exercises, routines = len(reading.library.exercises), len(reading.library.routines)
    click.echo(f"written to {folder}: {counted(exercises, 'exercise')} and {counted(routines, 'routine')}")


@contextmanager
def _ours(folder: Path, content: Path) -> Iterator[None]:
    """Refuses a folder that holds files of somebody else, or an author's."""
    if folder.resolve().is_relative_to(content.resolve()) or content.resolve().is_relative_to(folder.resolve()):
        raise click.UsageError(f"{folder} and the content folder {content} lie in each other")
    try:
        yield
    except NotOurs as error:
        raise click.UsageError(f"{error}; name another folder") from error


def _named(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return ", ".join(ids[:_MOST_NAMED]) + more
