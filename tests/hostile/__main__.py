"""``python -m tests.hostile --cases 100000 --seed 7``: look at so many mutants, on all cores, and say what came of them.

Names of mutants in place of ``--cases`` look at these alone. What breaks goes into ``kept.txt``, which tests replay.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor

from tests.hostile.cases import KEPT, look_at, names, tally
from tests.hostile.cases import kept as kept_names
from tests.hostile.outcome import FAULT, Outcome


def main() -> int:
    """The command."""
    asked = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    asked.add_argument("names", nargs="*", help="names of mutants, such as pigeon-pose/norway/17")
    asked.add_argument("--cases", type=int, default=5000, help="how many of them")
    asked.add_argument("--seed", type=int, default=1, help="another number gives others")
    asked.add_argument("--start", type=int, default=0, help="where among those of the seed to begin")
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    asked.add_argument("--keep", action="store_true", help="write what breaks into kept.txt")
    told = asked.parse_args()
    wanted = told.names or list(names(told.seed, told.cases, told.start))
    found: dict[str, Outcome] = {}
    with ProcessPoolExecutor(told.jobs, mp_context=multiprocessing.get_context("forkserver")) as pool:
        try:
            for name, what in zip(wanted, pool.map(look_at, wanted, chunksize=20), strict=True):
                found[name] = what
                if what.kind == FAULT:
                    print(f"{name}\n{what.told}\n", flush=True)
        except KeyboardInterrupt:  # who stops it early is told of what there is
            pool.shutdown(cancel_futures=True)
    print(tally(found))
    broken = [name for name, what in found.items() if what.kind == FAULT]
    if told.keep and (new := [name for name in broken if name not in kept_names()]):
        with KEPT.open("a", encoding="utf-8") as stream:
            stream.writelines(f"{name}\n" for name in new)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
