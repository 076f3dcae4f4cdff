"""The command that writes a site of one's own, small and whole: what stands in it is in ``templates/site``."""

from __future__ import annotations

import json
import locale
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import click
from babel import Locale

from unslouch import __version__, settings
from unslouch.content import schema
from unslouch.content.rendering import literal
from unslouch.content.syntax import scalar
from unslouch.guide import words
from unslouch.tools import whole
from unslouch.tools.templates import environment

_SITE = "site/"
_EDITOR = ".vscode/settings.json"
"""It names the schemas of the files that authors write."""
_ON_LETTER = frozenset(["US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "PR", "SV", "VE"])
"""Where people print on US Letter (CLDR, ``paperSize``); everywhere else it is A4."""


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="[DIR]")
@click.option("--name", help="Of the site; when silent, the folder's name.")
@click.option(
    "--language", callback=lambda _, __, value: spoken(value), help="When silent, this machine's, or English."
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="When silent, as people print where you are.")
def init(folder: Path, name: str | None, language: str | None, paper: str | None) -> None:
    """Write a small site to DIR, to start from: an exercise, a routine, safety notes, and what publishes them.

    No file that is there is changed.

    \b
    Examples:
      unslouch init
      unslouch init my-guide --name "Hill Practice exercises" --paper letter
    """
    if there := settings.file_here(folder):
        raise click.UsageError(
            f"{there} is there already, and nothing is written; "
            "to add exercises to that site, write `- unslouch` under its `plugins:`"
        )
    here, country = _here()
    filled = site(
        name=" ".join((name or "").split()) or _name_of(folder),
        language=language or (here if here in words.languages() else "en"),
        paper=paper or ("letter" if country in _ON_LETTER else "a4"),
    )
    stayed = _write(folder, filled)
    for path in filled:
        click.echo(f"{folder / path} " + ("was there already, and stays as it is" if path in stayed else "is written"))
    way = "" if folder == Path(".") else f'cd "{folder}", then '
    click.echo(f"\nNow: {way}mkdocs serve\nand open http://127.0.0.1:8000/ in a browser.")


def spoken(language: str | None) -> str | None:
    """A language that there are words in; nothing where none is asked for."""
    there = words.languages()
    if language is None or language in there:
        return language
    raise click.BadParameter(
        f"pages cannot speak `{language}` yet, only {', '.join(there)}. What you write yourself may be in any language."
    )


def site(name: str, language: str, paper: str) -> dict[str, str]:
    """The files of a new site: path → text."""
    templates = environment("unslouch", "unslouch.content", html=False)
    templates.filters |= {"scalar": scalar, "literal": literal}
    said = {"name": name, "language": language, "paper": paper, "requirement": requirement()}
    found = [each for each in templates.list_templates() if each.startswith(_SITE)]
    files = {each.removeprefix(_SITE).removesuffix(".j2"): templates.get_template(each).render(said) for each in found}
    named = files[_EDITOR]
    return files | {f"schema/{file}": text for file, text in schema.schemas().items() if f"/{file}" in named}


def requirement() -> str:
    """What pip is to install, on another machine, so that it has what made this site."""
    direct = metadata.distribution("unslouch").read_text("direct_url.json")
    source = json.loads(direct) if direct else {}
    if "vcs_info" in source:
        return f"unslouch[pdf] @ git+{source['url']}@{source['vcs_info']['commit_id']}"
    return f"unslouch[pdf]=={__version__}"


def _write(folder: Path, files: dict[str, str]) -> set[str]:
    """The paths that were there already; all others are written."""
    there = {path for path in files if (folder / path).exists() or (folder / path).is_symlink()}
    new = {folder / path: text for path, text in files.items() if path not in there}
    for parent in {file.parent for file in new}:  # all of them first: where one cannot be, no file is written
        parent.mkdir(parents=True, exist_ok=True)
    for file, text in new.items():
        whole.write(file, text)
    return there


def _name_of(folder: Path) -> str:
    """``my-guide`` → My guide."""
    words_of_it = folder.resolve().name.replace("-", " ").replace("_", " ").split()
    said = " ".join(words_of_it) or "My exercises"
    return said[0].upper() + said[1:]


def _here() -> tuple[str, str]:
    """The language and the country that this machine is set to, where it says so."""
    language, _, country = (locale.getlocale()[0] or "").partition("_")
    english = Locale("en")
    return _code(language, english.languages).lower(), _code(country, english.territories).upper()


def _code(said: str, names: Mapping[str, str]) -> str:
    """``US`` for itself, and for United States, as Windows has it."""
    return next((code for code, name in names.items() if name == said), said)
