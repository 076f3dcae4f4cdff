"""What several tests share: the guide they look at, what was drawn for it, and MkDocs to build it with.

The guide is one of the tests' own, in ``tests/fixture``: whatever is written into ``content/``, no test but
``test_guide_itself.py`` sees it.
"""

from __future__ import annotations

import ast
import os
import shutil
import signal
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import mkdocs.__main__
import pytest
import yaml
from click.testing import CliRunner
from filelock import FileLock
from hypothesis import settings

from unslouch.content.library import Library
from unslouch.content.load import Known, Reading, load
from unslouch.figure import Drawing
from unslouch.guide import pictures, words
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.guide.pictures import Pictures
from unslouch.tools.kept import Cache

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator/unslouch"
FIXTURE = ROOT / "tests/fixture"
CONTENT = FIXTURE / "content"
ENGLISH = words.load("en")
ADDRESS = "https://example.org/guide/"
"""Where the fixture's mkdocs.yml says that it is."""
LICENCE = "Texts and pictures: CC BY 4.0."
OPTIONS = {"name": "A guide", "site_url": ADDRESS, "licence": LICENCE}
"""As there too, so that cards made for the built site need not be made for other tests, nor the other way round."""
KINDS = ("figures", "sizes", "poses", "warnings", "asks", "cards", "pdfs", "social", "icons")
"""What is kept. Its keys tell states of the package apart: no test passes on what an earlier one made."""


def kept() -> Path:
    """The folder of what tests draw and set, shared by all runs and workers."""
    return ROOT / ".cache/tests"


def share_cache(folder: Path) -> None:
    """Let a project in ``folder`` use what was drawn and set for others: it is kept by content, and need not be again."""
    cache = folder / ".cache/unslouch"
    cache.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (kept() / kind).mkdir(parents=True, exist_ok=True)
        if not (cache / kind).exists():
            (cache / kind).symlink_to(kept() / kind, target_is_directory=True)


KNOWN = Known()


def load_kept(content: Path, **options) -> Reading:
    """A content folder as a library, or what is wrong with it; no pose is looked at twice, nor a file as it was last."""
    return load(content, cache=Cache(kept()), **{"known": KNOWN} | options)


GUIDE_KEPT = ROOT / ".cache/unslouch"
"""What `make site` keeps of the guide in ``content/``, so that it need not be made twice."""


@cache
def live() -> Reading:
    """That guide as it was read, once for the tests that look at it."""
    return load(ROOT / "content", cache=Cache(GUIDE_KEPT))


def alone(name: str) -> FileLock:
    """A lock on what one worker makes for all."""
    (ROOT / ".cache/tests").mkdir(parents=True, exist_ok=True)
    return FileLock(ROOT / f".cache/tests/{name}.lock")


def for_all(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that one worker makes in this run, and all look at."""
    base = folders.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            making = folders.mktemp(f"{name}-in-the-making")
            make(making)
            making.rename(folder)
    return folder


def interruptible() -> None:
    """What a process does first that is to be interrupted: who runs the tests in the background has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def often(share: float) -> settings:
    """Hypothesis with this share of the usual number of examples, which ``-m fast`` makes few."""
    return settings(max_examples=max(10, int(settings.default.max_examples * share)))


@cache
def data_of(path: Path) -> Any:
    """What a YAML file holds, read once for all tests; not to be changed."""
    return yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def parsed(code: str) -> ast.Module:
    """Python, parsed once for all tests; not to be changed."""
    return ast.parse(code)


def catalogue(language: str) -> dict[str, Any]:
    """A language's words as they stand in their file."""
    return data_of(PACKAGE / f"guide/words/{language}.yml")


# the guide


@cache
def fixture_library() -> Library:
    """The exercises and routines of the fixture."""
    reading = load_kept(CONTENT)
    assert reading.library is not None, reading.problems
    return reading.library


def drawn(things: Iterable[pictures.Drawn]) -> Pictures:
    """Every picture of these exercises, drawn by one worker for all."""
    with alone("figures"):
        return pictures.draw(things, Cache(kept()), ENGLISH)


def stand_ins(library: Library) -> Pictures:
    """Pictures as they would be, without the time it takes to draw them."""

    def stand_in(job: pictures.Job) -> pictures.Picture:
        return pictures.Picture(Drawing(375, 250, ((),), {}, ()), f"{job.pose}, right", f"{job.pose}, left")

    jobs = pictures.jobs(library.exercises.values())
    return pictures.Pictures({(job.exercise, job.pose, job.form): pictures.Shown(job, stand_in(job)) for job in jobs})


def guide_of(library: Library, **options) -> Guide:
    """A guide of a library as MkDocs would build it."""
    return Guide(library, ENGLISH, pictures=drawn(library.exercises.values()), options=Options(**OPTIONS | options))


def many(count: int) -> Library:
    """The fixture with its exercises said again under other names, ``count`` in all, and without routines."""
    library = fixture_library()
    exercises = dict(library.exercises)
    for number in range(2, count + 2):
        for exercise in library.exercises.values():
            if len(exercises) < count:
                again = exercise.model_copy(update={"name": f"{exercise.name} {number}"})
                exercises[f"{exercise.id}-{number}"] = again.named(f"{exercise.id}-{number}")
    return Library(exercises, {}, library.safety)


# MkDocs


def project(folder: Path) -> Path:
    """A copy of the fixture's sources with the look of the real guide, to build or break at will."""
    shutil.copytree(CONTENT, folder / "content")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copy(FIXTURE / "mkdocs.yml", folder)
    share_cache(folder)
    return folder


def options(project: Path, **changed: str) -> None:
    """Change what mkdocs.yml says of the plugin."""
    config = project / "mkdocs.yml"
    lines = "".join(f"      {name}: {value}\n" for name, value in changed.items())
    config.write_text(config.read_text().replace("  - unslouch:\n", f"  - unslouch:\n{lines}", 1))


def plain_site(folder: Path) -> None:
    """Say in ``folder`` that its site has no sheets, which take long to set."""
    told = "site_name: A guide\ndocs_dir: content\ntheme: material\nplugins: [search, unslouch: {cards: none}]\n"
    (folder / "mkdocs.yml").write_text(told)


@dataclass(frozen=True)
class Built:
    """How a build ended, as a process would tell it."""

    returncode: int
    stderr: str


def build(folder: Path, *arguments: str) -> Built:
    """``mkdocs build`` of the project in ``folder``, in this process."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner().invoke(mkdocs.__main__.cli, ["build", *arguments])
    finally:
        os.chdir(before)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Built(result.exit_code, result.output)
