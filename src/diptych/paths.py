# SPDX-License-Identifier: MIT
"""Where Diptych keeps its state: config, data, cache and log folders."""

from __future__ import annotations

import sys
from pathlib import Path

from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """The folders of one reader's state.

    ``data`` holds what cannot be rebuilt (notes, the list of articles, their
    corrections); ``cache`` holds what can (extracted text, index, vectors).
    """

    config: Path
    data: Path
    cache: Path
    log: Path

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.yaml"

    @property
    def session_file(self) -> Path:
        return self.config / "session.yaml"

    @property
    def history_file(self) -> Path:
        return self.config / "history.yaml"

    @property
    def searches_file(self) -> Path:
        return self.config / "searches.yaml"

    @property
    def templates_folder(self) -> Path:
        return self.config / "templates"

    @property
    def library_file(self) -> Path:
        return self.data / "library.sqlite"

    @property
    def notes_file(self) -> Path:
        return self.data / "notes.sqlite"

    @property
    def pasted_folder(self) -> Path:
        return self.data / "pasted"

    @property
    def unpacked_folder(self) -> Path:
        return self.data / "unpacked"

    @property
    def mirror_file(self) -> Path:
        return self.data / "mirror.json"

    @property
    def texts_file(self) -> Path:
        return self.cache / "texts.sqlite"

    @property
    def index_folder(self) -> Path:
        return self.cache / "index"

    @property
    def index_level_file(self) -> Path:
        return self.cache / "index-level"

    @property
    def vectors_folder(self) -> Path:
        return self.cache / "vectors"

    @property
    def comparisons_folder(self) -> Path:
        return self.cache / "comparisons"

    @property
    def sketches_file(self) -> Path:
        return self.cache / "sketches.npz"

    @property
    def pair_counts_file(self) -> Path:
        return self.cache / "pair-counts.json"

    @property
    def windows_folder(self) -> Path:
        return self.cache / "windows"

    @property
    def page_file(self) -> Path:
        return self.cache / "page.picture"

    def create(self) -> Profile:
        """Make the folders, readable by their owner alone, and return the profile."""
        for folder in (self.config, self.data, self.cache, self.log):
            # A parent that is made along the way would be everybody's, if the umask says so.
            folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self


def is_frozen() -> bool:
    """Tell whether this is the ready-made program, which brings its Python."""
    return bool(getattr(sys, "frozen", False))


def portable_folder() -> Path | None:
    """Return where a portable program keeps everything, or None when it is not portable.

    It is when a file named ``diptych-portable`` lies beside the program.
    """
    # Of a ready-made program this is the program itself.
    place = Path(sys.executable).parent
    # On macOS the program lies three folders deep in the bundle.
    if sys.platform == "darwin" and place.name == "MacOS":
        place = place.parents[2]
    is_portable = is_frozen() and (place / "diptych-portable").exists()
    return place / "diptych-profile" if is_portable else None


def default_profile() -> Profile:
    """Return the folders this platform sets aside, or the one beside a portable program."""
    beside = portable_folder()
    if beside is not None:
        return profile_in(beside)
    # Not needed with ``--profile`` or by a portable program.
    import platformdirs

    # Else Windows would put a folder of the author around it.
    dirs = platformdirs.PlatformDirs("diptych", appauthor=False)
    return Profile(
        config=dirs.user_config_path,
        data=dirs.user_data_path,
        cache=dirs.user_cache_path,
        log=dirs.user_log_path,
    )


def profile_in(folder: Path) -> Profile:
    """Return a profile whose whole state lies in ``folder`` (``--profile``)."""
    # A relative folder would move with the working directory.
    folder = folder.expanduser().resolve()
    return Profile(
        config=folder / "config",
        data=folder / "data",
        cache=folder / "cache",
        log=folder / "log",
    )
