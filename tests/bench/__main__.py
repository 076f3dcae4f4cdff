"""Runs all measurements, or those that are named; prints a table and writes build/bench.json."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from tests.bench.builds import builds, edits, weights
from tests.bench.drawn import figures, sheets
from tests.bench.measuring import Bench
from tests.bench.sites import ROOT

MEASUREMENTS = {one.__name__: one for one in (builds, edits, weights, figures, sheets)}


def main(chosen: list[str]) -> None:
    """Run the chosen measurements, or all."""
    if unknown := [name for name in chosen if name not in MEASUREMENTS]:
        sys.exit(f"no measurement is called {', '.join(unknown)}; there are: {', '.join(MEASUREMENTS)}")
    written = {}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), quick=bool(os.environ.get("QUICK")))
        print(f"{'':<48}{'':>10}        × plain")
        for name in chosen or MEASUREMENTS:
            written[name] = []
            for row in MEASUREMENTS[name](bench):
                ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
                print(f"{row.what:<48}{row.value:>10.2f} {row.unit:<4}{ratio:>10}", flush=True)
                written[name].append(row._asdict())
    target = ROOT / "build/bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps({"quick": bench.quick, **written}, indent=1) + "\n", encoding="utf-8")
    print(f"written to {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
