"""The commands with which a professional's review is asked for and recorded."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

import click
from pydantic import ValidationError

from unslouch.cards import engine
from unslouch.cards import review_pack as pack
from unslouch.cards.press import Press
from unslouch.content import addition, validate, yaml
from unslouch.content.library import EXERCISES, ROUTINES, SAFETY
from unslouch.content.load import words_for
from unslouch.content.model import Exercise, Routine, Safety
from unslouch.content.review import HOLDS, Review, Reviewed, Scope, fingerprint
from unslouch.guide.build import build
from unslouch.guide.guide import Guide
from unslouch.project import Project, content_option, stop
from unslouch.tools import whole

_DAY = click.DateTime(["%Y-%m-%d"])
_AFTER = ("reviewed", "sources")
"""Keys below which a file's first review is written."""


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", required=True, help="Who has read it: the name that readers see.")
@click.option("--role", required=True, help="What they are: physiotherapist.")
@click.option("--registration", help="Where they are registered, and as what: HCPC PH00000.")
@click.option("--on", type=_DAY, help="The day it was read; today when silent.")
@click.option("--due", type=_DAY, help="The day by which to read it anew; two years on when silent.")
@click.option("--scope", type=click.Choice(get_args(Scope)), default="whole", show_default=True, help="What was read.")
@click.option("--words", help="The code beside the signature: refused where the file is not what was signed any more.")
def review(file: Path, words: str | None, on: datetime | None, due: datetime | None, **said: str | None) -> None:
    """Record that a professional has read FILE, an exercise, a routine or the safety notes.

    The entry goes under `reviews` in FILE, where nothing else is changed. It counts until it is due or what was read
    is edited.

    \b
    Example:
      unslouch review content/exercises/side-squat.yml --by "Ann Example" --role physiotherapist
    """
    entry = _read(file)
    if words and words != fingerprint(entry, "whole"):
        raise click.UsageError(f"{file} has changed since {words} was signed: nothing is written; have it read again")
    day = on.date() if on else date.today()
    made = _made(entry, said, day, due.date() if due else day + HOLDS)
    if already := _already(entry, made):
        click.echo(f"{file}: {made.by} has read these words on {already.on} already; nothing is written")
        return
    _write(file, made)
    click.echo(f"{file}: reviewed by {made.by}, {made.role}, on {made.on} ({made.scope}, words {made.words})")
    click.echo(f"It counts to {made.until}, or until what was read is edited; `unslouch check` tells of either.")


def _read(file: Path) -> Reviewed:
    model = _model(file)
    document, found = yaml.read(file, file.as_posix())
    entry, wrong = validate.read_as(model, document, words_for(file)) if document else (None, [])
    if entry is None or found:
        stop([*found, *wrong])
    return entry


def _model(file: Path) -> type[Reviewed]:
    """What kind of file it is, by its place."""
    folders = [here.name.lower() for here in file.absolute().parents]
    folder = next((name for name in folders if name in (EXERCISES, ROUTINES)), "")
    if folder:
        return Exercise if folder == EXERCISES else Routine
    if file.name.lower() == SAFETY:
        return Safety
    raise click.UsageError(f"{file} is no exercise, no routine and not the safety notes")


def _made(entry: Reviewed, said: dict[str, Any], on: date, due: date) -> Review:
    """The review that the command was told of. Raises ``click.UsageError`` where there cannot be one like it."""
    if on > date.today():
        raise click.UsageError(f"--on {on} lies in the future")
    values = {key: value for key, value in said.items() if value is not None} | {"on": on, "due": due}
    try:
        return Review.model_validate(values | {"words": fingerprint(entry, values["scope"])})
    except ValidationError as error:
        wrong = error.errors()[0]
        place = "".join(f"--{part}: " for part in wrong["loc"])
        raise click.UsageError(f"{place}{wrong['msg']}") from error


def _already(entry: Reviewed, made: Review) -> Review | None:
    """A review by the same reader that says all that this one would, if there is one."""
    same = (one for one in entry.reviews if (one.by, one.scope, one.words) == (made.by, made.scope, made.words))
    return next((one for one in same if one.on >= made.on and one.until >= made.until), None)


def _write(file: Path, made: Review) -> None:
    blob = file.read_bytes()
    item = made.model_dump(exclude_none=True)
    text = addition.with_item(blob.decode("utf-8-sig"), "reviews", item, _AFTER)
    if text is None:
        by_hand = "\n".join(f"  {line}" for line in addition.lines(item))
        raise click.UsageError(
            f"{file} is laid out so that nothing can be put in; write this under `reviews`:\n{by_hand}"
        )
    whole.write(file, text.encode("utf-8-sig" if blob.startswith(b"\xef\xbb\xbf") else "utf-8"))


@click.command("review-pack")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@content_option
def review_pack(folder: Path, project: Project) -> None:
    """Write all that a professional needs for a review to FOLDER, as one PDF to print or to send.

    It has every statement with its source, its pictures, boxes to tick and a place to sign. Where PDFs cannot be made
    it is a web page, which a browser prints.

    \b
    Example:
      unslouch review-pack build/review
    """
    content = project.existing
    guide, reading = build(project.taken, project.options, project.cache)
    project.tidy()
    if guide is None:
        stop(reading.errors)
    html = pack.html(guide, _images(guide, content))
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"review-pack.{'html' if engine.missing() else 'pdf'}"
    whole.write(file, html if engine.missing() else Press({}).pdf(html, guide.options.paper).data)
    click.echo(f"{file} is written")
    if engine.missing():
        click.echo(f"It is a web page, to be printed from a browser. {engine.missing()}")


def _images(guide: Guide, content: Path) -> dict[str, bytes]:
    """The authors' own pictures, as they stand below the content folder."""
    named = {image.file for exercise in guide.library.exercises.values() for image in exercise.images}
    return {file: (content / file).read_bytes() for file in named}
