# SPDX-License-Identifier: MIT
"""Finding the articles that notes from elsewhere, or of older versions, speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from diptych.notes.anchor import Anchor, AnchorState, anchor_again
from diptych.notes.approximate import fold
from diptych.notes.note import Note
from diptych.notes.resolution import resolve
from diptych.text.article import Article
from diptych.values import dataclass

_SURE = (AnchorState.EXACT, AnchorState.MOVED)
_TELLING = 24  # characters from which a quote alone may name its article


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article of the library and where its file is."""

    article: Article
    path: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """The notes with their passages placed where that is sure; ``homeless`` are the others.

    ``notes`` holds all of them, homeless ones too.
    """

    notes: tuple[Note, ...]
    homeless: tuple[Note, ...]


def settle(
    notes: Iterable[Note],
    library: Sequence[Shelved],
    *,
    progress: Callable[[int], None] | None = None,
) -> Settled:
    """Place every passage whose article is in the library.

    The article is the one of the same content, else the one of the same title,
    address or file name that holds the words, else the only one of all that
    holds them letter for letter. Nothing is guessed.
    """
    settled: list[Note] = []
    homeless: list[Note] = []
    for done, note in enumerate(notes, 1):
        if progress is not None:
            progress(done)
        found = [_placed(anchor, library) for anchor in note.anchors]
        anchors = tuple(place or anchor for place, anchor in zip(found, note.anchors, strict=True))
        settled.append(replace(note, anchors=anchors))
        if not all(found):
            homeless.append(settled[-1])
    return Settled(tuple(settled), tuple(homeless))


def _placed(anchor: Anchor, library: Sequence[Shelved]) -> Anchor | None:
    """Return the anchor in its article's present text, None when unsure."""
    for shelved in library:
        # The very file: its offsets are right as they stand.
        if anchor.content_hash and shelved.article.content_hash == anchor.content_hash:
            return anchor
    kin = [shelved for shelved in library if _is_kin(anchor, shelved)]
    for shelved in kin:
        placed = _in_article(anchor, shelved)
        if placed:
            return placed
    # A phrase stands in many articles.
    if len(anchor.quote) < _TELLING:
        return None
    holding = [shelved for shelved in library if _holds(shelved.article.text, anchor.quote)]
    # In two articles it may be either's; nothing is guessed.
    return _in_article(anchor, holding[0]) if len(holding) == 1 else None


def _in_article(anchor: Anchor, shelved: Shelved) -> Anchor | None:
    found = resolve(anchor, shelved.article.text)
    if not anchor.quote or found.span is None or found.state not in _SURE:
        return None
    return anchor_again(anchor, shelved.article, found.span, path=shelved.path)


def _is_kin(anchor: Anchor, shelved: Shelved) -> bool:
    """Tell whether the article may be the anchor's by what it is called."""
    article = shelved.article
    if anchor.title and anchor.title.casefold() == article.title.casefold():
        return True
    if anchor.source and _address(anchor.source) == _address(article.source):
        return True
    names = [PurePosixPath(path.replace("\\", "/")).stem for path in (anchor.path, shelved.path)]
    return bool(names[0]) and names[0].casefold() == names[1].casefold()


def _address(source: str) -> str:
    return (
        source.split("#", maxsplit=1)[0]
        .removesuffix("/")
        .removeprefix("https://")
        .removeprefix("http://")
    )


def _holds(text: str, quote: str) -> bool:
    return quote in text or fold(quote).text.strip() in fold(text).text
