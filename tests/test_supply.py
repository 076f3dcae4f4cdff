"""Where all that we rest on comes from: each part has a reason, a lock, a licence, and somebody who looks whether it is safe."""

from __future__ import annotations

import http.server
import json
import re
import subprocess
import sys
import threading
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml
from fontTools.ttLib import TTFont
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import audit
from tests.helpers import PACKAGE, ROOT

PAGE = (ROOT / "docs/dependencies.md").read_text("utf-8")
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ROW = re.compile(r"^\| (.+?) \| (.*?) \| (.*?) \|(?: (.*?) \|)?$", re.MULTILINE)


def rows() -> list[tuple[str, ...]]:
    return [row for row in ROW.findall(PAGE) if row[0] not in ("package", "files") and set(row[0]) != {"-"}]


# dependencies


def declared() -> set[str]:
    """The names of all that pyproject.toml and package.json ask for."""
    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = data["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values(), *data["dependency-groups"].values()]
    python = {canonicalize_name(Requirement(line).name) for lines in lists for line in lines}
    return python | set(json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"])


def test_every_dependency_has_a_reason_and_a_licence():
    told: dict[str, tuple[str, ...]] = {}
    for row in rows():
        if not row[0].startswith("`"):
            told |= {name if name.startswith("@") else canonicalize_name(name): row for name in row[0].split(", ")}
    assert set(told) == declared()
    assert [name for name, row in told.items() if not all(cell.strip() for cell in row)] == []


@pytest.mark.parametrize("lock", audit.LOCKS)
def test_every_locked_version_has_hashes(lock):
    text = (ROOT / lock).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 10
    assert [entry.split()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_every_dependency_is_locked():
    assert declared() <= {
        canonicalize_name(one.name) if one.ecosystem == "PyPI" else one.name for one in audit.locked(ROOT)
    }
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert [place for place, entry in packages.items() if place and "integrity" not in entry] == []


# the audit

PACKAGES = [
    audit.Package("PyPI", "click", "8.0"),
    audit.Package("npm", "axe-core", "4.0"),
    audit.Package("PyPI", "a", "1"),
]


@pytest.fixture
def index():
    """A service like OSV's that says what it is told to say: ``say(status, body)``, and its address."""
    said: list[tuple[int, bytes]] = []
    asked: list[dict] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            status, body = said[-1]
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield lambda status, body: said.append((status, body)), f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()


def test_all_are_asked_about_and_what_is_known_is_told(index, monkeypatch):
    say, address, asked = index
    say(200, b'{"results": [{}, {"vulns": [{"id": "GHSA-1"}, {"id": "CVE-2"}]}, {}]}')
    assert list(audit.told(audit.unsafe(PACKAGES, address))) == ["axe-core 4.0 (npm): GHSA-1, CVE-2"]
    assert [query["package"]["name"] for query in asked[0]["queries"]] == ["click", "axe-core", "a"]
    say(200, b'{"results": [{}]}')
    monkeypatch.setattr(audit, "AT_ONCE", 1)
    assert audit.unsafe(PACKAGES, address) == {}
    assert len(asked) == 4


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b""),
        (200, b"{}"),
        (200, b"[]"),
        (200, b'{"results": []}'),
        (200, b'{"results": [{}, {}]}'),
        (200, b'{"results": [{}, {}, null]}'),
        (200, b'{"results": {"a": 1, "b": 2, "c": 3}}'),
        (200, b"<html>not found</html>"),
        (404, b"{}"),
        (500, b'{"results": [{}, {}, {}]}'),
    ],
)
def test_what_gives_no_answer_about_each_is_no_audit(index, status, body):
    say, address, _ = index
    say(status, body)
    with pytest.raises(audit.Unknown):
        audit.unsafe(PACKAGES, address)


@pytest.mark.long
def test_the_command_fails_where_nobody_answers_and_says_how_many_it_asked_about(index):
    say, address, asked = index
    run = [sys.executable, "-m", "tests.audit"]

    def audited(at: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": "/usr/bin", "OSV_ADDRESS": at, "no_proxy": "*"}
        return subprocess.run(run, cwd=ROOT, env=environment, capture_output=True, text=True)

    done = audited("http://127.0.0.1:9/")
    assert (done.returncode, done.stderr.startswith("NOT audited: ")) == (2, True)
    count = len(audit.locked(ROOT))
    say(200, json.dumps({"results": [{}] * count}).encode())
    done = audited(address)
    assert (done.returncode, done.stdout) == (0, f"audited {count} of {count} packages: 0 known to be unsafe\n")
    assert len(asked[-1]["queries"]) == count > 100
    say(200, json.dumps({"results": [{"vulns": [{"id": "X-1"}]}] + [{}] * (count - 1)}).encode())
    assert audited(address).returncode == 1


# what runs for the project


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_and_may_do_little(file):
    text = file.read_text("utf-8")
    uses = re.findall(r"uses: (.+)", text)
    assert [line for line in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
    assert len(re.findall(r"persist-credentials: false", text)) == len([one for one in uses if "checkout@" in one])


def test_no_branch_of_ours_is_tested_twice():
    for file in WORKFLOWS:
        events = yaml.safe_load(file.read_text("utf-8"))[True]  # `on` is a truth value in YAML
        if isinstance(events, dict) and "pull_request" in events and "push" in events:
            assert events["push"] == {"branches": ["main"]}, file.name


def test_somebody_is_told_of_what_is_unsafe_and_of_what_is_new():
    assert "Report a vulnerability" in (ROOT / "SECURITY.md").read_text("utf-8")
    assert re.search(r"^\* +@", (ROOT / ".github/CODEOWNERS").read_text("utf-8"), re.MULTILINE)
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert {one["package-ecosystem"] for one in updates} == {"github-actions", "pip", "npm"}
    steps = "".join(file.read_text("utf-8") for file in WORKFLOWS)
    assert "make audit" in steps
    assert "make release" in steps
    assert "pip install --upgrade -e" in steps  # what is allowed and not locked yet is tried too
    assert "cyclonedx-py requirements" in (ROOT / "Makefile").read_text("utf-8")


# licences


def terms(path: str) -> tuple[str, ...] | None:
    """The line of the page that a file falls under."""
    for files, owner, licence, _ in ROW.findall(PAGE):
        patterns = re.findall(r"`([^`]+)`", files)
        if files.startswith("`") and any(fnmatch(path, one) for one in patterns):
            return owner, licence
    return None


def shipped() -> list[str]:
    """What is in the wheel, and what a guide takes from this repository."""
    folders = (PACKAGE, ROOT / "overrides", ROOT / "schema", ROOT / "content")
    return [
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    ]


@pytest.mark.long
def test_every_file_that_ships_has_a_licence():
    assert [path for path in shipped() if terms(path) is None] == []


@pytest.mark.long
def test_what_is_of_others_is_under_their_terms():
    """Fonts, what is vendored, and every file that names another owner; a picture or a font of unknown make has no place."""
    ours = "the Unslouch authors"
    for path in shipped():
        file = ROOT / path
        owner = terms(path)[0]
        if file.suffix in (".woff2", ".woff", ".ttf", ".otf", ".png", ".jpg", ".gif", ".wasm", ".min.js"):
            assert not owner.startswith(ours), f"{path} wants a line of its own in docs/dependencies.md"
        elif file.suffix in (".js", ".css", ".html", ".svg", ".j2"):
            head = file.read_text("utf-8")[:3000]
            if re.search(r"copyright (\(c\)|©|\d)|© \d|SPDX-|@license", head, re.IGNORECASE):
                assert owner != ours, f"{path} names an owner"


@pytest.mark.parametrize("folder", [PACKAGE / "cards/assets/fonts", ROOT / "overrides/assets/fonts"])
def test_the_fonts_licence_names_their_owner(folder: Path):
    text = (folder / "LICENSE").read_text("utf-8")
    fonts = sorted(folder.glob("*.woff2"))
    assert fonts
    for font in fonts:
        owner = TTFont(font)["name"].getDebugName(0)
        assert text.startswith(owner), f"{font.name} is of {owner}"
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
