"""While serving with nothing kept, pages come first: each with room for its figures, which are drawn when they are asked for."""

from __future__ import annotations

import logging
import multiprocessing
import re
import shutil
import time
from pathlib import Path
from threading import Thread

import pytest
from mkdocs.exceptions import Abort

from tests.helpers import ENGLISH, kept, load_kept, options, share_cache
from tests.test_again import FIXTURE, Server, replaced
from tests.tools.jobs import eventually
from unslouch.content import late
from unslouch.guide import pictures
from unslouch.guide.drawing import Drawing
from unslouch.tools.kept import Cache

EXERCISE = "donkey-kick"

pytestmark = pytest.mark.build


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of which one exercise has figures, and none is drawn."""
    folder = tmp_path / "project"
    shutil.copytree(FIXTURE, folder)
    (folder / "overrides").mkdir()
    text = (folder / "mkdocs.yml").read_text("utf-8").replace("offline: false", "offline: false\n      cards: none")
    (folder / "mkdocs.yml").write_text(text.replace("  - My sheet: sheet/index.html\n", ""))
    for path in (folder / "content/exercises").glob("*.yml"):
        if path.stem != EXERCISE:
            lines = path.read_text("utf-8").partition("\nfigure:")[0].splitlines(keepends=True)
            path.write_text("".join(line for line in lines if not line.strip().startswith("figure: ")) + "\n")
    share_cache(folder)
    for kind in ("figures", "sizes"):
        (folder / ".cache/unslouch" / kind).unlink()
    return folder


def test_a_page_is_there_before_its_figures_which_are_those_of_a_build(project: Path, tmp_path: Path) -> None:
    server = Server(project, tmp_path / "site")
    address, waiting = f"exercises/{EXERCISE}/index.html", server.plugin._asked._waiting
    assert len(server.plugin._good.guide.pictures.unmeasured()) > 4, "nobody has looked at any"
    page = waiting[address]().decode()
    assert (server.site / address).read_text("utf-8") == page
    unmeasured = server.plugin._good.guide.pictures.unmeasured()
    shown = re.findall(r'<img[^>]* src="../../(assets/figures/[^"]+)"[^>]*>', page)
    assert len(shown) > 1
    assert unmeasured.isdisjoint(shown)
    assert not pictures.in_haste(page)
    assert not (project / ".cache/unslouch/figures").exists(), "none is drawn yet"
    assert not (server.site / "assets/figures").exists()
    library = load_kept(project / "content").library
    assert library
    drawn = pictures.draw(library.exercises.values(), Cache(kept()), ENGLISH)
    files = drawn.files()
    for path in shown:
        assert server.plugin._asked._waiting[path]() == files[path].encode()
    assert server.plugin._again.written == 1, "pages that show one of its pictures are set when they are asked for"
    assert "exercises/index.html" in server.plugin._asked._waiting
    right_sizes(server, files)


def right_sizes(server: Server, files: dict[str, str]) -> None:
    """Ask for all that waits; whatever page or data shows a picture has room for it."""
    makes = dict(server.plugin._asked._waiting)
    pages = {path.relative_to(server.site).as_posix() for path in server.site.rglob("index.html")}
    texts = [make().decode() for path, make in makes.items() if path in pages or path.endswith(".json")]
    texts += [(server.site / path).read_text("utf-8") for path in pages - makes.keys()]
    tags = [tag.replace("\\", "") for text in texts for tag in re.findall(r"<img[^>]*assets/figures[^>]*>", text)]
    assert len(tags) > 5
    for tag in tags:
        path, width, height = (
            re.search(p, tag)[1] for p in ('src="(?:\\.\\./)*([^"]+)"', 'width="(\\d+)"', 'height="(\\d+)"')
        )
        assert f' width="{width}" height="{height}"' in files[path].partition(">")[0], "there is room for it"


def measured_by_others(server: Server) -> None:
    """A card asks for all pictures, and not for pages."""
    server.plugin._good.guide.pictures.files()


def drawn_beside_and_edited(server: Server) -> None:
    """Another exercise is edited after some were drawn in the background."""
    undrawn = server.plugin._good.guide.pictures.undrawn(server.plugin._cache)
    pictures.drawings(undrawn, server.plugin._cache, quiet=True)
    replaced(server.project / "content/exercises/side-squat.yml", "Standing wide", "Standing very wide")
    server.build()
    assert server.wholes == 1


def clashed(server: Server) -> None:
    """A page of the author's own is in the way, and the guide before is shown on."""
    before = server.plugin._good
    (server.project / "content/exercises/side-squat.md").write_text("# Mine\n")
    server.build()
    assert server.plugin._good is before


@pytest.mark.parametrize("meanwhile", [measured_by_others, drawn_beside_and_edited, clashed])
def test_a_page_in_haste_is_set_again_whatever_came_before_it(project: Path, tmp_path: Path, meanwhile) -> None:
    options(project, exercises_in_list="1")
    server = Server(project, tmp_path / "site")
    meanwhile(server)
    library = load_kept(FIXTURE / "content").library
    assert library
    right_sizes(server, pictures.draw(library.exercises.values(), Cache(kept()), ENGLISH).files())


def test_the_rest_is_drawn_beside_and_ends_when_it_is_told(project: Path, tmp_path: Path) -> None:
    server = Server(project, tmp_path / "site")
    cache, before = Cache(tmp_path / "kept"), set(multiprocessing.active_children())
    wanted = server.plugin._good.guide.pictures.undrawn(cache)
    assert len(wanted) > 4
    some, beside = dict([*wanted.items()][:2]), Drawing()
    beside.begin(some, cache)
    assert eventually(lambda: cache.has("figures", some))
    assert eventually(lambda: not beside.goes_on)
    beside.begin(wanted, cache)
    beside.begin(wanted, cache)
    assert len(set(multiprocessing.active_children()) - before) == 1
    beside.stop()
    assert not beside.goes_on
    assert set(multiprocessing.active_children()) == before


def with_a_warning(project: Path, tmp_path: Path) -> tuple[Path, Server]:
    """An exercise whose picture lacks what a step says, and who serves it without having looked at it."""
    exercise = project / f"content/exercises/{EXERCISE}.yml"
    replaced(exercise, "  - text: ", "  - text: Look at the wall. ")
    (project / ".cache/unslouch/warnings").unlink()
    return exercise, Server(project, tmp_path / "site")


def test_warnings_about_pictures_come_when_pages_are_there_already(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "mkdocs.plugins.unslouch")
    exercise, server = with_a_warning(project, tmp_path)
    plugin = server.plugin
    told = "the step says `wall`, and its picture has no wall"
    assert (server.site / f"exercises/{EXERCISE}/index.html").is_file()
    assert told not in caplog.text
    assert not (project / ".cache/unslouch/warnings").exists(), "no picture is looked at yet"
    plugin._draw_the_rest()
    try:
        assert eventually(lambda: told in caplog.text)
    finally:
        plugin._drawing.stop()
    assert [one.message for one in plugin._known.checked[EXERCISE][1].problems].count(told) == 1
    caplog.clear()
    replaced(project / "content/exercises/side-squat.yml", "Standing wide", "Standing very wide")
    server.build()
    assert caplog.text.count(told) == 1, "as every warning is with each edit"
    caplog.clear()
    replaced(exercise, "Look at the wall", "Look at the nice wall")
    server.build()
    assert caplog.text.count(told) == 1, "an edit waits for its own"


def test_what_is_edited_meanwhile_is_not_told_twice(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "mkdocs.plugins.unslouch")
    exercise, server = with_a_warning(project, tmp_path)
    plugin = server.plugin
    left = [*plugin._known.late]
    assert [one.exercise.id for one in left] == [EXERCISE]
    replaced(exercise, "Look at the wall. ", "")
    server.build()
    assert late.warnings(left, plugin._known, plugin._cache) == []


def test_what_is_checked_anew_meanwhile_is_not_told_twice(project: Path, tmp_path: Path) -> None:
    exercise, server = with_a_warning(project, tmp_path)
    plugin = server.plugin
    left = [*plugin._known.late]
    other = exercise.with_name("one-more.yml")
    other.write_text(exercise.read_text("utf-8").replace("name: ", "name: Another "), "utf-8")
    server.build()
    assert late.warnings(left, plugin._known, plugin._cache) == []


def test_who_waits_for_what_is_ended_is_told_so() -> None:
    beside, waited = Drawing(), []
    assert not beside.is_judged()
    beside._process, beside._judged = multiprocessing.Process(target=time.sleep, args=(60,)), multiprocessing.Event()
    beside._process.start()
    waiting = Thread(target=lambda: waited.append(beside.is_judged()))
    waiting.start()
    beside.stop()
    waiting.join(10)
    assert waited == [False]


def test_errors_are_told_at_once(project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    replaced(
        project / f"content/exercises/{EXERCISE}.yml",
        "  poses:",
        "  poses:\n    wrong: {base: supine, right_knee: 190}",
    )
    for kind in ("warnings", "poses", "asks"):
        (project / ".cache/unslouch" / kind).unlink()
    with pytest.raises(Abort):
        Server(project, tmp_path / "site")
    assert "is more than the joint allows" in caplog.text


@pytest.mark.parametrize("folder", [None, "a file"])
def test_nothing_is_drawn_beside_where_nothing_can_be_kept(tmp_path: Path, folder: str | None) -> None:
    (tmp_path / "a file").touch()
    cache, beside = Cache(folder and tmp_path / folder), Drawing()
    beside.begin({"key": None}, cache)
    assert not beside.goes_on
