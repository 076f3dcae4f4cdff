"""The pages of the documentation that tell of code: written from it with every build, so that none is out of date."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterable, Iterator
from typing import Any

import click
from mkdocs.config.base import Config
from mkdocs.config.config_options import BaseConfigOption, Choice, SubConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from unslouch.cli import main
from unslouch.content import schema, vocabulary
from unslouch.guide import options
from unslouch.settings import PaperHeadOptions, PluginOptions

_FILES = {
    "exercise": "`exercises/<id>.yml`",
    "routine": "`routines/<id>.yml`",
    "safety": "`safety.yml`",
    "vocabulary": "`vocabulary.yml`",
}
_ELSEWHERE = {"Figure": "[every key of a pose](https://unslouch.github.io/unslouch/figures/), with pictures"}
"""Parts whose keys another page tells of."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages to those that are written by hand."""
    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    return files


def pages() -> dict[str, str]:
    """Path → Markdown."""
    return {
        "keys.md": "\n\n".join(_keys()) + "\n",
        "words.md": "\n\n".join(_words()) + "\n",
        "options.md": "\n\n".join(_options()) + "\n",
        "commands.md": "\n\n".join(_commands()) + "\n",
    }


def _terms(said: Iterable[tuple[str, str]]) -> str:
    """A list of words of code, each with what it is."""
    return "\n\n".join(f"`{word}`\n:   {what}" for word, what in said)


# keys of files


def _keys() -> Iterator[str]:
    yield "# Every key"
    yield (
        "What editors complete and explain, as a list; [the content format](format.md) tells it with examples. "
        "`unslouch schema` writes the same as JSON Schema."
    )
    for name, title in _FILES.items():
        whole = json.loads(schema.schemas()[f"{name}.schema.json"])
        yield f"## {title}"
        yield from _object(whole, whole["$defs"], "", set())


def _object(part: dict[str, Any], parts: dict[str, Any], path: str, told: set[str]) -> Iterator[str]:
    """The keys of a mapping, and then those of the mappings in it, each kind of them once."""
    needed = [*part.get("required", ()), *(key for rule in part.get("allOf", ()) for key in rule["then"]["required"])]
    rows, below = [], []
    for key, value in part.get("properties", {}).items():
        kind = next(_kinds(value), "")
        said = value.get("description") or parts.get(kind, {}).get("description", "")
        more = f" See {_ELSEWHERE[kind]}." if kind in _ELSEWHERE else ""
        rows.append((key, ("**Needed.** " if key in needed else "") + " ".join(said.split()) + more))
        if kind not in told and not more and parts.get(kind, {}).get("properties"):
            told.add(kind)
            below.append((f"{path}{key}", parts[kind]))
    if any(said for _, said in rows):
        yield _terms(rows)
    else:
        yield ", ".join(f"`{key}`" for key, _ in rows) + f": {part['description']}"
    for deeper, found in below:
        yield f"### In `{deeper}`"
        yield from _object(found, parts, f"{deeper}: ", told)


def _kinds(value: Any) -> Iterator[str]:
    """The names of the parts that a schema refers to, in order."""
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"].rsplit("/", 1)[1]
        for item in value.values():
            yield from _kinds(item)
    elif isinstance(value, list):
        for item in value:
            yield from _kinds(item)


# words


def _words() -> Iterator[str]:
    yield "# Words of the format"
    yield "Other words for these are understood as far as the check can propose the right one. Add [your own](format.md#your-own-words)."
    for key in ("categories", "positions", "lateralities", "levels", "equipment"):
        found = getattr(vocabulary, key.upper())
        yield f"## {key.capitalize()}\n\n" + ", ".join(f"`{word}`" for word in found)
    yield "## Muscles\n\nEach with its anatomical names, by which search finds it."
    yield _terms((muscle, ", ".join(names)) for muscle, names in vocabulary.MUSCLES.items())


# options


def _options() -> Iterator[str]:
    yield "# Options of the plugin"
    yield "What mkdocs.yml may say under `plugins:`, below `unslouch:`. All of it may be left out."
    yield "```yaml\nplugins:\n  - search\n  - unslouch:\n      paper: letter\n      paper_head: {name: Hill Practice}\n```"
    yield _terms(_rows(PluginOptions, options.Options))
    yield "## In `paper_head`\n\nWhose paper it is; each may be left out."
    yield _terms(_rows(PaperHeadOptions, PaperHeadOptions))


def _rows(config: type[Config], told_in: type) -> Iterator[tuple[str, str]]:
    told = _docstrings(told_in)
    for name, option in config._schema:
        said = told[name]
        if isinstance(option, Choice):
            said += " One of: " + ", ".join(f"`{choice}`" for choice in option.choices) + "."
        yield name, said + _silent(option)


def _silent(option: BaseConfigOption[Any]) -> str:
    """What an option is when mkdocs.yml does not name it, in a sentence; nothing where that is nothing."""
    if isinstance(option, SubConfig) or option.default in ("", None):
        return ""
    return f" When silent: `{str(option.default).lower() if isinstance(option.default, bool) else option.default}`."


def _docstrings(of: type) -> dict[str, str]:
    """Field → the docstring below it."""
    (body,) = ast.parse(inspect.getsource(of)).body
    assert isinstance(body, ast.ClassDef)
    found = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = " ".join(text.split())
    return found


# commands


def _commands() -> Iterator[str]:
    above = click.Context(main, info_name="unslouch")
    yield "# Commands"
    yield (
        "Each tells the same with `--help`. "
        + inspect.cleandoc(inspect.getmodule(main.callback).__doc__).split("\n\n")[1]
    )
    for name in sorted(main.commands):
        yield from _command(main.commands[name], name, above, "##")


def _command(command: click.Command, name: str, above: click.Context, head: str) -> Iterator[str]:
    """What a command says of itself, and then each of those below it."""
    context = click.Context(command, info_name=name, parent=above, terminal_width=90)
    yield f"{head} {context.command_path}\n\n```text\n{command.get_help(context)}\n```"
    for below, inner in sorted(command.commands.items()) if isinstance(command, click.Group) else ():
        yield from _command(inner, below, context, f"{head}#")
