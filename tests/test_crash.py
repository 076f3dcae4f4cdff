"""Builds that are killed, stopped, out of disk, or not alone: the last whole site stays, and nothing else does.

``make crash`` kills many more, with nothing kept at first; ``make test`` kills a few.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers import build, interruptible, options
from tests.test_plugin import MKDOCS, QUIET, Server
from tests.tools.jobs import eventually
from unslouch.tools.staging import FOLDER

pytestmark = pytest.mark.build
KILLS = int(os.environ.get("UNSLOUCH_KILLS", "6"))
EXERCISE = "content/exercises/donkey-kick.yml"


@pytest.fixture(name="project")
def _quick(project: Path) -> Path:
    """A project that is built quickly, and where temporary files are its own."""
    options(project, cards="none")
    (project / "tmp").mkdir()
    return project


def say(project: Path, text: str) -> None:
    """Change what one page says."""
    file = project / EXERCISE
    file.write_text(re.sub(r"^breathing: .*$", f"breathing: {text}", file.read_text(), flags=re.MULTILINE))


def begin(
    project: Path, *arguments: str, command: str = "build", run: list[str] | None = None
) -> subprocess.Popen[str]:
    """A command of MkDocs, or what is to ``run``, in a session of its own."""
    environment = {**QUIET, "TMPDIR": str(project / "tmp")}
    piped = {
        "stdout": subprocess.PIPE,
        "stderr": subprocess.STDOUT,
        "text": True,
        "start_new_session": True,
        "preexec_fn": interruptible,
    }
    return subprocess.Popen(run or [*MKDOCS, command, *arguments], cwd=project, env=environment, **piped)


def without_room(module: str, *arguments: str) -> list[str]:
    """A command whose files can have 20 KB, as where a disk is full."""
    code = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
        "sys.argv[:1] = [sys.argv[1]]; del sys.argv[1]; runpy.run_module(sys.argv[0], run_name='__main__', alter_sys=True)"
    )
    return [sys.executable, "-c", code, module, *arguments]


def end(process: subprocess.Popen[str]) -> str:
    """What it said, when it and all that it started are gone."""
    told = process.communicate(timeout=300)[0]
    assert eventually(lambda: not in_session(process.pid))
    return told


def in_session(session: int) -> list[str]:
    """The processes that one started, and that still go on."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = stat.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of) == session and state != "Z":
            found.append(stat.parent.name)
    return found


def site(project: Path, name: str = "site") -> dict[str, bytes]:
    """Every file of a site, but what is known of it."""
    folder = project / name
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if FOLDER not in path.relative_to(folder).parts
    }


def settled(project: Path) -> None:
    """Nothing is left of what was made in between."""
    assert {path.name for path in (project / "site" / FOLDER).iterdir()} == {"lock", "written"}
    assert {path.name for path in (project / "tmp").iterdir() if not path.name.startswith("_jinja2-cache")} == set()


def test_whenever_a_build_is_killed_the_site_is_the_one_before_or_the_one_after(project):
    chance = random.Random(KILLS)
    say(project, "Breathe.")
    assert build(project).returncode == 0
    began = time.monotonic()
    assert "Traceback" not in end(begin(project))
    took, now, after = time.monotonic() - began, site(project), 0
    for count in range(KILLS):
        say(project, f"Breathe {count} times.")
        process = begin(project)
        time.sleep(chance.uniform(0, took))
        process.send_signal(signal.SIGKILL)
        end(process)
        if (left := site(project)) != now:
            after += 1
            now = site(project) if build(project).returncode == 0 else {}
            assert left == now, "whole, as it would have been"
        if KILLS > 6 and count % 4 == 3:  # so that some are killed while they draw
            shutil.rmtree(project / ".cache/unslouch", ignore_errors=True)
    print(f"killed {KILLS} builds at random moments of {took:.1f} s: {KILLS - after} sites as before, {after} as after")
    assert "Traceback" not in end(begin(project))
    assert f"Breathe {KILLS - 1} times." in site(project)["exercises/donkey-kick/index.html"].decode()
    settled(project)


@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT"])
def test_who_is_stopped_leaves_the_site_as_it_was_and_nothing_beside(project, how):
    assert build(project).returncode == 0
    before = site(project)
    say(project, "Breathe.")
    process = begin(project)
    assert eventually(lambda: list((project / "site" / FOLDER).glob("new-*/files/*")))
    process.send_signal(getattr(signal, how))
    told = end(process)
    assert process.returncode == {"SIGTERM": 143, "SIGINT": 1}[how]
    assert "Traceback" not in told
    assert site(project) == before
    settled(project)


def test_serving_that_is_stopped_leaves_nothing(project):
    process = begin(project, "--dev-addr", "127.0.0.1:0", command="serve")
    assert eventually(lambda: list((project / "tmp").glob("mkdocs_*/index.html")))
    process.send_signal(signal.SIGTERM)
    assert "Traceback" not in end(process)
    assert [path.name for path in (project / "tmp").iterdir() if not path.name.startswith("_jinja2-cache")] == []


@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT"])
def test_serving_that_is_stopped_while_figures_are_drawn_leaves_nothing(project, how):
    figures = project / ".cache/unslouch/figures"
    figures.unlink()
    process = begin(project, "--dev-addr", "127.0.0.1:0", command="serve")
    assert eventually(lambda: figures.is_dir() and any(figures.iterdir()))
    process.send_signal(getattr(signal, how))
    assert "Traceback" not in end(process)
    assert [path.name for path in (project / "tmp").iterdir() if not path.name.startswith("_jinja2-cache")] == []


def test_a_full_disk_is_told_in_words_and_the_site_stays(project):
    assert build(project).returncode == 0
    before = site(project)
    say(project, "Breathe.")
    process = begin(project, run=without_room("mkdocs", "build"))
    told = end(process)
    assert process.returncode == 1
    assert "cannot be read or written: File too large. What was built before stays" in told
    assert "Traceback" not in told
    assert site(project) == before
    settled(project)


@pytest.mark.parametrize("place", ["/proc/site", "/dev/null", "mkdocs.yml", "mkdocs.yml/site"])
def test_a_site_that_cannot_be_written_is_told_in_words(project, place):
    result = build(project, "--site-dir", place)
    assert result.returncode == 1
    assert "cannot be read or written" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", [["export", "out"], ["bundle", "out"], ["bundle", "out/guide.zip"]])
def test_a_command_with_a_full_disk_leaves_what_it_wrote_before(project, command):
    run = [sys.executable, "-m", "unslouch", *command]
    done = subprocess.run(run, cwd=project, env=QUIET, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    before = site(project, "out")
    run = without_room("unslouch", *command)
    done = subprocess.run(run, cwd=project, env=QUIET, capture_output=True, text=True)
    assert done.returncode
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert site(project, "out") == before


def test_two_builds_at_once_and_one_that_serves_do_not_disturb_each_other(project):
    """Two of one configuration, one of another that shares what is kept, and somebody who writes."""
    (project / "left.yml").write_text(
        (project / "mkdocs.yml").read_text().replace("default_side: right", "default_side: left")
    )
    other = ("--config-file", "left.yml", "--site-dir", "left")
    server = Server(project)
    try:
        together = [begin(project), begin(project), begin(project, *other)]
        for process in together:
            told = end(process)
            assert process.returncode == 0, told
        assert server.shows("<h1")
    finally:
        server.process.terminate()
        server.process.wait(timeout=60)
    assert "Traceback" not in server.log.read_text()
    ours, theirs = site(project), site(project, "left")
    assert (build(project).returncode, build(project, *other).returncode) == (0, 0)
    assert (site(project), site(project, "left")) == (ours, theirs)
    assert ours != theirs
    settled(project)


def test_what_no_build_wrote_stays_in_the_site_and_is_named(project):
    assert build(project).returncode == 0
    theirs = project / "site/exercises/mine.html"
    theirs.write_text("mine")
    (project / "site/.git").write_text("gitdir: elsewhere")
    (project / "content/about.md").rename(project / "content/about-us.md")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("about.md", "about-us.md"))
    result = build(project)
    assert result.returncode == 0
    assert "What no build wrote stays there: exercises/mine.html\n" in result.stderr
    assert theirs.read_text() == "mine"
    assert (project / "site/.git").is_file()
    assert not (project / "site/about").exists()


def test_what_other_plugins_write_at_the_end_is_there_too(project):
    (project / "hooks.py").write_text(
        "from pathlib import Path\nfrom mkdocs.plugins import event_priority\n"
        "def on_config(config): config.extra['place'] = config.site_dir\n"
        "def on_post_build(config): Path(config.extra['place'], 'robots.txt').write_text('early')\n"
    )
    (project / "late.py").write_text(
        "from pathlib import Path\nfrom mkdocs.plugins import event_priority\n"
        "@event_priority(-2000)\n"
        "def on_post_build(config): Path(config.site_dir, 'late.txt').write_text('late')\n"
    )
    config = project / "mkdocs.yml"
    config.write_text(config.read_text() + "\nhooks: [hooks.py, late.py]\n")
    assert build(project).returncode == 0
    assert (project / "site/robots.txt").read_text() == "early"
    assert (project / "site/late.txt").read_text() == "late"


def test_a_dirty_build_begins_with_the_site_there_is(project):
    assert build(project).returncode == 0
    before = site(project)
    (project / "site/routines.json").write_text("{}")
    say(project, "Breathe.")
    assert build(project, "--dirty").returncode == 0
    changed = {path for path, data in site(project).items() if before.get(path) != data}
    assert "exercises/donkey-kick/index.html" in changed
    assert not changed & {"routines/desk-break/index.html", "areas/hips/index.html"}
    assert before.keys() == site(project).keys()


def test_what_is_deployed_is_the_new_site(project):
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    remote = project.parent / f"{project.name}.git"
    for line in (["init", "-q"], ["add", "mkdocs.yml"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *line], cwd=project, check=True)
    subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
    subprocess.run(["git", "remote", "add", "origin", remote], cwd=project, check=True)
    for key, value in (("user.name", "A"), ("user.email", "a@example.org")):
        subprocess.run(["git", "config", key, value], cwd=project, check=True)
    process = begin(project, "--force", command="gh-deploy")
    told = end(process)
    assert process.returncode == 0, told
    deployed = subprocess.run(
        ["git", "-C", remote, "ls-tree", "-r", "--name-only", "gh-pages"], capture_output=True, text=True, check=True
    ).stdout.split()
    assert set(site(project)) | {".nojekyll"} == {path for path in deployed if not path.startswith(FOLDER)}
