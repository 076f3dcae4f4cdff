"""The documentation for authors: it builds strictly, loads nothing from elsewhere, and what it says of code is so."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys

import click
import pytest
import yaml

from tests.helpers import PACKAGE, ROOT
from unslouch.cli import main
from unslouch.content import schema, vocabulary
from unslouch.figure.bases import BASES
from unslouch.remedies import PANGO
from unslouch.settings import PaperHeadOptions, PluginOptions

DOCS = ROOT / "docs"
SETTINGS = DOCS / "site/mkdocs.yml"
WRITTEN = sorted(DOCS.rglob("*.md"))
FENCE = re.compile(r"^( *)```(\w+)[^\n]*\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


NEEDED = {"exercise": "dose", "routine": "name", "safety": "stop_rule", "vocabulary": ""}


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("hooks", DOCS / "site/hooks.py")
    assert spec
    assert spec.loader
    hooks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hooks)
    return hooks.pages()


def code(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", text))


@pytest.mark.whole
def test_every_option_is_told(generated):
    told = code(generated["options.md"])
    assert set(PluginOptions()) | set(PaperHeadOptions()) <= told
    assert ":data:" not in generated["options.md"]


def test_every_command_and_its_options_are_told(generated):
    groups = {name: group.commands for name, group in main.commands.items() if isinstance(group, click.Group)}
    below = {f"{name} {inner}": command for name, commands in groups.items() for inner, command in commands.items()}
    for name, command in (main.commands | below).items():
        part = generated["commands.md"].split(f"# unslouch {name}\n")[1].split("\n## ")[0].split("\n### ")[0]
        assert all(option.opts[-1] in part for option in command.params if isinstance(option, click.Option)), name


@pytest.mark.whole
def test_every_key_that_an_author_may_write_is_told(generated):
    parts = generated["keys.md"].split("\n## ")[1:]
    for part, kind in zip(parts, ("exercise", "routine", "safety", "vocabulary"), strict=True):
        assert set(json.loads(schema.schemas()[f"{kind}.schema.json"])["properties"]) <= code(part)
        assert f"`{NEEDED[kind]}`\n:   **Needed.**" in part or not NEEDED[kind]
        assert not re.search(r"^: *(?:\*\*Needed\.\*\*)? *$", part, re.MULTILINE), "a key without a word"
    assert {"sets", "primary", "about", "rounds", "emergency_number", "one"} <= code(generated["keys.md"])


def test_every_word_of_the_format_is_told(generated):
    known = (*vocabulary.CATEGORIES, *vocabulary.POSITIONS, *vocabulary.EQUIPMENT, *vocabulary.MUSCLES)
    assert set(known) <= code(generated["words.md"])


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_command_that_is_shown_is_there(page):
    for _, language, text in FENCE.findall(page.read_text(encoding="utf-8")):
        for line in text.splitlines() if language == "sh" else ():
            words = shlex.split(line, comments=True)
            if words[:1] == ["unslouch"]:
                command = main.commands[words[1]]
                known = {name for option in command.params for name in option.opts}
                assert {word for word in words if word.startswith("--")} <= known, line


@pytest.mark.long
def test_every_yaml_that_is_shown_is_yaml():
    for page in WRITTEN:
        for _, language, text in FENCE.findall(page.read_text(encoding="utf-8")):
            if language == "yaml":
                assert yaml.safe_load(text), text


def test_what_guides_list_is_all_there_is():
    guides = {page.stem: page.read_text(encoding="utf-8") for page in (DOCS / "guides").glob("*.md")}
    assert set(BASES) <= code(guides["pictures"])
    assert all(f"| {system} |" in guides["pdf"] and way.split(",")[0] in guides["pdf"] for system, way in PANGO.items())
    markers = {file.name.removesuffix(".md.j2") for file in (PACKAGE / "pages/templates/markers").iterdir()}
    told = code(guides["existing-site"].split("become lists and notes:")[1].split("\n\n")[0])
    assert told == markers - {"bases", "joints", "keys", "landmarks", "muscles", "people", "things"}, (
        "all but those of figures"
    )


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_what_is_linked_beside_the_documentation_is_there(name):
    for link in re.findall(r"\]\(([^)#]+)", (ROOT / name).read_text(encoding="utf-8")):
        assert "://" in link or (ROOT / link).exists(), link


@pytest.mark.build
def test_it_builds_strictly_and_loads_nothing_from_elsewhere(tmp_path):
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(SETTINGS), "-d", str(tmp_path)]
    built = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    assert built.returncode == 0, built.stderr  # not with -q, which counts no warning
    pages = sorted(tmp_path.rglob("*.html"))
    assert len(pages) > len(WRITTEN)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r'<(?:script|img|iframe)[^>]+src="https?:', text), page
        assert not re.search(r'<link[^>]+rel="(?:stylesheet|preconnect)"[^>]+href="https?:', text), page
