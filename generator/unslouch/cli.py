"""The ``unslouch`` command: check, new, poses, schema, and those of the modules `bundle`, `reviews` and `transfer`.

Exit status: 0 all is well, 1 there are problems with the content, 2 the command was misused.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

import click

from unslouch import __version__, bundle, reviews, transfer
from unslouch.content import files, problems, schema
from unslouch.content.library import EXERCISES, ROUTINES, SAFETY
from unslouch.content.load import load, words_for
from unslouch.content.problems import ERROR
from unslouch.content.vocabulary import POSITIONS
from unslouch.fields import kebab_case
from unslouch.pages import pose_file, pose_sheet
from unslouch.project import Project, content_option, project_of
from unslouch.tools.kept import Cache
from unslouch.tools.templates import environment


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="unslouch")
def main() -> None:
    """Exercise guides and routine pages from YAML.

    \b
    Examples:
      unslouch new exercise "Cat-cow stretch"    start a file
      unslouch check                             look for problems
      mkdocs serve                               see the site while you write
    """


@main.command()
@content_option
@click.option("--strict", is_flag=True, help="Warnings count as errors, and so does what is still to complete.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github"]),
    default="text",
    show_default=True,
    help="github: annotations beside the lines of a pull request.",
)
def check(project: Project, strict: bool, form: str) -> None:
    """Check every content file and show all problems at once.

    What names no source, and a review whose words changed, is listed as a notice, which never counts as an error. Of an
    exercise with `todo` it is listed what is still to complete; --strict tells all that is open in it.

    \b
    Examples:
      unslouch check
      unslouch check --strict --format github
    """
    reading = load(project.taken, cache=project.cache)
    show = problems.as_github_annotation if form == "github" else problems.in_full
    found = problems.in_order([*reading.problems, *reading.todo, *reading.held]) if strict else reading.problems
    for problem in found:
        click.echo(show(problem))
        if form == "text":
            click.echo()
    advised = [*reading.notices, *([] if strict else reading.todo)]
    for line in map(show, advised) if form == "github" else problems.advice(advised):
        click.echo(line)
    if form == "text":
        if found:
            click.echo(problems.summary(found))
        elif reading.library:
            click.echo(
                f"{len(reading.library.exercises)} exercises and {len(reading.library.routines)} routines: no problems"
            )
        if reading.todo and not strict:
            click.echo(f"exercises with something still to complete: {len(reading.todo)}")
    if any(problem.severity == ERROR or strict for problem in found):
        raise SystemExit(1)


@main.command()
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
    known = [file.id for file in project.taken.entries(EXERCISES)] if content.is_dir() else []
    if kind == "safety":
        path = content / SAFETY
    else:
        if not name or not kebab_case(name):
            raise click.UsageError(f'give the {kind} a name with letters: unslouch new {kind} "Cat-cow stretch"')
        folder = EXERCISES if kind == "exercise" else ROUTINES
        path = content / folder / f"{kebab_case(name)}.yml"
        if kind == "routine" and not known:
            raise click.UsageError("a routine needs exercises, and there are none yet: unslouch new exercise NAME")
    if path.exists():
        raise click.UsageError(f"{path} is there already")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_starting_file(kind, name or "", known, position), encoding="utf-8", newline="\n")
    click.echo(f"{path} is written: open it, replace what is there, then run `unslouch check`")


def _starting_file(kind: str, name: str, known: list[str], position: str) -> str:
    template = environment("unslouch.content", html=False).get_template(f"{kind}.yml.j2")
    return template.render(name=name.strip(), exercises=known[:2], position=position)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The page to write, of one FILE; when silent, build/poses/ID.html.",
)
@click.option("--watch", is_flag=True, help="Stay, and write anew whenever a file is saved; the open page follows.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "json"]),
    default="html",
    show_default=True,
    help="json: joints, contacts and warnings of every pose, on standard output.",
)
def poses(files: tuple[Path, ...], output: Path | None, watch: bool, form: str) -> None:
    """Draw every pose of exercise FILES (or folders of them) on a page each, at three sizes.

    What is wrong with a pose is marked in its picture.

    \b
    Examples:
      unslouch poses content/exercises/side-squat.yml
      unslouch poses content/exercises/side-squat.yml --watch
      unslouch poses content/exercises/side-squat.yml --format json
    """
    if (output or watch) and form == "json":
        raise click.UsageError("--format json writes to standard output, once: leave out --output and --watch")
    alone = len(files) == 1 and files[0].is_file()
    if output and not alone:
        raise click.UsageError("--output names the page of one file")
    found = [file for each in files for file in (_exercises_in(each) if each.is_dir() else [each])]
    wrong = _write_json(found, alone) if form == "json" else _write_contact_sheets(found, output, watch)
    if wrong:
        raise SystemExit(1)


def _exercises_in(folder: Path) -> list[Path]:
    """The exercise files below a folder, drafts aside."""
    return [file.place for file in files.on_disk(folder).files.values() if files.is_entry(file.path)]


def _write_json(files: list[Path], alone: bool) -> bool:
    """Whether anything is wrong, after all of it is told; the poses of a file ``alone`` stand at the top."""
    sheets = {file.as_posix(): pose_file.read(file) for file in files}
    data = {name: pose_sheet.as_data(sheet) for name, sheet in sheets.items()}
    click.echo(json.dumps(data[files[0].as_posix()] if alone else {"files": data}, indent=2))
    return sum(map(_told, sheets.values())) > 0


def _told(sheet: pose_file.PoseFile) -> bool:
    """Whether anything is wrong with a file's poses, after it is shown; a warning is no wrong."""
    for problem in sheet.problems:
        click.echo(problems.in_full(problem) + "\n", err=True)
    return bool(sheet.errors)


def _write_contact_sheets(files: list[Path], output: Path | None, watch: bool) -> bool:
    """Whether anything was wrong when the pages were first written; does not end while it watches."""
    cache = project_of(None).cache
    pages = {file: output or Path("build/poses", f"{file.stem}.html") for file in files}
    seen = {file: file.stat().st_mtime_ns for file in files}
    wrong = sum(_write_contact_sheet(file, page, cache, watch) for file, page in pages.items())
    while watch:
        time.sleep(0.2)
        for file in files:
            if file.exists() and file.stat().st_mtime_ns != seen[file]:
                seen[file] = file.stat().st_mtime_ns
                _write_contact_sheet(file, pages[file], cache, watch)
    return wrong > 0


def _write_contact_sheet(file: Path, output: Path, cache: Cache, watched: bool) -> bool:
    sheet = pose_file.read(file)
    wrong = _told(sheet)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(pose_sheet.page(sheet, cache, watched=watched), encoding="utf-8")
    click.echo(f"{output} is written" + (", with what is wrong marked in red" if wrong else ""))
    return wrong


@main.command("schema")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default="schema")
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit 1 if a schema there is out of date.")
@content_option
def schema_(folder: Path, check_only: bool, project: Project) -> None:
    """Write the JSON Schemas, with which editors complete and check content files, to FOLDER (schema/).

    \b
    Examples:
      unslouch schema
      unslouch schema --check
    """
    stale = []
    for name, text in schema.schemas(words_for(project.content / SAFETY)).items():
        path = folder / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if not check_only:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    for path in stale:
        click.echo(f"{path} {'is out of date: run `unslouch schema`' if check_only else 'is written'}")
    if stale and check_only:
        raise SystemExit(1)
    if not stale:
        click.echo(f"the schemas in {folder} are current")


main.add_command(bundle.bundle)
main.add_command(transfer.import_)
main.add_command(transfer.export_)
main.add_command(reviews.review)
main.add_command(reviews.review_pack)
