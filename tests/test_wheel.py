# SPDX-License-Identifier: MIT
"""What people get who install Diptych as a package."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from diptych import assets

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(next(folder.glob("*.whl")))


@pytest.mark.parametrize(
    ("folder", "inside"),
    [
        ("src/diptych", "diptych"),
        ("resources", "diptych/resources"),
        ("corpus", "diptych/corpus"),
        ("docs/guide", "diptych/guide"),
    ],
)
def test_the_wheel_holds_every_file_of(wheel: zipfile.ZipFile, folder: str, inside: str) -> None:
    source = ROOT / folder
    files = {
        f"{inside}/{path.relative_to(source).as_posix()}"
        for path in source.rglob("*")
        if path.is_file() and path.suffix not in (".pyc", ".ts")
        if "models" not in path.relative_to(source).parts[:1]
    }

    assert files <= set(wheel.namelist())


def test_the_wheel_is_small_since_the_models_have_their_own(wheel: zipfile.ZipFile) -> None:
    assert wheel.filename is not None and Path(wheel.filename).stat().st_size < 3_000_000
    assert not [name for name in wheel.namelist() if "/models/" in name]


def test_the_extra_names_the_wheel_of_the_models() -> None:
    ours, theirs = (
        tomllib.loads((ROOT / folder / "pyproject.toml").read_text("utf-8"))["project"]
        for folder in (".", "packaging/models")
    )

    assert f"{theirs['name']}=={theirs['version']}" in ours["optional-dependencies"]["meaning"]


def test_the_models_are_found_in_the_package_that_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tmp_path / "diptych_models" / "minilm" / "weights.safetensors"
    model.parent.mkdir(parents=True)
    model.write_bytes(b"8 bits")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(assets, "_CHECKOUT", tmp_path / "nothing here")

    assert assets.model_path("minilm/weights.safetensors") == model


def test_the_wheel_carries_the_licences(wheel: zipfile.ZipFile) -> None:
    names = {Path(name).name for name in wheel.namelist() if "/licenses/" in name}

    assert {"LICENSE", "NOTICE", "LGPL-3.0.txt", "Inter-OFL.txt", "Vollkorn-OFL.txt"} <= names


def test_the_wheel_starts_by_name(wheel: zipfile.ZipFile) -> None:
    entries = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))

    assert "diptych = diptych.__main__:main" in wheel.read(entries).decode()


def test_the_wheel_asks_for_a_python_that_works(wheel: zipfile.ZipFile) -> None:
    name = next(name for name in wheel.namelist() if name.endswith("METADATA"))
    metadata = Parser().parsestr(wheel.read(name).decode("utf-8"))

    assert metadata["Requires-Python"] == "<3.15,>=3.11"
