# SPDX-License-Identifier: MIT
"""What a template sees: notes in groups, each with what it quotes and cites."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from diptych.notes.anchor import Anchor, Side
from diptych.notes.note import Note, Stance

STANCES = {
    Stance.NONE: "",
    Stance.AGREES: "Agrees",
    Stance.CONTRADICTS: "Contradicts",
    Stance.DIFFERS: "Differs",
    Stance.ADDS: "Adds",
    Stance.QUESTION: "Question",
}
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Quotation:
    """One passage of a note, as it is cited."""

    side: str
    quote: str
    title: str
    authors: tuple[str, ...]
    source: str
    date: str
    place: str
    path: str
    article: str

    @property
    def byline(self) -> str:
        """Author, source, date and place in one line."""
        parts = (", ".join(self.authors), self.source, self.date, self.place)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Entry:
    """One note, ready to be written out."""

    number: int
    id: str
    text: str
    stance: str
    tags: tuple[str, ...]
    created: str
    modified: str
    quotations: tuple[Quotation, ...]
    figures: tuple[tuple[str, str], ...]
    link: str

    @property
    def name(self) -> str:
        """What the entry's heading says."""
        return self.stance or "Note"


@dataclass(frozen=True, slots=True)
class Group:
    """The notes of one pair, or of one article."""

    title: str
    notes: tuple[Note, ...]
    first: int
    figures: Mapping[str, tuple[tuple[str, str], ...]]
    tick: Callable[[], None]

    @property
    def entries(self) -> Iterator[Entry]:
        """Give one entry after another, so that a long export can stop between two."""
        for number, note in enumerate(self.notes, self.first):
            self.tick()
            yield _entry(number, note, self.figures.get(note.id, ()))


def groups(
    notes: Iterable[Note],
    *,
    figures: Mapping[str, tuple[tuple[str, str], ...]] | None = None,
    progress: Progress | None = None,
) -> list[Group]:
    """Put notes on the same articles together, in the order they first appear.

    ``figures`` holds the differing figures of a note, left and right, by its id.
    ``progress`` is told how many of how many are done and may raise to stop.
    """
    sorted_in: dict[frozenset[tuple[str, ...]], list[Note]] = {}
    for note in notes:
        key = frozenset(_article_key(anchor) for anchor in _pair(note))
        sorted_in.setdefault(key, []).append(note)
    total = sum(map(len, sorted_in.values()))
    done = 0

    def tick() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total)

    found: list[Group] = []
    first = 1
    for members in sorted_in.values():
        found.append(Group(_title(members[0]), tuple(members), first, figures or {}, tick))
        first += len(members)
    return found


def title_of(anchor: Anchor) -> str:
    """Return what to call the anchor's article, however little is known of it."""
    return anchor.title or anchor.path.replace("\\", "/").rpartition("/")[2] or "Untitled article"


def place_of(anchor: Anchor) -> str:
    """Return where in the article the passage stands, as a reader would look it up."""
    if anchor.page:
        return f"page {anchor.page}"
    return f"paragraph {anchor.paragraph}" if anchor.paragraph else ""


def _pair(note: Note) -> list[Anchor]:
    return [anchor for anchor in (note.left, note.right) if anchor is not None]


def _article_key(anchor: Anchor) -> tuple[str, ...]:
    """Name the article so that an edited version of it counts as the same."""
    if anchor.title:
        return (anchor.title, anchor.source, anchor.date, *anchor.authors)
    return (anchor.article_id or anchor.path,)


def _title(note: Note) -> str:
    return " / ".join(map(title_of, _pair(note))) or "Notes without a passage"


def _entry(number: int, note: Note, figures: tuple[tuple[str, str], ...]) -> Entry:
    return Entry(
        number=number,
        id=note.id,
        text=note.text,
        stance=STANCES[note.stance],
        tags=note.tags,
        created=note.created.date().isoformat(),
        modified=note.modified.date().isoformat(),
        quotations=tuple(map(_quotation, note.anchors)),
        figures=figures,
        link=f"diptych://note/{note.id}",
    )


def _quotation(anchor: Anchor) -> Quotation:
    return Quotation(
        side="Left" if anchor.side is Side.LEFT else "Right",
        quote=anchor.quote,
        title=title_of(anchor),
        authors=anchor.authors,
        source=anchor.source,
        date=anchor.date,
        place=place_of(anchor),
        path=anchor.path,
        article=anchor.article_id,
    )
