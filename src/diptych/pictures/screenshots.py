# SPDX-License-Identifier: MIT
"""Draws the pictures of the documentation: the real window on the sample articles.

    python -m diptych.pictures.screenshots FOLDER [NAME...]

The clock stands still, the caret does not blink and nothing is compared by meaning,
whose numbers differ from one processor to another: the same code draws the same
pictures, to the byte.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from diptych import settings as stored
from diptych.app import make_application
from diptych.errors import DiptychError
from diptych.notes.anchor import anchor_for
from diptych.notes.note import Stance, new_note
from diptych.notes.store import NoteStore
from diptych.paths import Profile, profile_in
from diptych.pictures.screenshot import Stage
from diptych.pictures.states import LARGE, PICTURES, Picture
from diptych.services import samples
from diptych.services.articles import open_article
from diptych.services.indexing import add
from diptych.services.stores import Stores
from diptych.settings import Settings
from diptych.text.article import Article, Span
from diptych.text.sides import Side
from diptych.ui.parts import clock
from diptych.ui.shell.open_windows import Asked

MOMENT = datetime(2025, 3, 5, 14, 2, tzinfo=UTC)
COLOURS, COLOURS_OF_LARGE = 32, 16
SCALE = "QT_SCALE_FACTOR"


def main(arguments: list[str] | None = None) -> int:
    """Draw all pictures, or those that are named, into the folder."""
    words = sys.argv[1:] if arguments is None else arguments
    folder = Path(words[0] if words else "docs/images")
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [picture for picture in PICTURES if picture.name in words[1:] or not words[1:]]
    scale = float(os.environ.get(SCALE, "1"))
    _draw_all([picture for picture in wanted if picture.scale == scale], folder)
    others = [picture for picture in wanted if picture.scale not in (scale, 1)]
    return _draw_elsewhere(others, folder) if others else 0


def _draw_all(pictures: Iterable[Picture], folder: Path) -> None:
    clock.stop(MOMENT)
    make_application(sys.argv[:1])
    # A caret that blinks is there in one run and not in the other.
    QApplication.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory(prefix="diptych-pictures-") as place:
        filled = Path(place) / "filled"
        _fill(profile_in(filled).create())
        for number, picture in enumerate(pictures):
            own = Path(place) / str(number)
            own.mkdir()
            if picture.has_library:
                # Filled once; each picture begins with a copy.
                shutil.copytree(filled, own / "profile")
            _draw(picture, own, folder)
            print(f"{folder / picture.name}.png", flush=True)


def _draw_elsewhere(pictures: list[Picture], folder: Path) -> int:
    """Draw pictures of another scale: Qt reads it once, at the start of a process."""
    for picture in pictures:
        command = [sys.executable, "-m", "diptych.pictures.screenshots", str(folder), picture.name]
        surroundings = {**os.environ, SCALE: str(picture.scale)}
        status = subprocess.run(command, env=surroundings, check=False).returncode
        if status:
            return status
    return 0


def _draw(picture: Picture, place: Path, folder: Path) -> None:
    profile = profile_in(place / "profile").create()
    # Numbers by meaning differ in their last digits from one processor to another.
    chosen = Settings(language=picture.language, by_meaning=False, brief_at_first=False)
    stored.save(chosen, profile.settings_file)
    wanted = Asked(files=tuple(picture.articles(place)))
    stage = Stage(profile, picture.size, picture.theme, wanted)
    try:
        stage.settle()
        picture.prepare(stage)
        stage.settle()
        stage.window.status.say("")  # a message fades after a while, which a slow machine sees
        _save(stage.picture(), folder / f"{picture.name}.png")
    finally:
        stage.close()


def _fill(profile: Profile) -> None:
    """Put the samples into a library, and two notes beside them."""
    stores = Stores(profile)
    add(stores, samples.sample_paths())
    _write_notes(stores, profile)
    stores.close()


def _write_notes(stores: Stores, profile: Profile) -> None:
    """Put one note on each of two passages that both sample articles hold."""
    articles = [open_article(stores, str(path))[0] for path in samples.sample_pair()]
    # One after the other, so that their order does not hang on chance.
    moments = iter((MOMENT - timedelta(hours=3), MOMENT))
    store = NoteStore(profile.notes_file, now=lambda: next(moments))
    for text, words, stance, tag in (
        (
            "Both quote the chair. Only the Strait names who holds the lease.",
            "The harbour cannot be settled in one call",
            Stance.AGREES,
            "sources",
        ),
        ("Ask the harbour office for the count of 2024.", "41,000", Stance.QUESTION, "figures"),
    ):
        anchors = tuple(
            anchor_for(article, _sentence(article, words), side=side)
            for side, article in zip(Side, articles, strict=True)
        )
        store.add(new_note(text, anchors, stance=stance, tags=(tag,)))
    store.close()


def _sentence(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, article.text.index(".", start))


def _save(image: QImage, target: Path) -> None:
    """Write an image as a small PNG."""
    writer = QImageWriter(str(target), b"png")
    # 100 is the smallest file; PNG loses nothing by it.
    writer.setCompression(100)
    if not writer.write(with_few_colours(image)):
        raise DiptychError("{target} could not be written; is its folder there?", target=target)


def with_few_colours(image: QImage) -> QImage:
    """Return an image in few colours, each of the others as the nearest of them.

    A window is painted in a few colours and their blends, so nobody sees the difference.
    """
    pixels = _pixels(image)
    colours, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    # Equally common colours are taken in the order of their values: always the same ones.
    order = np.lexsort((colours, -counts))
    most = COLOURS if image.width() < LARGE[0] else COLOURS_OF_LARGE
    kept, nearest = _choose(colours[order], counts[order], most)
    nearest = nearest[np.argsort(order)]
    few = QImage(image.width(), image.height(), QImage.Format.Format_Indexed8)
    # Opaque: colours of a table are ARGB.
    few.setColorTable([int(colour) | 0xFF000000 for colour in kept])
    indices = nearest[places].astype(np.uint8).reshape(image.height(), image.width())
    # Qt fills each row up to four bytes.
    rows = np.frombuffer(few.bits(), np.uint8).reshape(image.height(), few.bytesPerLine())
    rows[:, : image.width()] = indices
    return few


def _pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    # The memory goes with the image.
    pixels = np.frombuffer(plain.constBits(), np.uint32).copy()
    # Without the byte of opacity.
    return pixels & 0xFFFFFF


def _choose(colours: np.ndarray, counts: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the colours to keep, and for each colour which of those is nearest.

    The commonest comes first; each further one is that which is worst off so far,
    weighed by how often it is seen.
    """
    channels = _channels(colours)
    nearest = np.zeros(len(colours), dtype=np.int64)
    distance = np.abs(channels - channels[0]).sum(axis=1)
    kept = [0]
    while len(kept) < most and distance.any():
        # worst = the greatest of distance * root of how often it is seen
        worst = int((distance * np.sqrt(counts)).argmax())
        to_worst = np.abs(channels - channels[worst]).sum(axis=1)
        closer = to_worst < distance
        nearest[closer], distance[closer] = len(kept), to_worst[closer]
        kept.append(worst)
    return colours[kept], nearest


def _channels(colours: np.ndarray) -> np.ndarray:
    """Return colours as rows of red, green and blue."""
    parts = [(colours >> shift) & 0xFF for shift in (16, 8, 0)]
    return np.stack(parts, axis=1).astype(np.int32)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
