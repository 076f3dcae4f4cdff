"""The theme's navigation, set once for many pages, is what it is for each; an author's own is set for every page."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
from jinja2.runtime import Context

from tests.helpers import CONTENT, build, plain_site
from tests.test_crash import site
from unslouch import nav_once

pytestmark = pytest.mark.build


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site without pictures, with the exercises outside of its navigation, and some pages of the author's in it."""
    shutil.copytree(CONTENT, tmp_path / "content")
    for path in (tmp_path / "content/exercises").glob("*.yml"):
        lines = path.read_text("utf-8").partition("\nfigure:")[0].splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.strip().startswith("figure: ")) + "\n", "utf-8")
    plain_site(tmp_path)
    config = tmp_path / "mkdocs.yml"
    told = config.read_text("utf-8").replace("{cards: none}", "{cards: none, exercises_in_nav: 2}")
    config.write_text(f"{told}nav: [index.md, about.md, {{Below: [exercises/, routines/]}}]\n", "utf-8")
    return tmp_path


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that the navigation is set for."""
    asked: list[str] = []
    once = nav_once._once

    def counting(render):  # type: ignore[no-untyped-def]
        def told(context: Context):  # type: ignore[no-untyped-def]
            asked.append(context["page"].url if context["page"] else "")
            return render(context)

        return once(told)

    monkeypatch.setattr(nav_once, "_once", counting)
    return asked


def test_every_page_has_the_navigation_that_is_its_own(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(nav_once, "speed_up", lambda env: None)
        assert build(project).returncode == 0
    alone, asked = site(project), counted(monkeypatch)
    assert build(project).returncode == 0
    assert site(project) == alone
    assert asked.count("about/") == 1
    outside = [url for url in asked if url.startswith("exercises/") and url != "exercises/" and "-" in url]
    assert len(outside) == 1, "one exercise for all"


def test_an_authors_own_is_set_for_each(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = project / "overrides/partials"
    own.mkdir(parents=True)
    (own / "logo.html").write_text("{{ page.title }}", "utf-8")
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("theme: material", "theme: {name: material, custom_dir: overrides}"), "utf-8"
    )
    asked = counted(monkeypatch)
    assert build(project).returncode == 0
    assert not asked
    logo = '<a href="../.." title="A guide" class="md-nav__button md-logo"'
    page = (project / "site/exercises/donkey-kick/index.html").read_text("utf-8")
    assert logo in page
    assert "Donkey kick" in page.partition(logo)[2].partition("</a>")[0]


def test_a_place_that_a_plugin_shows_is_of_the_page_alone() -> None:
    entry = SimpleNamespace(url="about/", active=False)
    page, nav = SimpleNamespace(url="exercises/a/", parent=None), SimpleNamespace(pages=[entry])
    assert nav_once._is_outside(page, nav)
    entry.active = True
    assert not nav_once._is_outside(page, nav)


def test_another_theme_is_left_as_it_is() -> None:
    env = jinja2.Environment(loader=jinja2.DictLoader({"main.html": "a"}))
    nav_once.speed_up(env)
    assert env.get_template("main.html").render() == "a"
