# SPDX-License-Identifier: MIT
"""dev.py: what it says and decides, without setting anything up."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from diptych.__main__ import main

ROOT = Path(__file__).parents[1]
LOCKS = {
    "requirements.lock": ["meaning"],
    "requirements-dev.lock": ["meaning", "test"],
    "packaging/requirements.lock": ["meaning", "package"],
}
EVERY_LOCK = (*LOCKS, "packaging/docs.lock", "packaging/any-order.lock")


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run dev.py as somebody at a bare terminal would."""
    bare = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}
    command = [sys.executable, str(ROOT / "dev.py"), *arguments]
    return subprocess.run(command, env=bare, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_run_without_a_display_names_the_other_ways() -> None:
    done = call("run")

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "python3 dev.py screenshots" in done.stderr
    assert "dev.py run compare" in done.stderr


@pytest.mark.parametrize("running", [(3, 6, 15), (3, 10, 13), (3, 15, 0)])
def test_a_python_that_does_not_fit_is_named_in_a_sentence(
    dev: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    running: tuple[int, int, int],
) -> None:
    monkeypatch.setattr(sys, "version_info", running)
    monkeypatch.setattr(shutil, "which", lambda _: None)

    with pytest.raises(SystemExit) as ended:
        dev.start_again_with_fitting_python()

    assert ended.value.code == 2
    assert f"this is {running[0]}.{running[1]} and no other was found" in capsys.readouterr().err


def test_an_old_python_can_read_dev_py_far_enough_to_say_so() -> None:
    source = (ROOT / "dev.py").read_text(encoding="utf-8")

    tree = ast.parse(source, feature_version=(3, 7))

    assert "__future__" not in source  # Python 3.6 knows not what is asked for there
    guard = next(place for place, node in enumerate(tree.body) if isinstance(node, ast.If))
    assert not [node for node in tree.body[:guard] if isinstance(node, ast.ImportFrom)]


def test_the_program_names_a_python_that_is_too_old(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    monkeypatch.setattr(sys, "argv", ["diptych", "list"])

    assert main() == 2
    assert capsys.readouterr().err == "diptych: Python 3.11 or newer is needed; this is 3.10.\n"


def test_an_unknown_command_is_refused_in_one_sentence() -> None:
    done = call("tset")

    assert done.returncode == 2
    assert done.stderr == "dev.py: there is no command 'tset'; python3 dev.py --help lists them.\n"


def test_help_lists_every_command() -> None:
    words = call().stdout

    for command in (
        "run",
        "test",
        "setup",
        "doctor",
        "screenshots",
        "package",
        "docs",
        "bench",
        "clean",
    ):
        assert f"python3 dev.py {command} " in words


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--profile", "somewhere"], True),
        (["pyproject.toml", "LICENSE"], True),
        (["list"], False),
        (["--profile", "somewhere", "search", "harbour"], False),
        (["--screenshot", "out.png"], False),
        (["--version"], False),
    ],
)
def test_only_a_bare_start_and_files_open_a_window(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str], window: bool
) -> None:
    monkeypatch.chdir(ROOT)

    assert dev.opens_window(arguments) is window


def test_missing_libraries_are_named_with_the_command_that_brings_them(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev, "can_load", lambda name: name != "libEGL.so.1")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")

    with pytest.raises(SystemExit) as stopped:
        dev.prepare(dev.RUN_LOCK, window=True)

    assert stopped.value.code == 2
    assert capsys.readouterr().err == (
        "dev.py: this system lacks libegl1; "
        "run: sudo apt-get install --no-install-recommends libegl1\n"
    )


def test_root_installs_what_is_missing(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "call", lambda command, *_, **__: calls.append(command) or 0)

    dev.install_packages(["xvfb"])

    assert calls == [["apt-get", "install", "-qq", "-y", "--no-install-recommends", "xvfb"]]


def test_stale_package_lists_are_renewed_once(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    statuses = iter([100, 0, 0])
    calls: list[str] = []
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(
        dev, "call", lambda command, *_, **__: calls.append(command[1]) or next(statuses)
    )

    dev.install_packages(["xvfb"])

    assert calls == ["install", "update", "install"]


@pytest.fixture
def locks(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """Return dev.py with locks and a stamp of its own."""
    for name in ("RUN_LOCK", "DEV_LOCK", "STAMP"):
        monkeypatch.setattr(dev, name, tmp_path / name)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "link_source", lambda: None)
    return dev


def made(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, lock: Path) -> list[str]:
    """Return what is called to fill the environment from a lock."""
    calls: list[str] = []
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    monkeypatch.setattr(dev, "call", lambda command, *_, **__: calls.append(command[2]) or 0)
    dev.make_environment(lock)
    return calls


def test_a_changed_lock_asks_for_a_new_environment(locks: ModuleType) -> None:
    locks.STAMP.write_text(locks.digest(locks.RUN_LOCK))
    before = locks.is_ready(locks.RUN_LOCK)
    locks.RUN_LOCK.write_text("two")

    assert (before, locks.is_ready(locks.RUN_LOCK)) == (True, False)


def test_running_needs_less_than_checking(
    locks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert made(locks, monkeypatch, locks.RUN_LOCK) == ["venv", "pip"]

    assert locks.is_ready(locks.RUN_LOCK)
    assert not locks.is_ready(locks.DEV_LOCK)


def test_checking_adds_to_what_running_needed(
    locks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(locks, monkeypatch, locks.RUN_LOCK)

    assert made(locks, monkeypatch, locks.DEV_LOCK) == ["pip"]
    assert locks.is_ready(locks.RUN_LOCK) and locks.is_ready(locks.DEV_LOCK)


def test_what_is_done_seldom_has_an_environment_of_its_own(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "call", lambda command, _: calls.append(command) or 0)
    (tmp_path / ".venv-docs").mkdir()

    first, again = dev.python_apart("docs"), dev.python_apart("docs")

    assert first == again and Path(first).is_relative_to(tmp_path / ".venv-docs")
    assert [command[2] for command in calls] == ["venv", "pip"]
    assert "--require-hashes" in calls[1]


def test_what_runs_is_what_is_checked() -> None:
    pins = [
        set(re.findall(r"^([\w.-]+==[^\s;]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    ]

    assert pins[0] and pins[0] <= pins[1]


def test_a_step_that_hangs_is_ended_with_its_children(
    dev: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    hanging = "import subprocess, sys, time; subprocess.Popen(sys.argv[1:]).wait()"
    endless = "import time\nwhile True: time.sleep(60)"

    step = dev.begin([sys.executable, "-c", hanging, sys.executable, "-c", endless])
    status = dev.end(step, 0.5)

    assert status == 124
    assert "has not ended" in capfd.readouterr().out


@pytest.mark.parametrize("name", EVERY_LOCK)
def test_a_lock_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert not re.search(r"https?://|file:|^--(?!hash)", text, re.MULTILINE)


@pytest.mark.parametrize("name", EVERY_LOCK)
def test_every_locked_package_has_a_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]

    assert packages
    assert not [package for package in packages if "--hash=sha256:" not in package]


@pytest.mark.parametrize(("name", "extras"), LOCKS.items())
def test_a_lock_holds_everything_that_is_asked_for(name: str, extras: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = list(project["dependencies"])
    for extra in extras:
        asked += project["optional-dependencies"][extra]
    asked = [name for name in asked if not name.startswith("diptych-models")]  # in the checkout
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / name).read_text(encoding="utf-8"), re.M))

    assert {plain(requirement) for requirement in asked} <= locked


def plain(requirement: str) -> str:
    """Return the normalised name a requirement begins with."""
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None
    return re.sub(r"[-_.]+", "-", found[0]).lower()
