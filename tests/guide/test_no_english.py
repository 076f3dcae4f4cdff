"""What readers see is written in the catalogue and nowhere else: no words in templates, code or scripts.

What goes to authors and to whoever builds a site (problems, progress, the pages on how figures are written) is English.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from tests.guide.pseudo import SAID
from tests.helpers import ROOT, parsed

PACKAGE = ROOT / "generator/unslouch"
WINGS = ("guide", "pages", "cards", "player", "offline")
"""Where things for readers are made."""
FOR_AUTHORS = {
    "poses.html.j2": "the page of `unslouch poses`",
    "pose_sheet.py": "the same",
    "pose_file.py": "what is on it",
    "figure_guide.py": "the examples of how an author writes a pose",
    "figure_keys.py": "the same",
    "figure_places.py": "the same",
    "figure_things.py": "the same",
    "figure_people.py": "the same",
    "policy.py": "what it tells is for who builds the site",
    "linking.py": "it writes scripts",
    "from_disk.py": "the same, and what it tells is for who builds the site",
}
TO_AUTHORS = ("Problem", "of_file", "run", "kept", "_problem", "_remarks", "missing")
"""Calls and functions whose words are for authors or for who builds the site."""
NO_WORDS = {
    "C:\\msys64": "folders of Windows",
    "12pt": "a font",
    "@page": "a paper",
    "const SITE": "a script",
    "card own-sheet": "classes",
}
"""What looks like words and is none, by its beginning."""
FILLED = "«»"
"""What stands for whatever is filled into a text of code."""
_WORDS = re.compile(r"[A-Za-z]{2,}[,:;.]? [A-Za-z«]|» [A-Za-z]{2,}")
_MARKUP = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>?", re.DOTALL)


def files(suffix: str) -> list[Path]:
    found = (file for wing in WINGS for file in (PACKAGE / wing).rglob(f"*{suffix}"))
    return sorted(file for file in found if "vendor" not in file.parts and file.name not in FOR_AUTHORS)


def phrases(texts: Iterator[str]) -> list[str]:
    """Those of the texts that have two words or more beside their markup."""
    return [text for text in texts if _WORDS.search(_MARKUP.sub("", text)) and not text.startswith(tuple(NO_WORDS))]


def said(paths: list[Path], words: Callable[[str], list[str]]) -> dict[str, list[str]]:
    """What each of these files says itself; nothing of those that say nothing."""
    assert len(paths) > 20
    found = {str(path.relative_to(PACKAGE)): words(path.read_text(encoding="utf-8")) for path in paths}
    return {path: told for path, told in found.items() if told}


# Templates


def words_of_template(template: str) -> list[str]:
    """What a template says itself, as text or in an attribute that is read out."""
    tree = jinja2.Environment().parse(template)
    inside = phrases(node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str))
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", template, flags=re.DOTALL)
    said = [value for name in SAID for value in re.findall(rf'\b{name}="([^"]*)"', bare)]
    text = re.sub(
        r"\{ +(?:\.|data-)[^{}]*\}|^ *(title|description|hide|search|words|boost):|^ *exclude: true|&\w+;",
        "",
        _MARKUP.sub(" ", bare),
        flags=re.MULTILINE,
    )
    return inside + re.findall(r"[A-Za-z]{2,}", " ".join([*said, text]))


def test_templates_hold_no_words() -> None:
    assert said(files(".j2"), words_of_template) == {}


@pytest.mark.parametrize(
    "template",
    ["<p>Close</p>", '<img alt="A body">', '<p title="{{ x }} it">', '{{ "Do all" }}', "- **You:** {{ x }}"],
)
def test_words_of_templates_are_found(template: str) -> None:
    assert words_of_template(template)


# Code


def words_of_code(code: str) -> list[str]:
    """What code says itself, but for docstrings, errors and what is for authors."""
    return phrases(_texts(parsed(code)))


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else FILLED for part in node.values)
        return
    for child in ast.iter_child_nodes(node):
        docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not docstring and not isinstance(child, ast.Raise) and _name(child) not in TO_AUTHORS:
            yield from _texts(child)


def _name(node: ast.AST) -> str:
    """Whom a call or a function goes by."""
    called = node.func if isinstance(node, ast.Call) else node
    return str(getattr(called, "attr", None) or getattr(called, "id", None) or getattr(called, "name", ""))


def test_code_holds_no_words_for_readers() -> None:
    assert said(files(".py"), words_of_code) == {}


def test_words_of_code_are_found() -> None:
    assert words_of_code('def f():\n    """Some words."""\n    return f"{x} days a week"\n') == ["«» days a week"]
    assert words_of_code('raise ValueError("some words")\nProblem(f, 1, 1, "some words")') == []


# Scripts


def words_of_script(script: str) -> list[str]:
    """What a script says itself: texts of two words, and single ones that start like a sentence."""
    bare = re.sub(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", "", script, flags=re.DOTALL)
    texts = [text[1:-1] for text in re.findall(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`", bare)]
    plain = [re.sub(r"\$\{[^}]*\}", "", text) for text in texts]
    return phrases(iter(plain)) + [text for text in plain if re.match("[A-Z][a-z]", text)]


def test_scripts_hold_no_words() -> None:
    assert said(files(".js"), words_of_script) == {}


@pytest.mark.parametrize(
    "script", ['x = "nothing is here"', "tell(`of ${many} exercises chosen`)", 'x.title = "Close"']
)
def test_words_of_scripts_are_found(script: str) -> None:
    assert words_of_script(script)
