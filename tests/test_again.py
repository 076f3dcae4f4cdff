"""While serving, what a build takes over from the last: the site is what a clean build makes of the same files."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from tests.helpers import share_cache
from unslouch.again import Again, lists_once
from unslouch.plugin import UnslouchPlugin

FIXTURE = Path(__file__).parent / "fixture"
ADDRESS = "http://127.0.0.1:8000/guide/"

pytestmark = pytest.mark.build


class Server:
    """Builds a project again and again as ``mkdocs serve`` does, without its HTTP."""

    def __init__(self, project: Path, site: Path) -> None:
        self.project, self.site = project, site
        self._plugins: dict[str, Any] = {}
        config = self._config()
        config.plugins.on_startup(command="serve", dirty=False)
        self.plugin = config.plugins["unslouch"]
        self.again: Again = self.plugin._again
        build(config, serve_url=ADDRESS)
        self.wholes = 1
        """How many builds were of all."""

    def _config(self) -> MkDocsConfig:
        """MkDocs keeps plugins from build to build of one process: each server has its own."""
        kept = dict(MkDocsConfig._schema)["plugins"].plugin_cache  # type: ignore[attr-defined]
        kept.clear()
        kept.update(self._plugins)
        config = load_config(str(self.project / "mkdocs.yml"), site_dir=str(self.site))
        self._plugins = dict(kept)
        config.site_url = ADDRESS
        return config

    def build(self) -> None:
        self.plugin._build_again(self._all)

    def _all(self) -> None:
        self.wholes += 1
        build(self._config(), serve_url=ADDRESS)

    @property
    def notice(self) -> str:
        return self.plugin._asked.notice

    @property
    def files(self) -> dict[str, bytes]:
        waiting = {path: make() for path, make in self.plugin._asked._waiting.items()}
        return waiting | {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in self.site.rglob("*")
            if path.is_file() and path.relative_to(self.site).as_posix() not in waiting
        }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(FIXTURE / "content", tmp_path / "project/content")
    text = (FIXTURE / "mkdocs.yml").read_text("utf-8").replace("offline: false", "offline: false\n      cards: none")
    (tmp_path / "project/overrides").mkdir()
    text = "".join(line for line in text.splitlines(keepends=True) if "sheet/index.html" not in line)
    (tmp_path / "project/mkdocs.yml").write_text(text.replace("validation:", "_: &_").split("_: &_")[0])
    for path in (tmp_path / "project/content/exercises").glob("*.yml"):  # pictures are not what this is about
        lines = path.read_text("utf-8").partition("\nfigure:")[0].splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.strip().startswith("figure: ")) + "\n")
    share_cache(tmp_path / "project")
    return tmp_path / "project"


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new, 1))


def test_a_word_in_an_exercise_sets_its_page_and_the_routines_that_show_it(project: Path, tmp_path: Path) -> None:
    server = Server(project, tmp_path / "site")
    before = server.files
    assert server.again.converted == server.again.written > 10
    replaced(project / "content/exercises/chair-squat.yml", "Sit down slowly", "Sit down very slowly")
    server.build()
    assert (server.again.converted, server.again.written) == (4, 4)
    changed = {path for path, data in server.files.items() if before[path] != data and not path.startswith("sitemap")}
    assert "exercises/chair-squat/index.html" in changed
    assert "search/search_index.json" in changed
    others = {path.split("/")[0] for path in changed if path.endswith(".html") and "chair-squat" not in path}
    assert others == {"routines"}


def test_a_name_is_new_wherever_it_stands(project: Path, tmp_path: Path) -> None:
    server = Server(project, tmp_path / "site")
    replaced(project / "content/exercises/chair-squat.yml", "name: Chair squat", "name: Sofa squat")
    server.build()
    assert "Sofa squat" in (server.site / "index.html").read_text("utf-8")
    assert "Chair squat" not in (server.site / "exercises/index.html").read_text("utf-8")
    assert server.again.converted < server.again.written, "the sidebar of every page has it"


def _word(folder: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(folder.glob("exercises/*.yml")))
    replaced(path, "name: ", f"name: New{chance.randrange(99)} ")


def _step(folder: Path, chance: random.Random) -> None:
    path = chance.choice([path for path in sorted(folder.glob("exercises/*.yml")) if "summary: " in path.read_text()])
    replaced(path, "summary: ", f"summary: Well{chance.randrange(99)} ")


def _shared(folder: Path, chance: random.Random) -> None:
    replaced(folder / "safety.yml", "sharp", f"sharp{chance.randrange(99)}")


def _page(folder: Path, chance: random.Random) -> None:
    path = folder / "about.md"
    path.write_text(f"{path.read_text('utf-8')}\n## More {chance.randrange(99)}\n\n[Home](index.md)\n")


def _anything(folder: Path, chance: random.Random) -> None:
    """Some word of any text, or some number, in any entry."""
    path = chance.choice([*sorted(folder.glob("exercises/*.yml")), *sorted(folder.glob("routines/*.yml"))])
    lines = path.read_text("utf-8").splitlines()
    where = [n for n, line in enumerate(lines) if _WORD.search(line) or _NUMBER.search(line)]
    if where:
        line = chance.choice(where)
        lines[line] = _WORD.sub(rf"\g<0>w{chance.randrange(99)} ", lines[line], count=1)
        lines[line] = _NUMBER.sub(lambda found: f"{found[1]}{chance.randrange(2, 9)}", lines[line], count=1)
        path.write_text("\n".join(lines) + "\n", "utf-8")


_WORD = re.compile(
    r"^ +- (?:text: )?[A-Z][a-z]+ (?=[a-z])|^(?:summary|feel|breathing|easier|harder|goal): [A-Z][a-z]+ "
)
_NUMBER = re.compile(r"(\bsets: )\d+")


def _fact(folder: Path, chance: random.Random) -> None:
    """What lists group, order and narrow exercises by."""
    path = chance.choice(sorted(folder.glob("exercises/*.yml")))
    key, value = chance.choice(
        [
            ("areas", f"[hips, part{chance.randrange(3)}]"),
            ("category", chance.choice(["mobility", "strengthening", "stretching"])),
            ("level", chance.choice(["beginner", "intermediate"])),
            ("order", str(chance.randrange(1, 9))),
            ("aliases", f"[Other{chance.randrange(99)}]"),
            ("equipment", "[chair]"),
            ("related", "[marching]" if path.stem != "marching" else "[pigeon-pose]"),
        ]
    )
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(f"{key}:")]
    path.write_text("\n".join([*lines, f"{key}: {value}"]) + "\n", "utf-8")


def _image(folder: Path, chance: random.Random) -> None:
    with next(folder.glob("images/*.svg")).open("a") as image:
        image.write(f"<!-- {chance.randrange(99)} -->")


def _title(folder: Path, chance: random.Random) -> None:
    replaced(folder / "about.md", "title: ", f"title: Our{chance.randrange(99)} ")


def _mixed(folder: Path, chance: random.Random) -> None:
    for edit in chance.sample([_anything, _step, _page, _image], 2):
        edit(folder, chance)


def _new(folder: Path, chance: random.Random) -> None:
    shutil.copy(folder / "exercises/chair-squat.yml", folder / f"exercises/copy-{chance.randrange(99)}.yml")


def _gone(folder: Path, _: random.Random) -> None:
    for path in folder.glob("exercises/copy-*.yml"):
        path.unlink()


def _renamed(folder: Path, chance: random.Random) -> None:
    """A file of another name, as long as nothing names it."""
    for path in folder.glob("exercises/copy-*.yml"):
        path.rename(path.with_stem(f"copy-other-{chance.randrange(99)}"))


def _option(folder: Path, chance: random.Random) -> None:
    path = folder.parent / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("site_name: ", f"site_name: {chance.choice('ABC')} "))


def _template(folder: Path, chance: random.Random) -> None:
    """A template of ours that the author overrides."""
    own = folder.parent / "overrides/generator/group.md.j2"
    own.parent.mkdir(exist_ok=True)
    own.write_text(f"# {{{{ heading | literal }}}} {chance.randrange(99)}\n", "utf-8")


def _own_words(folder: Path, chance: random.Random) -> None:
    (folder / "vocabulary.yml").write_text(
        f"equipment:\n  wobble board: {{one: wobble board {chance.choice('ABC')}}}\n", "utf-8"
    )


def _broken(folder: Path, chance: random.Random) -> None:
    """An error that is mended by the next edit: in a file that came, or in one that was good."""
    path = chance.choice([folder / "exercises/broken.yml", folder / "exercises/marching.yml"])
    good = path.read_text("utf-8") if path.is_file() else None
    path.write_text(f"{good or ''}\nname: [", "utf-8")
    (folder.parent / "mended").write_text(good or "", "utf-8")
    (folder.parent / "broken").write_text(str(path), "utf-8")


def _mended(folder: Path) -> None:
    path, good = Path((folder.parent / "broken").read_text("utf-8")), (folder.parent / "mended").read_text("utf-8")
    if good:
        path.write_text(good, "utf-8")
    else:
        path.unlink()


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(
        _word,
        _step,
        _shared,
        _page,
        _new,
        _gone,
        _option,
        _broken,
        _fact,
        _image,
        _title,
        _mixed,
        _template,
        _own_words,
    ),
    *(_renamed, _broken, *(_anything,) * 4, *(_fact,) * 2),
)


EACH = bool(os.environ.get("UNSLOUCH_EACH"))
"""Whether the site is looked at after each edit."""
SEEDS = [int(seed) for seed in os.environ.get("UNSLOUCH_SEEDS", "1 2").split()]


@pytest.mark.parametrize("seed", SEEDS)
def test_any_edits_leave_what_a_clean_build_makes(project: Path, tmp_path: Path, seed: int) -> None:
    """Of every other seed with lists of many pages."""
    chance = random.Random(seed)
    if seed % 2:
        replaced(project / "mkdocs.yml", "cards: none", "cards: none\n      exercises_in_list: 2")
    server = Server(project, tmp_path / "site")
    for edit in chance.sample(EDITS, len(EDITS)):
        edit(project / "content", chance)
        server.build()
        if edit is _broken:
            assert "us-broken" in server.notice
            _mended(project / "content")
            server.build()
        assert server.notice == "", edit
        if EACH:
            _is_clean(server, project, tmp_path)
    _is_clean(server, project, tmp_path)
    assert server.wholes < len(EDITS) - 4, "most edits are built on top of what there is"


def _is_clean(server: Server, project: Path, tmp_path: Path) -> None:
    served, clean = server.files, Server(project, tmp_path / "clean").files
    assert sorted(served) == sorted(clean)
    assert [path for path, data in clean.items() if served[path] != data] == []


def test_a_template_that_looks_at_other_pages_gets_all_of_them_anew(project: Path, tmp_path: Path) -> None:
    (project / "overrides/main.html").write_text(
        '{% extends "base.html" %}{% block footer %}{% for one in pages %}{{ one.page.title }}{% endfor %}{% endblock %}'
    )
    server = Server(project, tmp_path / "site")
    server.build()
    assert server.again.converted > 10


def test_a_theme_is_listed_once_and_the_authors_part_of_it_each_time(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    theme = Theme("material", custom_dir=str(tmp_path / "own"))
    listed = theme.get_env().list_templates()
    lists_once(theme)
    env = theme.get_env()
    assert env.list_templates() == [name for name in listed if not name.startswith(".")], (
        "icons are in no site as files"
    )
    assert env.get_template(".icons/material/menu.svg").render().startswith("<svg")
    (tmp_path / "own/new.css").touch()
    assert "new.css" in theme.get_env().list_templates()


def test_a_draft_that_is_edited_is_shown_anew(project: Path, tmp_path: Path) -> None:
    with (project / "mkdocs.yml").open("a") as options:
        options.write("\ndraft_docs: later.md\n")
    (project / "content/later.md").write_text("# Later\n\nFirst words.\n", "utf-8")
    server = Server(project, tmp_path / "site")
    replaced(project / "content/later.md", "First", "Second")
    server.build()
    page = (server.site / "later/index.html").read_text("utf-8")
    assert "Second words." in page
    assert "mkdocs-draft-marker" in page
    assert server.wholes == 1


def test_what_is_saved_while_all_is_built_is_built_next(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, edited = UnslouchPlugin._texts, []

    def late(plugin: UnslouchPlugin) -> dict[str, str]:
        if not edited:
            replaced(project / "content/about.md", "title: ", "title: Late ")
            edited.append(True)
        return texts(plugin)

    monkeypatch.setattr(UnslouchPlugin, "_texts", late)
    server = Server(project, tmp_path / "site")
    assert "Late" not in (server.site / "about/index.html").read_text("utf-8")
    server.build()
    assert "Late" in (server.site / "about/index.html").read_text("utf-8")
    assert server.wholes == 1


def test_a_dirty_server_builds_nothing_on_top_of_pages_that_were_not_read(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    plugin = config.plugins["unslouch"]
    plugin.on_startup(command="serve", dirty=True)
    built: list[str] = []
    plugin._build_again(lambda: built.append("all"))
    assert built == ["all"]
    assert plugin._again is None


def test_an_edit_that_cannot_be_built_by_itself_is_told_and_all_is_built(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    server = Server(project, tmp_path / "site")
    monkeypatch.setattr(Again, "changed", lambda _: 1 / 0)
    server.build()
    assert server.wholes == 2
    assert "all is built anew: division by zero" in caplog.text


def test_a_page_in_the_way_leaves_the_guide_before_what_it_remembers(project: Path, tmp_path: Path) -> None:
    server = Server(project, tmp_path / "site")
    before = server.plugin._known.memory
    (project / "content/exercises/marching.md").write_text("# Mine\n")
    replaced(project / "content/exercises/chair-squat.yml", "name: Chair squat", "name: Sofa squat")
    server.build()
    assert "us-broken" in server.notice
    assert server.plugin._known.memory is not before
    replaced(project / "content/exercises/chair-squat.yml", "name: Sofa squat", "name: Stool squat")
    (project / "content/exercises/marching.md").unlink()
    server.build()
    assert server.notice == ""
    assert "Stool squat" in (server.site / "index.html").read_text("utf-8")
