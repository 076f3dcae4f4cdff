"""The walls of the house: docs/architecture.md says what is held here."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import unslouch
from tests.helpers import parsed

PACKAGE = Path(unslouch.__file__).parent
WINGS = ("tools", "fields", "figure", "content", "exchange", "guide", "pages", "cards", "player", "offline", "faces")
"""From the ground up: each knows only those before it."""
BESIDE = {("cards", "pages"), ("player", "pages")}
"""They stand on the guide, and none needs another; what is played is a sheet."""
LONGEST = 300
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted(path for path in PACKAGE.rglob("*.js") if path.parent.name != "vendor")


def wing(module: str) -> str:
    """``unslouch.cards.fit`` → cards; the command and the plugin are faces."""
    name = module.split(".")[1] if "." in module else "faces"
    return name if name in WINGS else "faces"


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


NAMES = {name_of(path) for path in MODULES}


@cache
def imports(path: Path) -> set[str]:
    """The modules of ours that one imports, wherever in it."""
    found = set()
    for node in ast.walk(parsed(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "unslouch":
            for alias in node.names:
                below = f"{node.module}.{alias.name}"
                found.add(below if below in NAMES else node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.split(".")[0] == "unslouch"}
    return found


def test_no_import_runs_up() -> None:
    assert len(MODULES) > 100
    for path in MODULES:
        here = wing(name_of(path))
        for module in imports(path) - {"unslouch"}:
            there = wing(module)
            assert WINGS.index(there) <= WINGS.index(here), f"{name_of(path)} imports {module}"
            assert (here, there) not in BESIDE, f"{name_of(path)} imports {module}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {name_of(path): imports(path) & NAMES - {name_of(path)} for path in MODULES if path.name != "__init__.py"}
    done: set[str] = set()

    def walk(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " → ".join([*way, module])
        if module not in done:
            for other in graph.get(module, ()):
                walk(other, (*way, module))
            done.add(module)

    for module in graph:
        walk(module, ())


def test_no_module_is_longer_than_one_job_needs() -> None:
    lines = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES + SCRIPTS}
    assert len(lines) > 200
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}
