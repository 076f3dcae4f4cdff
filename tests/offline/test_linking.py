"""Modules as one plain script: what is understood does the same, what is not is refused."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import unslouch
from tests.helpers import ROOT
from unslouch.offline.linking import NotLinked, link

PACKAGE = Path(unslouch.__file__).parent
NODE = ROOT / ".venv/bin/node"


def linked(entry: str, **modules: str) -> str:
    return link(f"{entry}.js", lambda path: modules[path.removesuffix(".js").replace("/", "_")])


def said(script: str) -> str:
    return subprocess.run([NODE, "-e", script], capture_output=True, text=True, check=True).stdout


@pytest.mark.long
def test_names_are_handed_over_as_they_were_exported():
    script = linked(
        "main",
        main='import { one, two as second } from "./deep/a.js"\nimport * as all from "./deep/a.js"\n'
        'import "./deep/b.js"\n\nconsole.log(one(), second, new all.Three().x, all.four)\n',
        deep_a='import { tell } from "./b.js"\n\nexport function one() {\n  return tell\n}\n\n'
        "export const two = 2\nexport class Three {\n  x = 3\n}\nconst own = 4\n\nexport { own as four }\n",
        deep_b='console.log("once")\nexport const tell = "one"\n',
    )
    assert said(script) == "once\none 2 3 4\n"


@pytest.mark.long
def test_what_waits_is_waited_for():
    script = linked(
        "main",
        main='import { late } from "./late.js"\nconsole.log(late)\n',
        late="const read = async () => (await null) ?? 5\nexport const late = await read()\n",
    )
    assert said(script) == "5\n"


@pytest.mark.long
def test_what_does_not_wait_is_there_at_once():
    """A worker that begins to listen later is not asked."""
    script = linked("main", main="const later = async () => await 1\nlater()\nconsole.log(1)\n")
    assert said(f"{script}console.log(2)") == "1\n2\n"


@pytest.mark.long
def test_modules_are_strict():
    with pytest.raises(subprocess.CalledProcessError):
        said(linked("main", main="unknown = 1\n"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('import a from "./other.js"', "not understood: import a"),
        ("export default 1", "not understood: export default"),
        ("export let a = 1", "not understood: export let"),
        ('const a = await import("./other.js")', "not understood: import("),
        ("const a = import.meta.url", "not understood: import.meta"),
        ('import { b } from "./other.js"', "other.js exports no b"),
        ('import { a } from "./round.js"', "in a circle"),
    ],
)
def test_anything_else_is_refused(line, told):
    with pytest.raises(NotLinked) as refused:
        linked("main", main=f"{line}\n", other="export const a = 1\n", round='import "./main.js"\n')
    assert told in str(refused.value)


@pytest.mark.long
def test_words_of_comments_are_none_of_the_script():
    assert said(linked("main", main="// import and\n/* export\nimport */\nconsole.log(1)\n")) == "1\n"


ENTRIES = {
    "guide": [],
    "pages": ["unslouch.js", "week/week.js"],
    "cards": ["card.js", "own/sheet.js"],
    "player": ["player/player.js"],
}


@pytest.mark.whole
@pytest.mark.parametrize("entry", [entry for all in ENTRIES.values() for entry in all])
def test_all_our_scripts_can_be_linked(entry, tmp_path):
    def read(path: str) -> str:
        (found,) = (file for wing in ENTRIES if (file := PACKAGE / wing / "assets" / path).is_file())
        return found.read_text(encoding="utf-8")

    (tmp_path / "linked.js").write_text(link(entry, read), encoding="utf-8")
    subprocess.run([NODE, "--check", tmp_path / "linked.js"], check=True)
