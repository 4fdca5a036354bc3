# SPDX-License-Identifier: MIT
"""What `python3 dev.py soak` runs: a long time in the window, or sudden ends."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent


def main(arguments: list[str]) -> int:
    """Do what is asked for and return 1 when anything went wrong."""
    if arguments[:1] == ["window"]:
        from soak.window import main as in_window

        return in_window(arguments[1:])
    options = _options(arguments)
    if options.kills:
        from soak.kills import kill_all

        return kill_all(options.kills, options.seed, options.only)
    with tempfile.TemporaryDirectory(prefix="diptych-soak-") as folder:
        return soak(Path(folder), options)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--actions", type=int, default=1_000_000, help="end after so many")
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--walk", type=int, default=500, help="jumps at the end")
    parser.add_argument("--seed", type=int, default=random.randrange(100_000))
    parser.add_argument("--kills", type=int, default=0, help="sudden ends for each write path")
    parser.add_argument("--only", nargs="*", default=(), help="only these write paths")
    return parser.parse_args(arguments)


def soak(folder: Path, options: argparse.Namespace) -> int:
    """Fill a profile, then run the window in it; what is left on stderr is a finding too."""
    from soak.articles import write_articles

    print(f"soak: seed {options.seed}, {options.articles} articles", flush=True)
    write_articles(folder / "articles", options.articles, options.seed)
    profile = folder / "profile"
    (profile / "config").mkdir(parents=True)
    # Reading 2,000 articles for their meaning takes hours; it has tests of its own.
    # A new pair opens with its lists: the monkey asks for the brief when it wants it.
    chosen = "by_meaning: false\nbrief_at_first: false\n"
    (profile / "config" / "settings.yaml").write_text(chosen, encoding="utf-8")
    add = [sys.executable, "-m", "diptych", "add", "--profile", str(profile)]
    add += [str(folder / "articles"), *map(str, sorted((ROOT / "corpus").glob("*.md")))]
    subprocess.run(add, check=True, stdout=subprocess.DEVNULL)
    command = [sys.executable, "-m", "soak", "window", str(folder), "--seed", str(options.seed)]
    command += ["--actions", str(options.actions), "--minutes", str(options.minutes)]
    command += ["--walk", str(options.walk)]
    return in_a_window(command)


def in_a_window(command: list[str]) -> int:
    """Run a command with a screen; return 1 when it fails or says anything on stderr."""
    surroundings = dict(os.environ)
    screen = None
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        from session.screen import Screen

        screen = Screen()
        surroundings |= {"DISPLAY": screen.name, "NO_AT_BRIDGE": "1"}
    if sys.platform.startswith("linux"):
        surroundings["QT_QPA_PLATFORM"] = "xcb"
    try:
        done = subprocess.run(
            command, env=surroundings, stderr=subprocess.PIPE, text=True, check=False
        )
    finally:
        if screen is not None:
            screen.close()
    if done.stderr.strip():
        print(f"FOUND on standard error:\n{done.stderr.strip()}", flush=True)
    return 1 if done.returncode or done.stderr.strip() else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
