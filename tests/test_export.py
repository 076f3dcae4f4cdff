"""The guide as a tree of plain files."""

from __future__ import annotations

import pytest

from tests.helpers import ENGLISH, stand_ins
from unslouch.content.files import on_disk
from unslouch.export import export
from unslouch.guide.guide import Guide
from unslouch.tools.folder import NotOurs

pytestmark = pytest.mark.build


@pytest.fixture
def guide(library) -> Guide:
    return Guide(library, ENGLISH, pictures=stand_ins(library))


def files(folder) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_tree_holds_pages_pictures_assets_and_what_the_author_added(guide, content, tmp_path):
    (content / ".hidden").write_text("x")
    count = export(guide, on_disk(content), tmp_path / "out")
    written = files(tmp_path / "out")
    assert len(written) == count + 2  # and what is known of that
    assert {"index.md", "exercises/side-squat.md", "assets/figures/side-squat/end.svg", "images/crossed.svg"} <= written
    assert "assets/unslouch/unslouch.css" in written
    assert not [path for path in written if path.endswith(".yml") or path == ".hidden"]
    home = (tmp_path / "out/index.md").read_text()
    assert '<a href="routines/short-session/">' in home
    page = (tmp_path / "out/routines/plan.md").read_text()
    assert '<a href="../short-session/">Short session</a>' in page, (
        "as the built page needs it: no engine resolves HTML"
    )


def test_a_hand_written_safety_page_takes_the_place_of_ours(guide, content, tmp_path):
    export(guide, on_disk(content), tmp_path / "out")
    assert "Walk briskly" in (tmp_path / "out/safety.md").read_text()


def test_another_export_leaves_nothing_of_the_one_before(guide, content, tmp_path):
    out = tmp_path / "out"
    export(guide, on_disk(content), out)
    before = files(out)
    (content / "about.md").unlink()
    export(guide, on_disk(content), out)
    assert before - files(out) == {"about.md"}


def test_a_folder_of_somebody_else_is_left_alone(guide, content, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.md").write_text("x")
    with pytest.raises(NotOurs):
        export(guide, on_disk(content), tmp_path / "mine")
    assert files(tmp_path / "mine") == {"thesis.md"}


def test_a_record_that_names_files_outside_deletes_none_of_them(guide, content, tmp_path):
    (tmp_path / "precious").write_text("x")
    out = tmp_path / "out"
    out.mkdir()
    (out / ".unslouch").mkdir()
    (out / ".unslouch/written").write_text("../precious\n")
    export(guide, on_disk(content), out)
    assert (tmp_path / "precious").read_text() == "x"
