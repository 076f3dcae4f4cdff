"""The ``unslouch`` command: check, poses, export, and those of the modules beside it.

Exit status: 0 all is well, 1 there are problems with the content, 2 the command was misused.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

import click

from unslouch import __version__, bundle, doctor, new_site, reviews, starting, transfer
from unslouch.content import files, problems
from unslouch.content.load import load
from unslouch.content.problems import ERROR
from unslouch.pages import pose_file, pose_sheet
from unslouch.project import Project, content_option, project_of
from unslouch.terminal import Commands
from unslouch.tools import whole
from unslouch.tools.kept import Cache


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="unslouch")
def main() -> None:
    """Exercise guides and routine pages from YAML.

    \b
    Examples:
      unslouch init                              start a site
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
    project.tidy()
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
            exercises, routines = len(reading.library.exercises), len(reading.library.routines)
            click.echo(
                f"{problems.counted(exercises, 'exercise')} and {problems.counted(routines, 'routine')}: no problems"
            )
        if reading.todo and not strict:
            click.echo(f"exercises with something still to complete: {len(reading.todo)}")
    if any(problem.severity == ERROR or strict for problem in found):
        raise SystemExit(1)


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
    whole.write(output, pose_sheet.page(sheet, cache, watched=watched))
    click.echo(f"{output} is written" + (", with what is wrong marked in red" if wrong else ""))
    return wrong


main.add_command(bundle.bundle)
main.add_command(doctor.doctor)
main.add_command(new_site.init)
main.add_command(starting.new)
main.add_command(starting.schema_)
main.add_command(transfer.import_)
main.add_command(transfer.export_)
main.add_command(reviews.review)
main.add_command(reviews.review_pack)
