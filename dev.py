#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Set up what is missing, then do one thing with Diptych.

    python3 dev.py run [ARGS...]     start the application, or one of its commands
    python3 dev.py test [ARGS...]    every check; with arguments only pytest on them
    python3 dev.py setup             only the set-up
    python3 dev.py doctor            say in one line what this system lacks
    python3 dev.py screenshots       draw the window into docs/images, without a display
    python3 dev.py translate         renew resources/i18n from the words in the source
    python3 dev.py train [ARGS...]   make the claim reader anew, see training/README.md
    python3 dev.py package [STEPS]   every package this system can make, into dist/
    python3 dev.py docs              the guide as pages for a browser, into dist/guide
    python3 dev.py bench [NAMES...]  measure; all of bench/ or the named scripts, with their options
    python3 dev.py soak [ARGS...]    use the window at random for --minutes 30, or --kills 50
    python3 dev.py clean             remove everything that was made here

Python 3.11 to 3.14 and nothing else: packages come from requirements.lock
and requirements-dev.lock into .venv, by uv where it is on the PATH and by venv
and pip where it is not: what the application needs first, the rest with `test`.
"""

import os
import shutil
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 14)


def start_again_with_fitting_python() -> None:  # Python 3.11 to 3.14 is needed.
    """Hand over to a Python that Diptych runs on, if this one is not.

    It stands before all else, and this file is written so that Python 3.6 reads
    it through: some systems still call that one python3. Python 2 stops at the
    line above, and shows it with what stands behind.
    """
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and works(found):
            os.execv(found, [found, *sys.argv])
    running = ".".join(map(str, sys.version_info[:2]))
    sys.stderr.write(
        f"dev.py: Python 3.11 to 3.14 is needed; this is {running} and no other was found.\n"
    )
    sys.exit(2)


def works(python: str) -> bool:
    """Tell whether a Python can be started; a version manager leaves stand-ins for what it has."""
    quiet = subprocess.DEVNULL
    return subprocess.call([python, "-c", ""], stdout=quiet, stderr=quiet) == 0


if __name__ == "__main__":
    start_again_with_fitting_python()

import ctypes  # noqa: E402
import hashlib  # noqa: E402
import importlib.util  # noqa: E402
import signal  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable, Sequence  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import NamedTuple, NoReturn  # noqa: E402

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"  # holds what RUN_LOCK holds, and more
STAMP = VENV / ".made-from"
# What is done seldom, each in an environment of its own: its folder ends in the name.
APART = {
    "train": (RUN_LOCK, ROOT / "requirements-train.lock"),
    "package": (ROOT / "packaging" / "requirements.lock",),
    "docs": (ROOT / "packaging" / "docs.lock",),
}
IMAGES = ROOT / "docs" / "images"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# Shared library -> Debian and Ubuntu package. The first group is needed to
# import Qt at all, the second to open a window under X.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
TEST_PROGRAMS = {"Xvfb": "xvfb", "strace": "strace", "xdotool": "xdotool"}
LONGEST_STEP_S = 40 * 60.0  # the whole check takes a tenth of it; a hang shall not last for ever
CACHES = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", "dist", "build")


class Step(NamedTuple):
    """A check under way."""

    command: list[str]
    process: "subprocess.Popen[bytes]"
    started: float


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit status."""
    name, rest = (arguments[0], list(arguments[1:])) if arguments else ("help", [])
    commands: dict[str, Callable[[list[str]], int]] = {
        "run": run,
        "test": test,
        "setup": setup,
        "doctor": doctor,
        "screenshots": screenshots,
        "translate": translate,
        "train": train,
        "package": package,
        "docs": docs,
        "bench": bench,
        "soak": soak,
        "clean": clean,
    }
    if name in ("help", "-h", "--help"):
        print(__doc__)
        return 0
    if name not in commands:
        fail(f"there is no command {name!r}; python3 dev.py --help lists them.")
    return commands[name](rest)


# --- commands ---------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Start the application in place of this process."""
    if is_headless() and opens_window(arguments):
        fail(
            "there is no display here (DISPLAY and WAYLAND_DISPLAY are not set): "
            "`python3 dev.py screenshots` draws the window into files, "
            "`python3 dev.py run --screenshot OUT.png A B` draws one pair, and the "
            "command line (`python3 dev.py run compare A B`, see `run --help`) needs none."
        )
    prepare(RUN_LOCK, window=not is_headless() and not os.environ.get("QT_QPA_PLATFORM"))
    command = [str(PYTHON), "-m", "diptych", *arguments]
    if not WINDOWS:
        os.execve(PYTHON, command, environment())
    return subprocess.run(command, env=environment(), check=False).returncode


def test(arguments: list[str]) -> int:
    """Run every check and say how each went; with arguments, pytest alone."""
    prepare(DEV_LOCK, window=True, programs=TEST_PROGRAMS)
    python = str(PYTHON)
    if arguments:
        return call([python, "-m", "pytest", *arguments], drawing_environment())
    sources = ["src", "tests", "bench", "dev.py"]
    # One more than there are cores: a third of their time tests wait for a window or a process.
    workers = min(8, (os.cpu_count() or 1) + 1)
    # A worker that dies ends the run and is named; started anew it can leave the rest waiting.
    shared_out = [f"--numprocesses={workers}", "--dist=loadfile"]
    shared_out += ["--max-worker-restart=0"]
    beside = {
        "format": [python, "-m", "ruff", "format", "--check", "--quiet", *sources],
        "lint": [python, "-m", "ruff", "check", "--quiet", *sources],
        "types": [python, "-m", "mypy", "--no-error-summary"],
    }
    tests = begin([python, "-m", "pytest", "--ignore=tests/session", *shared_out])
    try:
        outcomes = {name: report(name, begin(command)) for name, command in beside.items()}
        outcomes["tests"] = report("tests", tests)
    finally:
        end_all_of(tests.process)
    if sys.platform.startswith("linux"):
        # By itself: beside the long run a window got no answer to keys within a minute.
        journeys = [python, "-m", "pytest", "tests/session", "--timeout=600"]
        # Two at once, each on a screen of its own: most of a journey is waiting.
        journeys += ["--numprocesses=2", "--dist=worksteal", "--max-worker-restart=0"]
        outcomes["real window"] = report("real window", begin(journeys))
    failed = [name for name, status in outcomes.items() if status]
    say(f"failed: {', '.join(failed)}" if failed else "every check passed")
    return 1 if failed else 0


def setup(_arguments: list[str]) -> int:
    """Install what is missing and nothing more."""
    prepare(DEV_LOCK, window=True, programs=TEST_PROGRAMS)
    say(f"{VENV.name} is ready; `python3 dev.py run` starts Diptych")
    return 0


def doctor(_arguments: list[str]) -> int:
    """Say what is missing, without mending it."""
    packages = missing_packages(window=True, programs=TEST_PROGRAMS)
    if packages:
        say(f"missing: {', '.join(packages)}; {remedy(packages)}")
        return 1
    ready = is_ready(DEV_LOCK)
    say("nothing is missing" if ready else "the system is fit; .venv is still to be made")
    return 0


def screenshots(arguments: list[str]) -> int:
    """Draw the pictures of the documentation."""
    prepare(RUN_LOCK, window=False)
    wanted = arguments or [str(IMAGES)]  # a folder, and the names of the pictures if not all
    return call([str(PYTHON), "-m", "diptych.pictures.screenshots", *wanted], drawing_environment())


def translate(_arguments: list[str]) -> int:
    """Take new words of the source into the .ts files and make the .qm files from those."""
    prepare(DEV_LOCK, window=False)
    return call([str(PYTHON), str(ROOT / "packaging" / "translations.py")], environment())


def train(arguments: list[str]) -> int:
    """Make the claim reader anew in an environment of its own; hours of work."""
    script = str(ROOT / "training" / "train.py")
    return call([python_apart("train"), script, *arguments], environment())


def package(arguments: list[str]) -> int:
    """Make the packages, or only what the named steps make."""
    # The folder without Python takes along the libraries of a window that lie here.
    packages = missing_packages(window=True, programs={})
    if packages:
        install_packages(packages)
    script = str(ROOT / "packaging" / "build.py")
    return call([python_apart("package"), script, *arguments], environment())


def docs(_arguments: list[str]) -> int:
    """Make the pages of docs/ into a site that needs no server."""
    quiet = {**environment(), "NO_MKDOCS_2_WARNING": "1"}
    site = [python_apart("docs"), "-m", "mkdocs", "build", "--strict", "--quiet"]
    status = call(site, quiet)
    if status:
        return status
    say(f"the guide lies in {ROOT / 'dist' / 'guide' / 'guide' / 'index.html'}")
    return 0


def bench(arguments: list[str]) -> int:
    """Run the measuring scripts: those of bench/ that have a main(). Options go to each."""
    options = [word for word in arguments if word.startswith("--")]
    arguments = [word for word in arguments if word not in options]
    prepare(DEV_LOCK, window=True, programs=TEST_PROGRAMS)
    scripts = [
        path
        for path in sorted((ROOT / "bench").glob("*.py"))
        if "def main(" in path.read_text(encoding="utf-8")
        and (not arguments or path.stem in arguments)
    ]
    if not scripts:
        fail(f"bench/ has no script named {' or '.join(arguments) or '*.py'} with a main().")
    outcomes = []
    for path in scripts:
        say(f"bench: {path.stem}")
        outcomes.append(call([str(PYTHON), str(path), *options], environment()))
    return 1 if any(outcomes) else 0


def soak(arguments: list[str]) -> int:
    """Let a monkey use the window for long, or end writers suddenly (`--kills 50`)."""
    prepare(DEV_LOCK, window=True, programs=TEST_PROGRAMS)
    surroundings = environment()
    surroundings["PYTHONPATH"] = os.pathsep.join(map(str, (ROOT / "src", ROOT / "tests")))
    surroundings["FONTCONFIG_FILE"] = str(ROOT / "tests" / "fonts.conf")
    return call([str(PYTHON), "-m", "soak", *arguments], surroundings)


def clean(_arguments: list[str]) -> int:
    """Remove the virtual environment, caches and build products."""
    folders = [VENV, *(ROOT / f".venv-{name}" for name in APART)]
    folders += (ROOT / name for name in CACHES)
    for source in ("src", "tests", "bench"):
        folders += (ROOT / source).rglob("__pycache__")
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    (ROOT / ".coverage").unlink(missing_ok=True)
    say("clean")
    return 0


# --- what the commands need -------------------------------------------------


def prepare(lock: Path, *, window: bool, programs: dict[str, str] | None = None) -> None:
    """Install the missing system packages and what a lock names, or say why not."""
    packages = missing_packages(window=window, programs=programs or {})
    if packages:
        install_packages(packages)
    if not is_ready(lock):
        make_environment(lock)


def is_ready(lock: Path) -> bool:
    """Tell whether .venv holds what a lock names as it stands."""
    return PYTHON.exists() and installed() in (digest(lock), digest(DEV_LOCK))


def installed() -> str:
    """Return the digest of the lock that .venv was filled from last, if it has been."""
    return STAMP.read_text().strip() if STAMP.is_file() else ""


def digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def missing_packages(*, window: bool, programs: dict[str, str]) -> list[str]:
    """Return everything the system lacks at once, so that one command mends it."""
    packages = []
    has_installer = shutil.which("uv") or importlib.util.find_spec("ensurepip")
    if not (has_installer or installed()):
        packages.append("python3-venv")
    if not sys.platform.startswith("linux"):
        return packages
    libraries = QT_LIBRARIES | WINDOW_LIBRARIES if window else QT_LIBRARIES
    packages += [package for name, package in libraries.items() if not can_load(name)]
    packages += [package for name, package in programs.items() if not shutil.which(name)]
    return packages


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Install Debian packages as root; otherwise say how, and stop."""
    if sys.platform == "win32" or not shutil.which("apt-get") or os.geteuid() != 0:
        fail(f"this system lacks {', '.join(packages)}; {remedy(packages)}")
    say(f"installing {' '.join(packages)}")
    command = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A fresh machine has no package lists yet; a stale list names files that are gone.
    if call(command, quiet, shown=False) == 0:
        return
    if call(["apt-get", "update", "-qq"], quiet) or call(command, quiet):
        fail(f"apt-get could not install {' '.join(packages)}; its words stand above.")


def remedy(packages: list[str]) -> str:
    """Return the words that tell how to install Debian packages here."""
    if not shutil.which("apt-get"):
        return "install what your system calls these Debian packages."
    return f"run: sudo apt-get install --no-install-recommends {' '.join(packages)}"


def make_environment(lock: Path) -> None:
    """Fill .venv from a lock, from nothing unless it holds a part; the stamp is written last."""
    say(f"setting up .venv from {lock.name}, once")
    started = time.monotonic()
    holds_part = is_ready(RUN_LOCK)
    uv = shutil.which("uv")
    make, fill = uv_commands(uv, lock) if uv else pip_commands(lock)
    # uv trusts only certificates of its own unless told to use the system's, as pip does.
    settings = {**os.environ, "VIRTUAL_ENV": str(VENV), "UV_SYSTEM_CERTS": "true"}
    settings.pop("PIP_USER", None)  # asks for the home folder, which an environment refuses
    for command in [fill] if holds_part else [make, fill]:
        if call(command, settings):
            fail(f"setting up .venv failed at `{' '.join(command[:4])}`; its words stand above.", 1)
    link_source()
    STAMP.write_text(digest(lock))
    say(f".venv is ready after {time.monotonic() - started:.0f} s")


def python_apart(name: str) -> str:
    """Return the Python of an environment beside .venv, filled from its locks if need be."""
    folder, locks = ROOT / f".venv-{name}", APART[name]
    python, stamp = folder / PYTHON.relative_to(VENV), folder / STAMP.name
    if not stamp.is_file() or stamp.read_text().strip() != digest(locks[-1]):
        say(f"setting up {folder.name}, once")
        install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
        make = [sys.executable, "-m", "venv", "--clear", str(folder)]
        for command in (make, *([*install, "-r", str(lock)] for lock in locks)):
            if call(command, dict(os.environ)):
                fail(f"setting up {folder.name} failed at `{' '.join(command[:4])}`.", 1)
        stamp.write_text(digest(locks[-1]))
    return str(python)


def link_source() -> None:
    """Let .venv find the source as it stands, and the command `diptych` in it."""
    asked = [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    (Path(packages) / "diptych.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    if WINDOWS:
        command = PYTHON.with_name("diptych.cmd")
        command.write_text(f'@"{PYTHON}" -m diptych %*\r\n', encoding="utf-8")
    else:
        command = PYTHON.with_name("diptych")
        command.write_text(f'#!/bin/sh\nexec "{PYTHON}" -m diptych "$@"\n', encoding="utf-8")
        command.chmod(0o755)


def uv_commands(uv: str, lock: Path) -> tuple[list[str], list[str]]:
    make = [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV)]
    # uv writes no byte code by itself, and then every start pays for compiling.
    fill = [uv, "pip", "sync", "--quiet", "--compile-bytecode", "--require-hashes", str(lock)]
    return make, fill


def pip_commands(lock: Path) -> tuple[list[str], list[str]]:
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:"]
    pip = [str(PYTHON), "-m", "pip", "install", *options, "--require-hashes", "-r", str(lock)]
    return [sys.executable, "-m", "venv", "--clear", str(VENV)], pip


def environment() -> dict[str, str]:
    """Return the surroundings of the application: its source, no installed copy."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    # Some systems set this, and then every start compiles every module again.
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    return surroundings


def drawing_environment() -> dict[str, str]:
    """Return surroundings in which pictures come out the same on every computer."""
    return {
        **environment(),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "1",
        "FONTCONFIG_FILE": str(ROOT / "tests" / "fonts.conf"),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def is_headless() -> bool:
    """Tell whether Qt would find no screen to open a window on."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in named)


def opens_window(arguments: list[str]) -> bool:
    """Tell whether the arguments are files to pin (or none) and not a command."""
    words = list(arguments)
    if "--profile" in words:
        place = words.index("--profile")
        del words[place : place + 2]
    return all(Path(word).exists() for word in words)


# --- saying and calling -----------------------------------------------------


def report(name: str, step: Step) -> int:
    """Wait for a step, end it when it hangs, then say in one line how it went."""
    status = end(step, LONGEST_STEP_S)
    took = time.monotonic() - step.started
    say(f"{name}: {'ok' if status == 0 else f'FAILED (status {status})'}, {took:.1f} s")
    return status


def call(command: list[str], settings: dict[str, str], *, shown: bool = True) -> int:
    """Run a program in the checkout and return its exit status."""
    sink = None if shown else subprocess.DEVNULL
    finished = subprocess.run(
        command, cwd=ROOT, env=settings, stdout=sink, stderr=sink, check=False
    )
    return finished.returncode


def begin(command: list[str]) -> Step:
    """Start a program in the checkout, to be waited for by ``end``."""
    process = subprocess.Popen(command, cwd=ROOT, env=drawing_environment(), start_new_session=True)
    return Step(command, process, time.monotonic())


def end(step: Step, limit_s: float) -> int:
    """Return a program's exit status; past the limit it ends with all it has started."""
    try:
        return step.process.wait(limit_s)
    except subprocess.TimeoutExpired:
        say(f"`{' '.join(step.command[:4])}` has not ended after {limit_s / 60:.0f} minutes")
        return 124  # as timeout(1) says it
    finally:
        end_all_of(step.process)


def end_all_of(process: subprocess.Popen[bytes]) -> None:
    """End a process that still runs, and on POSIX all that it has started."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def say(sentence: str) -> None:
    print(f"dev.py: {sentence}", flush=True)


def fail(sentence: str, status: int = 2) -> NoReturn:
    print(f"dev.py: {sentence}", file=sys.stderr)
    raise SystemExit(status)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
