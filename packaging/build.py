#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes every package that this system can make, in dist/: `python3 dev.py package [STEP...]`.

Each step says what it made, or that it could make nothing and why. A step that should have
worked and did not ends the run. What is made is the same to the byte wherever
SOURCE_DATE_EPOCH, the locks and the system's own libraries are the same.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
DIST = ROOT / "dist"
WORK = ROOT / "build"
FOLDER = DIST / "diptych"  # what PyInstaller makes; the only folder in dist
TREE = WORK / "tree"
SAMPLES = [str(ROOT / "corpus" / name) for name in ("harbour-vote.md", "ferry-deal.md")]
ID = "io.github.diptych.Diptych"
LINUX, MAC, WINDOWS = (sys.platform == name for name in ("linux", "darwin", "win32"))
PROGRAM = FOLDER / ("diptych.exe" if WINDOWS else "diptych")
LARGEST_DEB = 60_000_000  # bytes, without the encoders
SOURCE_DATE = "1580601600"  # hatchling's own; for an unpacked sdist, which has no commits

sys.path[:0] = [str(ROOT / "src"), str(PACKAGING), str(PACKAGING / "pyinstaller")]

import diptych  # noqa: E402
import icu  # noqa: E402
import picture  # noqa: E402
import runpath  # noqa: E402

VERSION = diptych.__version__


class NotMadeError(Exception):
    """This system cannot make it; the words say what it lacks."""


def main(arguments: Sequence[str]) -> int:
    """Carry out the named steps, all of them if none is named."""
    unknown = [name for name in arguments if name not in STEPS]
    if unknown:
        say(f"there is no step {unknown[0]!r}; the steps are {', '.join(STEPS)}")
        return 2
    os.environ.update(surroundings())
    DIST.mkdir(exist_ok=True)
    for name in arguments or STEPS:
        started = time.monotonic()
        try:
            made = STEPS[name]()
        except NotMadeError as error:
            say(f"{name}: not made, {error}")
            continue
        except subprocess.CalledProcessError as error:
            command = " ".join(map(str, error.cmd))[:200]
            say(f"{name}: FAILED, `{command}` ended with {error.returncode}; its words stand above")
            return 1
        say(f"{name}: {', '.join(map(described, made))} ({time.monotonic() - started:.0f} s)")
    return 0


def surroundings() -> dict[str, str]:
    """Return what makes the same come out each time."""
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    return {
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH")
        or told.stdout.strip()
        or SOURCE_DATE,
        "PYTHONHASHSEED": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "TZ": "UTC",
        "VERSION": VERSION,
    }


# --- for people who have Python ---------------------------------------------


def make_wheel() -> list[Path]:
    remove("diptych-*.whl")
    call([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", DIST])
    return made("diptych-*.whl")


def make_sdist() -> list[Path]:
    """Make the source archive, and see that it makes the wheel that the checkout makes."""
    remove("diptych-*.tar.gz")
    call([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", DIST])
    [archive] = made(f"diptych-{VERSION}.tar.gz")
    with tempfile.TemporaryDirectory() as folder:
        shutil.unpack_archive(archive, folder, filter="data")
        source = Path(folder) / archive.name.removesuffix(".tar.gz")
        call([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=source)
        [theirs] = Path(folder).glob("*.whl")
        [ours] = made("diptych-*.whl") or make_wheel()
        if digest(theirs) != digest(ours):
            raise SystemExit("build.py: the source archive makes another wheel than the checkout.")
    return [archive]


def make_models() -> list[Path]:
    remove("diptych_models-*.whl")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", DIST]
    call(command, cwd=PACKAGING / "models")
    return made("diptych_models-*.whl")


def try_wheel() -> list[Path]:
    """Install the wheels alone into an empty environment; there the window is drawn."""
    wheels = [*made("diptych-*.whl"), *made("diptych_models-*.whl")]
    if not wheels:
        raise NotMadeError("dist holds no wheel yet")
    with tempfile.TemporaryDirectory() as folder:
        environment = Path(folder) / "an environment"
        call([sys.executable, "-m", "venv", environment])
        commands = environment / ("Scripts" if WINDOWS else "bin")
        install = [commands / "python", "-m", "pip", "install", "--quiet", "--only-binary=:all:"]
        if subprocess.run([*install, *wheels], cwd=folder, check=False).returncode:
            raise NotMadeError("pip could not install it; its words stand above")
        try_program([str(commands / "diptych")], Path(folder))
    return wheels


# --- for people who have none -----------------------------------------------


def make_folder() -> list[Path]:
    """Make the folder that runs without Python, and see that it compares and draws."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    spec = PACKAGING / "pyinstaller" / "diptych.spec"
    options = [
        "--noconfirm",
        "--log-level=WARN",
        f"--distpath={DIST}",
        f"--workpath={WORK / 'frozen'}",
    ]
    call([sys.executable, "-m", "PyInstaller", *options, spec])
    if LINUX:
        slim(FOLDER)
    with tempfile.TemporaryDirectory() as folder:
        try_program([str(PROGRAM)], Path(folder))
    return [FOLDER]


def slim(folder: Path) -> None:
    """Take off libraries what is never asked for, foreign folders, and the right to be run."""
    for path in folder.rglob("libicudata.so.*"):
        if not path.is_symlink():
            icu.blank(path)
    strip = shutil.which("strip")
    for path in sorted(folder.rglob("*.so*")):
        if path.is_symlink():
            continue
        path.chmod(0o644)
        runpath.forget(path)
        # What lies in NAME.libs was put together anew by its maker; strip would break it.
        if strip and not path.parent.name.endswith(".libs"):
            call([strip, "--strip-unneeded", path])


def try_program(program: list[str], folder: Path) -> None:
    """Compare two samples and draw the window, in a profile of its own."""
    profile = ["--profile", str(folder / "a profile")]
    picture = folder / "window.png"
    call([*program, "--version"], cwd=folder, quiet=True)
    call([*program, *profile, "compare", *SAMPLES, "--json"], cwd=folder, quiet=True)
    call([*program, *profile, "--screenshot", picture, *SAMPLES], cwd=folder, quiet=True)
    if picture.stat().st_size < 10_000:
        raise SystemExit(f"build.py: {program[0]} drew an empty window.")


def make_tree() -> list[Path]:
    """Lay out what Linux packages hold, as it lies under /."""
    if not LINUX:
        raise NotMadeError("only Linux has use for it")
    if not PROGRAM.exists():
        raise NotMadeError("dist holds no folder yet")
    call([PACKAGING / "linux" / "lay_out.sh", FOLDER, TREE], PYTHON=sys.executable)
    return [TREE]


def make_tarball() -> list[Path]:
    """Make what runs wherever it is unpacked."""
    need_tree()
    name = f"diptych-{VERSION}-linux-{platform.machine()}"
    archive = DIST / f"{name}.tar.xz"
    packed = ["tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mode=go-w"]
    packed += [f"--mtime=@{os.environ['SOURCE_DATE_EPOCH']}", f"--transform=s,^usr,{name},S"]
    call([*packed, "-C", TREE, "-cJf", archive, "usr"], XZ_OPT="-T0 -6")
    return [archive]


def make_deb() -> list[Path]:
    need_tree()
    need("dpkg-deb")
    remove("*.deb")
    call([PACKAGING / "debian" / "build_deb.sh", TREE, VERSION, DIST])
    for path in made("diptych_*.deb"):
        if path.stat().st_size > LARGEST_DEB:
            say(f"{path.name} is larger than the {LARGEST_DEB / 1e6:.0f} MB that are promised")
    return made("*.deb")


def make_rpm() -> list[Path]:
    need_tree()
    remove("*.rpm")
    nfpm = Path(sysconfig.get_path("scripts")) / "nfpm"
    if not nfpm.exists():
        raise NotMadeError("nfpm is not installed; packaging/requirements.lock brings it")
    machine = {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    # The folder holds libraries of the machine it was made on, so it needs at least its C library.
    said = (PACKAGING / "rpm" / "nfpm.yaml").read_text("utf-8")
    config = WORK / "nfpm.yaml"
    write(config, said.replace("@LIBC@", platform.libc_ver()[1]))
    command = [nfpm, "package", "--config", config, "--packager", "rpm", "--target", DIST]
    call(command, quiet=True, ARCH=machine)
    return made("*.rpm")


def make_appimage() -> list[Path]:
    need_tree()
    # The tool fetches the part that starts an AppImage unless that is named to it.
    need("appimagetool")
    folder = WORK / "Diptych.AppDir"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TREE, folder, symlinks=True)
    (folder / "AppRun").symlink_to("usr/bin/diptych")
    (folder / f"{ID}.desktop").symlink_to(f"usr/share/applications/{ID}.desktop")
    (folder / f"{ID}.svg").symlink_to(f"usr/share/icons/hicolor/scalable/apps/{ID}.svg")
    image = DIST / f"Diptych-{VERSION}-{platform.machine()}.AppImage"
    runtime = os.environ.get("APPIMAGE_RUNTIME")
    named = ["--runtime-file", runtime] if runtime else []
    call(["appimagetool", *named, folder, image], quiet=True, ARCH=platform.machine())
    return [image]


def make_installer() -> list[Path]:
    """Make the installer for Windows."""
    if not WINDOWS:
        raise NotMadeError("what it installs is made on Windows")
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS"
    makensis = shutil.which("makensis", path=os.pathsep.join((os.environ["PATH"], str(usual))))
    if makensis is None:
        raise NotMadeError("makensis is not here (install NSIS)")
    script = PACKAGING / "windows" / "setup.nsi"
    icon = picture.save_icon(ROOT / "resources" / "icons" / "diptych.svg", WORK, "win32")
    call(
        [
            makensis,
            f"-DVERSION={VERSION}",
            f"-DFOLDER={FOLDER}",
            f"-DICON={icon}",
            f"-DOUT={DIST / f'diptych-{VERSION}-setup.exe'}",
            script,
        ]
    )
    return made("*-setup.exe")


def make_image() -> list[Path]:
    """Make the disk image for macOS: the application, and where to drag it."""
    if not MAC:
        raise NotMadeError("only macOS can make it")
    with tempfile.TemporaryDirectory() as folder:
        application = Path(folder) / "Diptych.app"
        shutil.copytree(DIST / application.name, application, symlinks=True)
        (Path(folder) / "Applications").symlink_to("/Applications")
        image = DIST / f"Diptych-{VERSION}-{platform.machine()}.dmg"
        source = ["-volname", "Diptych", "-srcfolder", folder, "-ov", "-format", "UDZO"]
        call(["hdiutil", "create", *source, image])
    return [image]


# --- about what was made ----------------------------------------------------


def make_bill() -> list[Path]:
    """Write the bill of materials: CycloneDX, of what requirements.lock names."""
    import sbom

    bill = DIST / f"diptych-{VERSION}.cdx.json"
    write(bill, sbom.bill(VERSION, int(os.environ["SOURCE_DATE_EPOCH"])))
    return [bill]


def make_sums() -> list[Path]:
    sums = DIST / "SHA256SUMS"
    packages = sorted(path for path in DIST.iterdir() if path.is_file() and path != sums)
    write(sums, "".join(f"{digest(path)}  {path.name}\n" for path in packages))
    return [sums]


STEPS: dict[str, Callable[[], list[Path]]] = {
    "wheel": make_wheel,
    "sdist": make_sdist,
    "models": make_models,
    "try-wheel": try_wheel,
    "folder": make_folder,
    "tree": make_tree,
    "tarball": make_tarball,
    "deb": make_deb,
    "rpm": make_rpm,
    "appimage": make_appimage,
    "windows": make_installer,
    "macos": make_image,
    "sbom": make_bill,
    "sums": make_sums,
}


# --- doing and saying -------------------------------------------------------


def call(
    command: Sequence[object], *, cwd: Path = ROOT, quiet: bool = False, **settings: str
) -> None:
    """Run a program; raises CalledProcessError when it fails."""
    sink = subprocess.DEVNULL if quiet else None
    words = [str(word) for word in command]
    subprocess.run(words, cwd=cwd, env={**os.environ, **settings}, stdout=sink, check=True)


def need(program: str) -> None:
    if shutil.which(program) is None:
        raise NotMadeError(f"{program} is not here")


def need_tree() -> None:
    if not TREE.exists():
        raise NotMadeError("there is no tree of files for Linux")


def remove(pattern: str) -> None:
    for path in DIST.glob(pattern):
        path.unlink()


def made(pattern: str) -> list[Path]:
    return sorted(DIST.glob(pattern))


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def described(path: Path) -> str:
    files = (
        [path] if path.is_file() else [file for file in path.rglob("*") if not file.is_symlink()]
    )
    return f"{path.name} {sum(file.stat().st_size for file in files) / 1e6:.2f} MB"


def say(sentence: str) -> None:
    print(f"package: {sentence}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
