"""The wheel and the sdist, as somebody gets them who installs Unslouch: built, put into an empty environment, and used.

Nothing is fetched: the environment holds what the wheel itself says that it needs, and no more, as links to what is
installed here.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

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


def needed(wheel: Path, extra: str) -> set[str]:
    """The names of all that a wheel asks for, and of what those do, on this machine."""
    with zipfile.ZipFile(wheel) as archive:
        (file,) = [name for name in archive.namelist() if name.endswith("dist-info/METADATA")]
        asked = metadata.PathDistribution(zipfile.Path(archive, file.removesuffix("METADATA"))).requires or []
    found: set[str] = set()
    open_ones = [(Requirement(each), extra) for each in asked]
    seen = set()
    while open_ones:
        one, under = open_ones.pop()
        if (one.marker and not one.marker.evaluate({"extra": under})) or (str(one), under) in seen:
            continue
        seen.add((str(one), under))
        assert one.specifier.contains(metadata.version(one.name), prereleases=True), one
        found.add(one.name)
        more = metadata.requires(one.name) or []
        open_ones += [(Requirement(each), wanted) for each in more for wanted in ("", *one.extras)]
    return found


def installed(wheel: Path, folder: Path, extra: str) -> Path:
    """The folder of commands of an environment that holds a wheel and what it asks for."""
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    (commands,) = [path for path in (folder / "bin", folder / "Scripts") if path.is_dir()]
    (packages,) = [path for path in folder.rglob("site-packages") if path.is_dir()]
    for name in needed(wheel, extra):
        distribution = metadata.distribution(name)
        for top in {Path(str(file)).parts[0] for file in distribution.files or ()} - {"..", "__pycache__"}:
            if not (packages / top).exists():
                (packages / top).symlink_to(Path(str(distribution.locate_file(top))))
    pip = (sys.executable, "-m", "pip", "--python", commands / "python")
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", "--no-compile", wheel, at=folder)
    return commands


@pytest.mark.parametrize("extra", ["", "pdf"])
def test_a_site_is_begun_and_built_in_an_empty_environment(wheel, tmp_path, extra):
    commands = installed(wheel, tmp_path / "environment", extra)
    site = tmp_path / "site of mine"
    site.mkdir()
    share_cache(site)
    python = commands / "python"
    where = run(python, "-c", "import unslouch; print(unslouch.__file__)", at=site).stdout
    assert str(tmp_path) in where, "it is the wheel that is tried, not the sources"
    run(commands / "unslouch", "init", at=site)
    checked = run(commands / "unslouch", "check", "--strict", at=site)
    assert checked.stdout == "1 exercise and 1 routine: no problems\n"
    told = run(commands / "unslouch", "doctor", at=site).stdout
    assert ("sheets as PDF can be set" in told) == bool(extra)
    assert ('pip install "unslouch[pdf]"' in told) == (not extra)
    built = run(python, "-m", "mkdocs", "build", "--strict", "--quiet", at=site, NO_MKDOCS_2_WARNING="1")
    assert (built.stdout + built.stderr).strip() == ""
    made = site / "site"
    assert "Sit-to-stand" in (made / "exercises/sit-to-stand/index.html").read_text(encoding="utf-8")
    assert list(made.rglob("*.woff2"))
    assert bool(list(made.rglob("*.pdf"))) == bool(extra)
