# SPDX-License-Identifier: MIT
"""What the packages tell each system of Diptych agrees with what Diptych reads."""

from __future__ import annotations

import ast
import ctypes
import hashlib
import importlib.util
import plistlib
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import PySide6
import pytest
import yaml
from PySide6 import QtGui

from diptych import __version__
from diptych.library.sniffing import EXTENSIONS

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "packaging"
DESKTOP = PACKAGING / "linux" / "io.github.diptych.Diptych.desktop"
METAINFO = PACKAGING / "linux" / "io.github.diptych.Diptych.metainfo.xml"
INSTALLER = PACKAGING / "windows" / "setup.nsi"
# Format -> what the freedesktop MIME database calls it.
MIME_TYPES = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "mhtml": "application/x-mimearchive",
    "eml": "message/rfc822",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "epub": "application/epub+zip",
    "fb2": "application/x-fictionbook+xml",
}


@pytest.mark.parametrize("format_", sorted(set(EXTENSIONS.values())))
def test_every_format_is_declared_to_the_desktop(format_: str) -> None:
    entry = re.search(r"^MimeType=(.*)$", DESKTOP.read_text("utf-8"), re.MULTILINE)

    assert entry is not None
    assert MIME_TYPES[format_] in entry[1].split(";")
    assert f"<mediatype>{MIME_TYPES[format_]}</mediatype>" in METAINFO.read_text("utf-8")


def test_installer_offers_every_format() -> None:
    offered = set(re.findall(r'!insertmacro \$\{DO\} "(\.\w+)"', INSTALLER.read_text("utf-8")))

    assert offered <= EXTENSIONS.keys()
    assert {EXTENSIONS[ending] for ending in offered} >= MIME_TYPES.keys()


def test_installer_parts_folder_and_pattern_as_windows_does() -> None:
    taken = re.findall(r'File /r "(.*)"', INSTALLER.read_text("utf-8"))

    assert taken == [r"${FOLDER}\*"]


@pytest.mark.skipif(not shutil.which("makensis"), reason="makensis is not installed")
def test_the_installer_is_made_where_it_is_looked_for(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: object
) -> None:
    folder = tmp_path / "made" / "_internal"
    folder.mkdir(parents=True)
    (folder / "base_library.zip").write_bytes(b"PK")
    monkeypatch.setattr(build, "WINDOWS", True)
    monkeypatch.setattr(build, "FOLDER", folder.parent)
    monkeypatch.setattr(build, "WORK", tmp_path / "work")

    assert build.make_installer() == [build.DIST / f"diptych-{__version__}-setup.exe"]


@pytest.mark.parametrize(
    ("system", "sizes"),
    [
        ("win32", {16, 20, 24, 32, 40, 48, 64, 128, 256}),
        ("darwin", {16, 32, 64, 128, 256, 512, 1024}),
    ],
)
def test_the_icon_has_every_size_the_system_asks_for(
    tmp_path: Path, system: str, sizes: set[int], qapp: object
) -> None:
    drawing = ROOT / "resources" / "icons" / "diptych.svg"
    written = loaded("pyinstaller/picture").save_icon(drawing, tmp_path, system)

    data = Path(written).read_bytes()
    starts = [found.start() for found in re.finditer(re.escape(b"\x89PNG\r\n"), data)]
    wide_high = {struct.unpack_from(">II", data, start + 16) for start in starts}
    assert wide_high == {(size, size) for size in sizes}
    assert not QtGui.QImage(written).isNull()


@pytest.mark.parametrize(
    ("machine", "oldest"), [("arm64", "14.0"), ("x86_64", "13.0")], ids=["Apple", "Intel"]
)
def test_the_bundle_runs_where_all_of_its_packages_run(machine: str, oldest: str) -> None:
    made_for = (
        ("macosx_13_0_universal2",),
        ("macosx_14_0_arm64", "macosx_10_15_x86_64"),  # one package, made for both
        ("macosx_15_0_arm64", "macosx_11_0_universal2"),
        ("any",),
    )
    wheels = ["".join(f"Tag: cp313-cp313-{tag}\n" for tag in tags) for tags in made_for]

    assert loaded("pyinstaller/bundle").oldest_system(wheels, machine) == oldest


def test_the_bundle_opens_links_to_notes_and_every_format() -> None:
    told = loaded("pyinstaller/bundle").properties("0.1.0", sorted(EXTENSIONS), "14.0")
    read = plistlib.loads(plistlib.dumps(told))

    assert read["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["diptych"]
    offered = read["CFBundleDocumentTypes"][0]["CFBundleTypeExtensions"]
    assert {EXTENSIONS[ending] for ending in offered} >= MIME_TYPES.keys()


def loaded(name: str) -> ModuleType:
    """Return a script of packaging/ as a module."""
    spec = importlib.util.spec_from_file_location(Path(name).stem, PACKAGING / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[Path(name).stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def third_party() -> ModuleType:
    return loaded("third_party")


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The script that makes packages, with a dist of its own; the surroundings stay as they are."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    module = loaded("build")
    monkeypatch.setattr(module, "DIST", tmp_path)
    monkeypatch.setattr(module.os, "environ", {**module.os.environ})
    return module


def test_page_of_licences_is_that_of_what_is_shipped(third_party: ModuleType) -> None:
    assert third_party.PAGE.read_text("utf-8") == third_party.page(list(third_party.shipped()))


def test_nothing_shipped_is_under_the_gpl_alone(third_party: ModuleType) -> None:
    taken = [(each.name, each.taken_as) for each in third_party.shipped()]

    assert not [name for name, licence in taken if re.search(r"\bA?GPL", licence) or not licence]


def test_every_shipped_package_brings_the_text_of_its_licence(third_party: ModuleType) -> None:
    assert not [each.name for each in third_party.shipped() if not each.texts]


def test_texts_of_licences_are_gathered_for_a_frozen_program(
    third_party: ModuleType, tmp_path: Path
) -> None:
    third_party.gather(list(third_party.shipped()), tmp_path)

    assert sorted(each.name for each in tmp_path.iterdir()) == third_party.names()
    assert all(any(each.iterdir()) for each in tmp_path.iterdir())


def test_a_step_that_cannot_be_done_says_why_and_the_next_is_done(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "LINUX", False)

    assert build.main(["tree", "sums"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "package: tree: not made, only Linux has use for it"
    assert said[1].startswith("package: sums: SHA256SUMS")


def test_a_step_that_fails_ends_the_run(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(build.STEPS, "wheel", lambda: build.call([sys.executable, "-c", "0/0"]))

    assert build.main(["wheel", "sums"]) == 1
    assert "wheel: FAILED" in capsys.readouterr().out
    assert not (build.DIST / "SHA256SUMS").exists()


def test_sums_are_those_of_every_package(build: ModuleType) -> None:
    (build.DIST / "a.deb").write_bytes(b"one")
    (build.DIST / "b.rpm").write_bytes(b"two")

    build.make_sums()
    build.make_sums()

    lines = (build.DIST / "SHA256SUMS").read_text().splitlines()
    assert lines == [
        f"{hashlib.sha256(content).hexdigest()}  {name}"
        for name, content in (("a.deb", b"one"), ("b.rpm", b"two"))
    ]


def test_an_unpacked_source_archive_has_a_date_without_commits(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delitem(build.os.environ, "SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(build, "ROOT", tmp_path)

    assert build.surroundings()["SOURCE_DATE_EPOCH"] == build.SOURCE_DATE


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux Qt brings its own ICU")
def test_what_qt_never_asks_icu_for_is_blanked_and_all_else_stays(tmp_path: Path) -> None:
    [whole] = (Path(PySide6.__path__[0]) / "Qt" / "lib").glob("libicudata.so.*")
    library = Path(shutil.copy(whole, tmp_path))
    before = library.read_bytes()

    assert loaded("pyinstaller/icu").blank(library) > 1000

    after = library.read_bytes()
    assert len(after) == len(before)
    assert after.count(0) > before.count(0) + 10_000_000
    assert struct.unpack_from("<4s", after) == (b"\x7fELF",)
    assert sorting_with(library) == sorting_with(whole) == ["ähnlich", "file9", "file10", "Öl"]


@pytest.mark.skipif(
    sys.platform != "linux",
    reason="only an ELF library has a RUNPATH, and only Qt for Linux has some",
)
def test_a_library_forgets_the_folders_of_where_it_was_made(tmp_path: Path) -> None:
    [made] = (Path(PySide6.__path__[0]) / "Qt" / "lib").glob("libQt6Svg.so.*")
    library = Path(shutil.copy(made, tmp_path))
    data = library.read_bytes()
    forget = loaded("pyinstaller/runpath").forget

    assert not forget(library)  # $ORIGIN stays
    library.write_bytes(data.replace(b"\0$ORIGIN\0", b"\0/ORIGIN\0"))

    assert forget(library)
    assert not forget(library)
    assert QtGui  # what the library is linked to is loaded
    assert ctypes.CDLL(str(library))


def sorting_with(library: Path) -> list[str]:
    """Return some words as Qt sorts them with a library of ICU's data."""
    script = (
        "from PySide6.QtCore import QCollator, QLocale\n"
        "c = QCollator(QLocale('de')); c.setNumericMode(True)\n"
        "print(*sorted(['Öl', 'file10', 'ähnlich', 'file9'], key=c.sortKey))"
    )
    surroundings = {"LD_PRELOAD": str(library), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=surroundings, capture_output=True, check=True
    )
    return done.stdout.decode("utf-8").split()


def test_the_flatpak_may_not_reach_a_network_nor_write_what_is_not_its_own() -> None:
    manifest = yaml.safe_load((PACKAGING / "flatpak" / "io.github.diptych.Diptych.yml").read_text())
    permissions = manifest["finish-args"]

    assert "--share=network" not in permissions
    assert all(each.endswith(":ro") for each in permissions if each.startswith("--filesystem"))


def test_a_release_makes_only_steps_that_there_are(build: ModuleType) -> None:
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    calls = re.findall(r"dev\.py package([a-z ]*)$", text, re.MULTILINE)

    assert len(calls) == 3
    assert {step for call in calls for step in call.split()} <= build.STEPS.keys()


def test_a_workflow_takes_actions_that_nobody_can_change() -> None:
    taken = [
        action
        for path in (ROOT / ".github" / "workflows").glob("*.yml")
        for action in re.findall(r"uses: (\w.*)", path.read_text("utf-8"))
    ]

    assert len(taken) > 5
    # A tag can be moved to other code; the version beside it is for readers.
    assert [action for action in taken if not re.search(r"@[0-9a-f]{40} # v\d", action)] == []


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("0.2.0rc1", (0, 2, 0, 1))]
)
def test_windows_is_told_which_program_this_is(version: str, numbers: tuple[int, ...]) -> None:
    written = loaded("pyinstaller/version_resource").version_resource(version, "diptych-window")
    said = ast.parse(written, mode="eval")
    named = {
        call.args[0].value: call.args[1].value
        for call in ast.walk(said)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "StringStruct"
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[1], ast.Constant)
    }

    assert f"filevers={numbers}" in written
    assert named["ProductVersion"] == version
    assert named["OriginalFilename"] == "diptych-window.exe"


def test_who_cites_diptych_names_this_version() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))

    assert cited["version"] == __version__
    assert cited["license"] == "MIT"
