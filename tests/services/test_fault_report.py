# SPDX-License-Identifier: MIT
"""The report for a fault holds what helps, and a portable program keeps all beside itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from diptych import __version__
from diptych.paths import Profile, default_profile
from diptych.services.fault_report import fault_report


def test_report_tells_versions_encoders_and_folders(profile: Profile) -> None:
    report = fault_report(profile, "Qt 6")

    for told in (f"Diptych {__version__}", "Python 3.", "Qt 6", "Encoders:", "can be written"):
        assert told in report


def test_report_ends_with_the_last_lines_of_the_log(profile: Profile) -> None:
    lines = [f"line {number}" for number in range(50)]
    (profile.log / "diptych.log").write_text("\n".join(lines), encoding="utf-8")

    assert fault_report(profile).split("log:\n")[1].split("\n")[:20] == lines[-20:]


def test_report_does_not_name_the_home_folder(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: profile.config.parent.parent)

    assert str(profile.config.parent.parent) not in fault_report(profile)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_portable_program_keeps_everything_beside_itself(
    is_there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "diptych"))
    if is_there:
        (tmp_path / "diptych-portable").touch()

    assert (default_profile().data.is_relative_to(tmp_path / "diptych-profile")) is is_there
