# SPDX-License-Identifier: MIT
"""Feeds the readers of fuzz_inputs with inputs that are grown by the code they reach.

    python3.12 -m venv .venv-fuzz
    .venv-fuzz/bin/pip install -r requirements.lock atheris
    .venv-fuzz/bin/python bench/fuzz_guided.py --minutes 5 query notes

The same targets, seeds and findings as bench/fuzz_inputs.py, driven by atheris: an input
that reaches new code is kept and damaged further. What is kept lies in build/fuzz, where
the next run goes on. Of each target are told the inputs, the seconds of computing, and the
places in the code (edges) and counts of them (features) that were reached at the start,
after each quarter and at the end. Each runs in a process of its own; one that ends is a
finding, and another goes on.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from fuzz_inputs import Count

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build" / "fuzz"
ENDED = 5  # processes of one target that may end before it is left alone
MEMORY_MB = 1_500  # of a process, with what atheris and its inputs take
HELD_KB = 300_000  # more than this by one input is a finding
# What is written in Python between the bytes and the reader, besides our own. The mails' own
# package is much of what reads eml and mhtml; the trees of HTML are grown in C.
GUIDES = ("diptych", "email", "jinja2", "justext", "markdown_it", "trafilatura", "yaml")
STATUS = re.compile(r"#\d+\t.*\bcov: (?P<edges>\d+) ft: (?P<features>\d+)")
QUARTER, ENDING = "fuzz: a quarter is over", "fuzz: ended "


@dataclass
class Reach:
    """What one target's inputs reached, as its processes tell it in lines."""

    tried: int = 0
    seconds: float = 0.0
    findings: int = 0
    has_ended: bool = False
    edges: list[tuple[int, int]] = field(default_factory=list)  # and features
    now: tuple[int, int] = (0, 0)
    last: deque[str] = field(default_factory=lambda: deque(maxlen=20))

    def reads(self, line: str) -> bool:
        """Take in a line; return whether it is one for people."""
        self.last.append(line)
        if status := STATUS.match(line):
            self.now = (int(status["edges"]), int(status["features"]))
            if "INITED" in line and not self.edges:
                self.edges.append(self.now)
        elif line.startswith(QUARTER):
            self.edges.append(self.now)
        elif line.startswith(ENDING):
            told = json.loads(line.removeprefix(ENDING))
            self.tried += told["tried"]
            self.seconds += told["seconds"]
            self.findings += told["findings"]
            self.has_ended = True
        return line.startswith(("FOUND", "Traceback", "  ", "fuzz: seed")) or bool(
            re.match(r"\w*(Error|Exception)\b", line)
        )

    def __str__(self) -> str:
        reached = " ".join(f"{edges}/{features}" for edges, features in (*self.edges, self.now))
        return (
            f"{self.tried} inputs, {self.seconds:.0f} s of computing, edges/features {reached}, "
            f"{self.findings} findings"
        )


def fuzz(name: str, seconds: float, seed: int) -> Reach:
    """Run one target for so many seconds of computing, in as many processes as it takes."""
    reach = Reach()
    for number in range(ENDED):
        reach.has_ended = False
        left = seconds - reach.seconds
        command = [sys.executable, __file__, "--within", name, str(left), str(seed + number)]
        surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        with subprocess.Popen(
            command, stderr=subprocess.STDOUT, stdout=subprocess.PIPE, env=surroundings
        ) as process:
            assert process.stdout is not None
            _follow(process.stdout, reach)
        if reach.has_ended:
            break
        reach.findings += 1
        print(f"FOUND the process of {name} ended with {process.returncode}:")
        print(*reach.last, sep="\n", flush=True)
    return reach


def _follow(lines: IO[bytes], reach: Reach) -> None:
    for line in lines:
        text = line.decode("utf-8", "replace").rstrip("\n")
        if reach.reads(text):
            print(text, flush=True)


def within(name: str, seconds: float, seed: int) -> None:
    """Fuzz in this process, and end it."""
    import atheris

    with atheris.instrument_imports(include=GUIDES):
        import fuzz_inputs

        print(f"fuzz: seed {seed}, findings in {fuzz_inputs.FOLDER}", flush=True)
        folder = _kept(name, fuzz_inputs.SEEDS[name])
        _warm(fuzz_inputs.TARGETS[name], fuzz_inputs.SEEDS[name])
        round_ = Round(name, seconds, replayed=len(list(folder.iterdir())) + 1)
        signal.signal(signal.SIGTERM, round_.stop)
        signal.signal(signal.SIGINT, round_.stop)
        signal.signal(signal.SIGPROF, fuzz_inputs._stop)
        options = [
            f"-seed={seed}",
            f"-max_len={fuzz_inputs.LARGEST}",
            f"-rss_limit_mb={MEMORY_MB}",
            f"-artifact_prefix={fuzz_inputs.FOLDER}/",
            f"-dict={_dictionary(fuzz_inputs.FOLDER / 'words', fuzz_inputs.WORDS)}",
            "-timeout=86400",  # by the clock; computing is measured, by _try
            "-handle_int=0",
            "-handle_term=0",
            "-reload=0",
            f"-len_control={0 if _is_packed(name) else 100}",
            str(folder),
        ]
        # atheris puts another Mutate in its place at the Setup.
        atheris.Setup(
            [__file__, *options],
            round_.tries,
            custom_mutator=mutator(name, lambda data, most: atheris.Mutate(data, most)),  # noqa: PLW0108
        )
        atheris.Fuzz()


def _kept(name: str, seeds: Sequence[bytes]) -> Path:
    """Return the folder of what a target keeps, with its seeds in it."""
    folder = KEPT / name
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number}").write_bytes(seed)
    return folder


def _is_packed(name: str) -> bool:
    """Tell whether a target's inputs are archives, which are nothing when cut to a length."""
    from fuzz_inputs import SEEDS

    return any(seed.startswith(b"PK") for seed in SEEDS[name])


def _warm(target: Callable[[bytes], object], seeds: Sequence[bytes]) -> None:
    """Let modules that load at their first use do so before places are counted."""
    from diptych.errors import DiptychError

    for seed in seeds:
        with suppress(DiptychError):
            target(seed)


def _dictionary(path: Path, words: Sequence[bytes]) -> Path:
    quoted = ("".join(f"\\x{byte:02x}" for byte in word) for word in words if word)
    path.write_text("".join(f'"{word}"\n' for word in quoted))
    return path


def mutator(name: str, mutate: Callable[[bytes, int], bytes]) -> Callable[[bytes, int, int], bytes]:
    """Return what changes an input: our own damage, or libFuzzer's, within archives too."""
    from fuzz_inputs import LARGEST, SEEDS, Fuzz

    class Guided(Fuzz):
        """Damages by libFuzzer's rules half of the time, also what lies in an archive."""

        def _damaged(self, seed: bytes, others: Sequence[bytes]) -> bytes:
            if self.chance.random() < 0.5:
                return mutate(seed, LARGEST)
            return super()._damaged(seed, others)

    def changed(data: bytes, largest: int, seed: int) -> bytes:
        return Guided(random.Random(seed)).changed(bytes(data), SEEDS[name])[:largest]

    return changed


class Round:
    """Tries inputs on a target and counts them, until its seconds are over."""

    def __init__(self, name: str, seconds: float, *, replayed: int) -> None:
        import fuzz_inputs

        self._name = name
        self._seconds = seconds
        self._replayed = replayed  # inputs of earlier runs, which are not counted
        self._count: Count = fuzz_inputs.Count()
        self._current = fuzz_inputs._Current(fuzz_inputs.FOLDER / "current")
        self._began = 0.0
        self._quarters = 0
        self._is_stopped = False

    def stop(self, *_signal: object) -> None:
        """End after the input under way."""
        self._is_stopped = True

    def tries(self, data: bytes) -> None:
        """Try one input; end the process after the last."""
        if self._replayed:
            self._replayed -= 1
            self._began = time.process_time()
        else:
            self._count.tried += 1
        self._current.says(data)
        self._attempt(data)
        self._count.seconds = time.process_time() - self._began
        if self._is_stopped or self._count.seconds >= self._seconds:
            self._end()
        if self._count.seconds > (self._quarters + 1) * self._seconds / 4:
            self._quarters += 1
            print(QUARTER, flush=True)

    def _attempt(self, data: bytes) -> None:
        import fuzz_inputs
        from diptych.errors import DiptychError

        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            fuzz_inputs._try(fuzz_inputs.TARGETS[self._name], data, fuzz_inputs.HUNG_SECONDS)
            more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held
            if more > HELD_KB:
                raise MemoryError(f"took {more} KB more")
        except DiptychError:
            self._count.refused += 1
        except Exception as error:
            fuzz_inputs._keep(self._name, self._count, data, error)

    def _end(self) -> None:
        told = asdict(self._count) | {"findings": self._count.found.total(), "found": None}
        print(f"{ENDING}{json.dumps(told)}", flush=True)
        os._exit(0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each target; the exit status counts those with findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=random.randrange(1, 100_000))
    parser.add_argument("--within", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("names", nargs="*", help="those of fuzz_inputs; all without")
    options = parser.parse_args(arguments)
    if find_spec("atheris") is None:
        print("fuzz_guided needs atheris: pip install atheris, in an environment of its own.")
        return 0
    if options.within:
        within(options.within[0], float(options.within[1]), int(options.within[2]))
    from fuzz_inputs import TARGETS

    ill = 0
    for name in options.names or TARGETS:
        reach = fuzz(name, options.minutes * 60, options.seed)
        ill += bool(reach.findings)
        print(f"{name}: {reach}", flush=True)
    return ill


if __name__ == "__main__":
    sys.exit(main())
