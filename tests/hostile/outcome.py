"""What may come of a content folder: a right build, or problems at their places. All else is a fault."""

from __future__ import annotations

import os
import re
import resource
import signal
import stat
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.helpers import ENGLISH, OPTIONS, load_kept, stand_ins
from tests.hostile.corpus import Folder, bases
from unslouch.cards.fill import sheets
from unslouch.cards.fit import unmeasured
from unslouch.cards.html import Renderer
from unslouch.cards.own_sheet import files as own_sheet
from unslouch.content.known import Known
from unslouch.content.load import Reading
from unslouch.content.problems import Problem, advice, as_github_annotation, in_full
from unslouch.exchange import published
from unslouch.figure import draw
from unslouch.guide import build
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.pages import calendar
from unslouch.pages.render import Pages
from unslouch.player import build as player
from unslouch.tools.kept import Cache
from unslouch.tools.making import all_of

SECONDS = 5
"""What works longer than this hangs, and so does what waits ten times as long, for a machine has more to do."""
TOO_LONG = f"it took more than {SECONDS} s:"
MEGABYTES = 500
BUILT, PROBLEMS, FAULT = "built", "problems", "fault"
_NO_WORDS_OF_OURS = re.compile(r"Traceback|pydantic|Input should|Value error|Assertion failed|\bNoneType\b|<class ")
"""What a library says, and no author understands."""


class Hang(BaseException):
    """The time is up. No `except` of the code under test catches it."""


@dataclass(frozen=True)
class Outcome:
    """What came of a folder."""

    kind: str
    told: str = ""
    """What is wrong with it, for a fault."""


def outcome(folder: Folder, *, deep: bool = False, drawn: bool = False) -> Outcome:
    """Write the folder, build it, and look at what comes of it: ``deep`` with all that a site has beside its pages.

    ``drawn`` is whether poses are drawn; else pictures are stand-ins.
    """
    with tempfile.TemporaryDirectory(prefix="hostile-", ignore_cleanup_errors=True) as place:
        content = Path(place, "content")
        content.mkdir()
        try:
            folder.write(content)
            before = _state(content)
            _unchanged()  # once, and on nobody's clock
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            with _at_most(SECONDS), chdir(content.parent):
                kind, wrong = _of(content, deep=deep, drawn=drawn)
            if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak > MEGABYTES * 1024:
                wrong.append(f"it took more than {MEGABYTES} MB")
            if _state(content) != before:
                wrong.append("the source is not what it was")
        except Hang:
            return Outcome(FAULT, f"{TOO_LONG}\n{traceback.format_exc(limit=-6)}")
        except Exception:
            return Outcome(FAULT, traceback.format_exc(limit=-6))
        finally:
            _let_go(content)
    return Outcome(FAULT, "\n".join(wrong[:5])) if wrong else Outcome(kind)


def _of(content: Path, *, deep: bool, drawn: bool) -> tuple[str, list[str]]:
    """Whether the folder was built, and what is not as it has to be."""
    guide, reading = _built(content)
    wrong = [told for problem in _all(reading) for told in _of_problem(problem, content)]
    if bool(guide) == bool(reading.errors):
        wrong.append("there is a guide and errors" if guide else "there is neither a guide nor an error")
    if guide is None:
        return PROBLEMS, wrong
    made: dict[str, Any] = {**Pages(guide).render()}
    if deep:
        renderer = Renderer.of(guide)
        made |= published.files(guide.library, guide.options.about) | all_of(
            player.makes(guide) | calendar.makes(guide)
        )
        made |= own_sheet(guide, renderer)
        made |= {f"{one.folder}/card": renderer.card(one, unmeasured(one.row_count)) for one in sheets(guide)}
    if drawn:
        for exercise in guide.library.exercises.values():
            for pose in list(exercise.figure.poses)[:1] if exercise.figure else ():
                assert exercise.figure
                assert draw(exercise.figure, pose, "small").pixels
    return BUILT, wrong + [told for path, text in made.items() for told in _of_page(path, text)]


def _bytes(file: Path) -> bytes:
    """What is in a file; nothing where it cannot be read, as memory of a process, which looks like a file."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


@cache
def _unchanged() -> dict[tuple[str, bytes, str], Any]:
    """What the files say that mutants are made of, so that of each mutant only what was changed is read."""
    found: dict[tuple[str, bytes, str], Any] = {}
    for folder in bases().values():
        with tempfile.TemporaryDirectory(prefix="hostile-") as place:
            folder.write(Path(place, "content"))
            known = Known()
            load_kept(Path(place, "content"), shown_from=Path(place), known=known)
            found |= known.now
    return found


def _built(content: Path) -> tuple[Guide | None, Reading]:
    options, known = Options(**OPTIONS, cards="all"), Known(now=dict(_unchanged()))
    if not any(b"figure:" in _bytes(file) for file in content.glob("exercises/*.yml") if file.is_file()):
        return build.build(content, options, Cache(None), known=known)
    reading = load_kept(content, known=known)  # each pose is looked at once, not once for each who asks about it
    if reading.library is None:
        return None, reading
    return Guide(reading.library, ENGLISH, pictures=stand_ins(reading.library), options=options), reading


def _all(reading: Reading) -> list[Problem]:
    return [*reading.problems, *reading.notices, *reading.todo, *reading.held]


def _of_problem(problem: Problem, content: Path) -> Iterator[str]:
    shown = in_full(problem)
    if not problem.message or _NO_WORDS_OF_OURS.search(problem.message + problem.hint):
        yield f"this is no word for an author: {shown}"
    if not (shown + "".join(advice([problem]))).replace("\n", "").isprintable():
        yield f"a terminal would obey this: {shown!r}"
    if "\n" in as_github_annotation(problem) or len(shown) > 8000:
        yield f"this is more than an author reads: {shown[:999]!r}"
    if problem.line < 1 or problem.column < 1 or not problem.file.startswith("content"):
        yield f"this is no place: {shown}"
    file = os.path.join(content.parent, problem.file)
    if os.path.isfile(file):
        try:
            lines = re.split(r"\r\n|[\r\n]", Path(file).read_bytes().decode("utf-8-sig", "replace"))
        except OSError:
            lines = [""]
        if problem.line > len(lines) or problem.column > len(lines[problem.line - 1]) + 1:
            yield f"this place is not in the file: {shown}"
    elif (problem.line, problem.column) != (1, 1):
        yield f"this place is in no file: {shown}"


def _of_page(path: str, text: str | bytes) -> Iterator[str]:
    if not re.fullmatch(r"[\w./ -]+", path) or ".." in path.split("/") or len(os.fsencode(path)) > 1000:
        yield f"this is no path for a site: {path!r}"
    if not text:
        yield f"{path} is empty"
    if isinstance(text, str):
        text.encode()


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise Hang

    clocks = {signal.ITIMER_PROF: signal.SIGPROF, signal.ITIMER_REAL: signal.SIGALRM}
    before = {one: signal.signal(one, stop) for one in clocks.values()}
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, 10 * seconds)
    try:
        yield
    finally:
        for clock, one in clocks.items():
            signal.setitimer(clock, 0)
            signal.signal(one, before[one])


def _state(content: Path) -> dict[bytes, tuple[object, ...]]:
    """All that is below a folder, and what it holds."""
    found: dict[bytes, tuple[object, ...]] = {}
    for folder, folders, files in os.walk(os.fsencode(content)):
        for name in (*folders, *files):
            path = os.path.join(folder, name)
            about = os.lstat(path)
            held = b""
            if stat.S_ISREG(about.st_mode) and os.access(path, os.R_OK):
                with open(path, "rb") as stream:
                    held = stream.read()
            elif stat.S_ISLNK(about.st_mode):
                held = os.readlink(path)
            found[path] = (stat.S_IFMT(about.st_mode), about.st_mode, held)
    return found


def _let_go(content: Path) -> None:
    """Take back permissions that were taken away, so that the folder can be deleted."""
    for folder, folders, _ in os.walk(os.fsencode(content)):
        for name in folders:
            with_it = os.path.join(folder, name)
            if not os.path.islink(with_it):
                os.chmod(with_it, 0o755)
