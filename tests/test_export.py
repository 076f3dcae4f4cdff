"""The guide as a project of plain Markdown, and what its mkdocs.yml says."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.structure.files import File, Files

from tests.helpers import ADDRESS, ENGLISH, stand_ins
from unslouch import html_links, plain
from unslouch.assembly import Assembled
from unslouch.cli import main
from unslouch.guide.guide import Guide
from unslouch.pages.render import Pages

pytestmark = pytest.mark.build


@pytest.fixture
def out(project: Path) -> Path:
    """A project without sheets, and where it is exported to."""
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(text.replace("offline: false", "offline: false\n      cards: none"))
    return project / "out"


def export(out: Path, *arguments: str) -> str:
    before = Path.cwd()
    os.chdir(out.parent)
    try:
        result = CliRunner().invoke(main, ["export", *arguments, out.name], catch_exceptions=False)
    finally:
        os.chdir(before)
    assert result.exit_code == 0, result.output
    return result.output


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def said(out: Path) -> dict:
    return yaml.safe_load((out / "mkdocs.yml").read_text("utf-8"))


def test_the_tree_holds_all_that_a_site_gets_and_what_builds_it(out):
    (out.parent / "content/.hidden").write_text("x")
    (out.parent / "overrides/generator").mkdir()
    (out.parent / "overrides/generator/group.md.j2").write_text("# Ours: {{ heading }}\n")
    told = export(out)
    written = files(out)
    assert f"written to out: {len(written) - 2} files" in told, "and what is known of that"
    assert {"mkdocs.yml", "html_links.py", "overrides/main.html", "overrides/assets/site.css"} <= written
    docs = {"index.md", "exercises/side-squat.md", "assets/figures/side-squat/end.svg", "images/crossed.svg", "sw.js"}
    docs |= {"assets/unslouch/unslouch.css", "play/index.html", "exercises.json", "assets/social/side-squat.png"}
    assert {f"docs/{path}" for path in docs} <= written
    assert not [path for path in written if (path.startswith("docs") and path.endswith(".yml")) or "hidden" in path]
    assert not [path for path in written if "generator" in path], "the pages are set with it by then"
    assert (out / "docs/areas/hips.md").read_text("utf-8").startswith("# Ours: Exercises for your hips")


def test_links_lead_from_source_to_source_in_an_authors_html_too(out):
    about = out.parent / "content/about.md"
    html = '<p><a href="../safety/#sources">Safe</a> <img src="../images/crossed.svg"> <a href="../nowhere/">x</a></p>'
    about.write_text(f"{about.read_text('utf-8')}\n{html}\n")
    export(out)
    assert '<a href="safety.md#sources">' in (out / "docs/about.md").read_text("utf-8")
    assert '<img src="images/crossed.svg"> <a href="../nowhere/">' in (out / "docs/about.md").read_text("utf-8")
    assert '<a href="routines/short-session.md">' in (out / "docs/index.md").read_text("utf-8")
    assert '<a href="chair-squat.md">' in (out / "docs/exercises/side-squat.md").read_text("utf-8")


def test_a_page_brings_what_the_plugin_knows_of_it(out):
    export(out)
    text = (out / "docs/exercises/side-squat.md").read_text("utf-8")
    front, body = text.removeprefix("---\n").split("---\n", 1)
    assert yaml.safe_load(front)["preview"] == f"{ADDRESS}assets/social/side-squat.png"
    assert yaml.safe_load(front)["title"] == "Side squat"
    (words,) = re.findall("<p hidden>(.*)</p>", body)
    assert words.split(", ")[:2] == ["Lateral squat", "Side lunge"]
    assert body.index("# Side squat") < body.index(words) < body.index("us-dose")


def test_its_mkdocs_yml_is_the_authors_without_us(out):
    config = out.parent / "mkdocs.yml"
    text = config.read_text("utf-8").replace(
        "https://example.org/guide/", '!ENV [NO_SUCH, "https://example.org/guide/"]'
    )
    config.write_text(
        text.replace("site_url: ", "hooks: [ours.py]\nexclude_docs: x.md\nnot_in_nav: about.md\nsite_url: ", 1)
    )
    (out.parent / "ours.py").touch()
    export(out)
    told = said(out)
    assert told["site_url"] == ADDRESS
    assert told["plugins"] == [{"search": {"separator": '[\\s\\-–(),.:;!?"“”/…]+'}}]
    assert told["nav"][1] == {
        "Routines": [f"routines/{one}.md" for one in ("index", "desk-break", "plan", "short-session", "whole-session")]
    }
    assert told["theme"]["custom_dir"] == "overrides"
    assert told["theme"]["variant"] == "classic"
    assert {"watch", "docs_dir", "site_dir", "exclude_docs"}.isdisjoint(told)
    assert told["hooks"] == ["html_links.py"]
    assert told["edit_uri"] == ""
    assert {"about.md", "/areas/hips.md"} <= set(told["not_in_nav"].splitlines())
    assert told["extra_css"] == ["assets/unslouch/tokens.css", "assets/unslouch/unslouch.css", "assets/site.css"]
    assert told["extra_javascript"][-1] == {"path": "assets/unslouch/unslouch.js", "type": "module"}
    assert {"toc": {"permalink": False}} in told["markdown_extensions"]
    assert {"attr_list", "md_in_html", "admonition"} <= {
        one for one in told["markdown_extensions"] if isinstance(one, str)
    }


def test_where_there_is_no_mkdocs_yml_the_usual_is_said(library):
    guide = Guide(library, ENGLISH, pictures=stand_ins(library))
    pages = Pages(guide)
    told = yaml.safe_load(plain.written(plain.USUAL, Assembled(guide, pages, pages.render(), {}), None))
    assert (told["site_name"], told["theme"]["name"]) == ("Exercises", "material")
    assert "nav" not in told
    assert "plugins" not in told
    assert "/areas/hips.md" in told["not_in_nav"]
    assert "/exercises/side-squat.md" not in told["not_in_nav"]
    assert {"attr_list", "md_in_html"} <= set(told["markdown_extensions"])


def test_plugins_may_be_a_mapping(out):
    config = out.parent / "mkdocs.yml"
    config.write_text(
        re.sub(r"plugins:\n(?: .*\n)+", "plugins: {search: {}, unslouch: {cards: none}}\n", config.read_text("utf-8"))
    )
    export(out)
    assert said(out)["plugins"] == {"search": {}}


def test_another_export_leaves_what_an_engine_built_and_nothing_of_the_one_before(out):
    export(out)
    before = files(out)
    (out / "site").mkdir()
    (out / "site/index.html").write_text("x")
    (out.parent / "content/routines/desk-break.yml").unlink()
    (out.parent / "content/about.md").unlink()
    config = out.parent / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("  - About:\n      - about.md\n", ""))
    export(out)
    gone = {"docs/about.md", "docs/routines/desk-break.md"}
    assert gone <= before - files(out)
    assert (out / "site/index.html").is_file()


def test_a_record_that_names_files_outside_deletes_none_of_them(out):
    precious = out.parent / "precious"
    precious.write_text("x")
    (out / ".unslouch").mkdir(parents=True)
    (out / ".unslouch/written").write_text("../precious\n")
    export(out)
    assert precious.read_text() == "x"


def test_the_hook_resolves_what_there_is_and_leaves_the_rest():
    """It goes with the tree, where nobody else tests it."""
    made = [File(path, None, "site", use_directory_urls=True) for path in ("a/one.md", "b/two words.md", "x.svg")]
    page = type("Page", (), {"file": made[0]})
    text = '<a href="../b/two%20words.md?q#here"> <img src="../x.svg"> <a href="no.md"> <a href="#a"> <a href="https://x.org/one.md">'
    assert html_links.on_page_markdown(text, page=page, files=Files(made), config=None) == (
        '<a href="../../b/two%20words/?q#here"> <img src="../../x.svg"> <a href="no.md"> <a href="#a"> <a href="https://x.org/one.md">'
    )
