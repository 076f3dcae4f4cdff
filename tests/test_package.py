"""The wheel and the sdist, as somebody gets them who installs Unslouch: built, put into an empty environment by pip, and used."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tarfile
import time
import zipfile
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.helpers import PACKAGE, ROOT, share_cache

pytestmark = [pytest.mark.build, pytest.mark.whole]
WHEEL, SDIST = "*.whl", "*.tar.gz"


def run(*command: str | Path, at: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PIP_", "COV"))}
    done = subprocess.run(
        list(map(str, command)), cwd=at, env=environment | more, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


def hatchling(kind: str, source: Path, target: Path) -> Path:
    run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", target, at=source)
    (made,) = target.glob(WHEEL if kind == "wheel" else SDIST)
    return made


@pytest.fixture(scope="module")
def sdist(tmp_path_factory) -> Path:
    return hatchling("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist, tmp_path_factory) -> Path:
    """Made of the sdist, as pip makes one."""
    folder = tmp_path_factory.mktemp("wheel")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (source,) = folder.iterdir()
    return hatchling("wheel", source, folder / "dist")


def test_the_wheel_holds_all_that_the_package_does(wheel):
    here = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
        (licence,) = [name for name in held if name.endswith("dist-info/licenses/LICENSE")]
        assert archive.read(licence) == (ROOT / "LICENSE").read_bytes()
        assert b"SIL OPEN FONT LICENSE" in archive.read("unslouch/cards/assets/fonts/LICENSE").upper()
    assert here - held == set()
    assert {name for name in held if not name.startswith("unslouch/")} == {
        name for name in held if ".dist-info/" in name
    }


def test_the_sdist_holds_what_it_is_made_of_and_no_more(sdist):
    with tarfile.open(sdist) as archive:
        held = {name.split("/", 1)[1] for name in archive.getnames()}
    assert {"README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml", "schema/exercise.schema.json"} <= held
    assert not [name for name in held if name.startswith(("content/", "tests/", ".venv/", ".cache/", "node_modules/"))]


# the tutorial

BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
SERVE, DONE = "mkdocs serve", "-- done --"


class Terminal:
    """A shell in which one line is typed after the other, as a reader of the tutorial does."""

    def __init__(self, folder: Path, **more: str) -> None:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COV", "VIRTUAL_ENV"))}
        piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        self.shell = subprocess.Popen(["bash"], cwd=folder, env=kept | more, text=True, encoding="utf-8", **piped)
        self.folder = folder

    def type(self, lines: str) -> tuple[int, str]:
        """How the lines end, and what is seen."""
        typed = " && ".join(lines.strip().splitlines())
        self.shell.stdin.write(f'{typed}\necho "{DONE} $? $PWD"\n')
        self.shell.stdin.flush()
        seen = []
        for line in self.shell.stdout:
            if line.startswith(DONE):
                status, folder = line.removeprefix(DONE).split(maxsplit=1)
                self.folder = Path(folder.strip())
                return int(status), "".join(seen)
            seen.append(line)
        raise AssertionError("".join(seen))

    def close(self) -> None:
        self.type("kill $(jobs -p)")
        self.shell.communicate("exit\n", timeout=30)


@pytest.fixture
def terminal(wheel, tmp_path):
    """One where pip knows the wheel too."""
    found = f"{wheel.parent} {os.environ.get('PIP_FIND_LINKS', '')}"
    opened = Terminal(tmp_path, PIP_FIND_LINKS=found, PIP_NO_COMPILE="1", NO_MKDOCS_2_WARNING="1", LC_ALL="C.UTF-8")
    yield opened
    opened.close()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def shown(address: str, wanted: str) -> str:
    """A page of the site that is served, once it says what is ``wanted``."""
    end = time.monotonic() + 90
    text = ""
    while wanted not in text:
        assert time.monotonic() < end, f"{address} never says {wanted}"
        time.sleep(0.3)
        with suppress(OSError), urlopen(address, timeout=10) as answer:
            text = answer.read().decode()
    return text


def save(file: Path, line: str, text: str) -> None:
    """What an author does with a block of YAML: a file of its own, or one line of a file."""
    if line:
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        lines[int(line) - 1] = text
        text = "".join(lines)
    file.write_text(text, encoding="utf-8")


@pytest.mark.pdf
def test_the_tutorial_leads_word_for_word_to_a_site(terminal):
    """Without the extra ``pdf`` to a site that is served, with it to one that is built, on what the wheel brings."""
    address = f"127.0.0.1:{free_port()}"
    blocks = BLOCK.findall((ROOT / "docs/tutorial.md").read_text(encoding="utf-8"))
    assert [language for language, _, _ in blocks].count("sh") > 5
    for (language, title, text), (after, _, expected) in zip(blocks, [*blocks[1:], ("", "", "")], strict=True):
        if language == "yaml":
            path, _, line = title.partition(", line ")
            save(terminal.folder / path, line, text)
        elif language == "sh" and text.strip() == SERVE:
            share_cache(terminal.folder)
            terminal.type(f"{SERVE} --dev-addr {address} > served.log 2>&1 &")
            assert "From the chair" in shown(f"http://{address}/", "From the chair")
        elif language == "sh":
            if "[pdf]" in text:
                served = shown(f"http://{address}/routines/from-the-chair/", "Hip marching")
                assert ".pdf" not in served
            status, seen = terminal.type(text)
            assert ("sheets as PDF can be set" in seen) == ("unslouch doctor" in text)
            if after == "text":
                assert expected.strip() in seen
            else:
                assert status == 0, seen
    assert str(terminal.folder) in terminal.type("python -c 'import unslouch; print(unslouch.__file__)'")[1]
    site = terminal.folder / "site"
    page = (site / "exercises/hip-marching/index.html").read_text(encoding="utf-8")
    assert "Lift your" in page
    assert "<svg" in page
    assert "Hill practice" in (site / "index.html").read_text(encoding="utf-8")
    assert "hip-marching" in (site / "routines/from-the-chair/index.html").read_text(encoding="utf-8")
    assert {"hip-marching-a4.pdf", "from-the-chair-a4.pdf"} <= {file.name for file in site.rglob("*.pdf")}
