# SPDX-License-Identifier: MIT
"""dev.py: what it says and decides, without setting anything up."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = {
    "requirements.lock": ["meaning"],
    "requirements-dev.lock": ["meaning", "large", "test"],
    "packaging/requirements.lock": ["meaning", "large", "package"],
}


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


def test_an_unknown_command_is_refused_in_one_sentence() -> None:
    done = call("tset")

    assert done.returncode == 2
    assert done.stderr == "dev.py: there is no command 'tset'; python3 dev.py --help lists them.\n"


def test_help_lists_every_command() -> None:
    words = call().stdout

    for command in ("run", "test", "setup", "doctor", "screenshots", "bench", "clean"):
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
        dev.prepare(window=True)

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


def test_a_changed_lock_asks_for_a_new_environment(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lock, stamp = tmp_path / "lock", tmp_path / "stamp"
    monkeypatch.setattr(dev, "LOCK", lock)
    monkeypatch.setattr(dev, "STAMP", stamp)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    lock.write_text("one")
    stamp.write_text(dev.lock_digest())

    before = dev.is_ready()
    lock.write_text("two")

    assert (before, dev.is_ready()) == (True, False)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert not re.search(r"https?://|file:|^--(?!hash)", text, re.MULTILINE)


@pytest.mark.parametrize("name", LOCKS)
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
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / name).read_text(encoding="utf-8"), re.M))

    assert {plain(requirement) for requirement in asked} <= locked


def plain(requirement: str) -> str:
    """Return the normalised name a requirement begins with."""
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None
    return re.sub(r"[-_.]+", "-", found[0]).lower()
