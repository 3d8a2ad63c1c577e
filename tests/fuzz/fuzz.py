"""The standing fuzz: inputs of every kind, in as many processes as there are cores, until the time or the number is up.

    python tests/fuzz/fuzz.py --minutes 2                     # what CI runs
    python tests/fuzz/fuzz.py --minutes 60 --log fuzz.log     # make fuzz; the log adds up over runs
    python tests/fuzz/fuzz.py --kind json --seed 7            # one kind, from a seed of one's own

A failure or a hang (10 seconds of CPU time for one input) is written out with its input and ends the run with status 1.
It then becomes a case in found.toml, which the suite runs.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from kinds import KINDS

PATIENCE = 10  # seconds of CPU time for one input
BATCH = 500
GRACE = 300  # seconds for the last batches; a process that needs longer hangs where no alarm reaches it
RARE = 20_000  # one damaged Word file in so many inputs: it costs as much as a thousand others


class Hang(Exception):  # noqa: N818
    """One input took too long."""


def _alarm(_signal: int, _frame: object) -> None:
    raise Hang(f"more than {PATIENCE} seconds of CPU time")


def worker(seed: int, only: str | None, until: float, results: Any) -> None:
    """Draw inputs and hold them to what must hold; report counts by kind, and what failed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGVTALRM, _alarm)
    chance = random.Random(seed)
    names = [only] if only else list(KINDS)
    weights = [1] if only else [kind.weight for kind in KINDS.values()]
    counts: Counter[str] = Counter()
    done = 0
    while time.monotonic() < until:
        for name in chance.choices(names, weights, k=BATCH):
            done += 1
            _one(name if only or done % RARE else "word", chance, counts, results)
        results.put(("counts", dict(counts)))
        counts.clear()


def _one(name: str, chance: random.Random, counts: Counter[str], results: Any) -> None:
    kind = KINDS[name]
    given = kind.make(chance)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        kind.holds(given)
    except Exception:  # whatever it is, it is what was looked for
        results.put(("failed", (name, repr(given), traceback.format_exc(limit=-4))))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    counts[name] += 1


def run(options: argparse.Namespace) -> int:
    """Start the workers, add up what they report, and say what failed."""
    until = time.monotonic() + options.minutes * 60
    results: Any = multiprocessing.Queue()
    jobs = options.jobs or os.cpu_count() or 1
    workers = [
        multiprocessing.Process(target=worker, args=(options.seed + n, options.kind, until, results))
        for n in range(jobs)
    ]
    for one in workers:
        one.start()
    counts: Counter[str] = Counter()
    failures: dict[str, tuple[str, str, str]] = {}
    begin = told = time.monotonic()
    try:
        while any(one.is_alive() for one in workers) or not results.empty():
            try:
                what, value = results.get(timeout=1)
            except Exception:  # nothing came: ask again who is alive
                if time.monotonic() > until + GRACE:
                    hung = "a process hangs where no alarm reaches it"
                    _keep(("any", f"seeds from {options.seed}", hung), failures)
                    break
                continue
            if what == "counts":
                counts.update(value)
            else:
                _keep(value, failures)
            if time.monotonic() - told > 60:
                told = time.monotonic()
                _tell(counts, failures, told - begin)
            if counts.total() >= options.inputs or len(failures) >= options.failures:
                break
    except KeyboardInterrupt:
        pass
    for one in workers:
        one.terminate()
        one.join()
    _tell(counts, failures, time.monotonic() - begin)
    if options.log:
        _log(options, counts, len(failures), time.monotonic() - begin, jobs)
    return 1 if failures else 0


def _keep(failed: tuple[str, str, str], failures: dict[str, tuple[str, str, str]]) -> None:
    """Write out a failure, the first of each kind and message."""
    name, given, trace = failed
    known = f"{name} {trace.strip().splitlines()[-1]}"
    if known not in failures:
        failures[known] = failed
        print(f"\n{name}: {given[:2000]}\n{trace}", flush=True)


def _tell(counts: Counter[str], failures: dict[str, Any], seconds: float) -> None:
    kinds = ", ".join(f"{name} {n:,}" for name, n in counts.most_common())
    rate = counts.total() / max(seconds, 1)
    print(
        f"{counts.total():,} inputs in {seconds:.0f} s ({rate:,.0f}/s), {len(failures)} failures: {kinds}", flush=True
    )


def _log(options: argparse.Namespace, counts: Counter[str], failures: int, seconds: float, jobs: int) -> None:
    """One line a run; the last words are the sum of all lines."""
    path = Path(options.log)
    before = [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []
    total = counts.total() + sum(line["inputs"] for line in before)
    row = {
        "seed": options.seed, "processes": jobs, "seconds": round(seconds), "failures": failures,
        "inputs": counts.total(), "kinds": dict(sorted(counts.items())), "inputs_of_all_runs": total,
    }  # fmt: skip
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    print(f"{total:,} inputs in all runs of {path}")


def main() -> int:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description="Fuzz figcheck.")
    parser.add_argument("--minutes", type=float, default=2)
    parser.add_argument("--inputs", type=int, default=10**12)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--failures", type=int, default=20, help="Different failures after which to stop.")
    parser.add_argument("--log")
    return run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
