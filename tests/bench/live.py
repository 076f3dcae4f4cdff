"""What ``mkdocs serve`` does when a word is saved, in a process of its own, without its HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

TIMES = 3


class Edit(NamedTuple):
    """Seconds of the processor for one edit, and how many pages were converted."""

    seconds: float
    converted: int


def edit(project: Path, suffix: str) -> Edit:
    """The median of several edits of the first exercise of a project."""
    command = [sys.executable, __file__, str(project), suffix]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        sys.exit(done.stderr)
    return Edit(*json.loads(done.stdout.splitlines()[-1]))


def _serve(project: Path, suffix: str) -> tuple[float, int]:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    address = "http://127.0.0.1:8000/"
    page = next(path for path in sorted((project / "content/exercises").glob(f"*.{suffix}")) if path.stem != "index")
    was = page.read_text("utf-8")
    taken = []
    with tempfile.TemporaryDirectory() as site:
        for number in range(TIMES + 1):
            start = time.process_time()
            config = load_config(str(project / "mkdocs.yml"), site_dir=site)
            if not number:
                config.plugins.on_startup(command="serve", dirty=False)
            config.site_url = address
            build(config, serve_url=address)
            taken.append(time.process_time() - start)
            page.write_text(was.replace(". ", f". Word{number} ", 1), "utf-8")
        page.write_text(was, "utf-8")
        ours = config.plugins.get("unslouch")
        return median(taken[1:]), ours._again.converted if ours else len(list(Path(site).rglob("index.html")))


if __name__ == "__main__":
    print(json.dumps(_serve(Path(sys.argv[1]), sys.argv[2])))
