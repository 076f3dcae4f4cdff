"""The commands that write what an author starts from: new files, and the schemas that editors check them by."""

from __future__ import annotations

import os
from pathlib import Path

import click

from unslouch.content import placing, schema
from unslouch.content.library import EXERCISES, ROUTINES, SAFETY
from unslouch.content.load import words_for
from unslouch.content.syntax import scalar
from unslouch.content.vocabulary import POSITIONS
from unslouch.fields import kebab_case
from unslouch.project import Project, content_option
from unslouch.tools import whole
from unslouch.tools.templates import environment

_SCHEMAS = Path("schema")
"""Where a project has the schemas, when nothing is said."""


@click.command()
@click.argument("kind", type=click.Choice(["exercise", "routine", "safety"]))
@click.argument("name", required=False)
@click.option("--position", type=click.Choice(POSITIONS), default="supine", show_default=True, help="Of an exercise.")
@content_option
def new(kind: str, name: str | None, position: str, project: Project) -> None:
    """Write a commented, valid file to start from; an exercise with its figure.

    \b
    Examples:
      unslouch new exercise "Cat-cow stretch" --position hands-and-knees
      unslouch new routine "Morning ten"         content/routines/morning-ten.yml
      unslouch new safety                        content/safety.yml
    """
    content = project.content
    there = {folder: project.taken.entries(folder) if content.is_dir() else [] for folder in (EXERCISES, ROUTINES)}
    known = [file.id for file in there[EXERCISES]]
    if kind == "safety":
        path = content / SAFETY
    else:
        id = kebab_case(name or "")
        if not id:
            raise click.UsageError(f'give the {kind} a name with letters: unslouch new {kind} "Cat-cow stretch"')
        folder = EXERCISES if kind == "exercise" else ROUTINES
        if wrong := placing.wrong_id(id)[0]:
            raise click.UsageError(f"{wrong}: give the {kind} another name")
        path = next((file.place for file in there[folder] if file.id.casefold() == id), content / folder / f"{id}.yml")
        if kind == "routine" and not known:
            raise click.UsageError("a routine needs exercises, and there are none yet: unslouch new exercise NAME")
    if path.exists():
        raise click.UsageError(f"{path} is there already")
    path.parent.mkdir(parents=True, exist_ok=True)
    lead = _schema_for(kind, path, project)
    whole.write(path, _starting_file(kind, name or "", known, position, lead))
    click.echo(f"{path} is written: open it, replace what is there, then run `unslouch check`")


def _schema_for(kind: str, path: Path, project: Project) -> str:
    """Where a new file finds its schema, which an editor reads: in schema/ here, where all are written if they are not there."""
    file = _SCHEMAS / f"{kind}.schema.json"
    if not file.is_file():
        for written in _write_schemas(_SCHEMAS, project):
            click.echo(f"{written} is written: editors check and complete files by it")
    try:
        return Path(os.path.relpath(file, path.parent)).as_posix()
    except ValueError:  # on another drive
        return file.resolve().as_uri()


def _starting_file(kind: str, name: str, known: list[str], position: str, lead: str) -> str:
    templates = environment("unslouch.content", html=False)
    templates.filters["scalar"] = scalar
    return templates.get_template(f"{kind}.yml.j2").render(
        name=name.strip(), exercises=known[:2], position=position, schema=lead
    )


@click.command("schema")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=_SCHEMAS)
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit 1 if a schema there is out of date.")
@content_option
def schema_(folder: Path, check_only: bool, project: Project) -> None:
    """Write the JSON Schemas, with which editors complete and check content files, to FOLDER (schema/).

    \b
    Examples:
      unslouch schema
      unslouch schema --check
    """
    stale = _stale(folder, project) if check_only else _write_schemas(folder, project)
    for path in stale:
        click.echo(f"{path} {'is out of date: run `unslouch schema`' if check_only else 'is written'}")
    if stale and check_only:
        raise SystemExit(1)
    if not stale:
        click.echo(f"the schemas in {folder} are current")


def _stale(folder: Path, project: Project) -> dict[Path, str]:
    """The schemas that a folder lacks or has otherwise, with their texts."""
    texts = {folder / name: text for name, text in schema.schemas(words_for(project.content / SAFETY)).items()}
    return {
        path: text for path, text in texts.items() if not path.is_file() or path.read_text(encoding="utf-8") != text
    }


def _write_schemas(folder: Path, project: Project) -> dict[Path, str]:
    stale = _stale(folder, project)
    for path, text in stale.items():
        folder.mkdir(parents=True, exist_ok=True)
        whole.write(path, text)
    return stale
