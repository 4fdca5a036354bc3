# SPDX-License-Identifier: MIT
"""What a template sees: notes in groups, each with what it quotes and cites."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from diptych.notes.anchor import Anchor
from diptych.notes.export.citations import citation_key, work_of
from diptych.notes.export.file_names import file_name
from diptych.notes.link import note_link, web_link
from diptych.notes.note import Colour, Note, Stance
from diptych.patterns import late_pattern
from diptych.text.article import called
from diptych.text.sides import Side
from diptych.values import dataclass

STANCES = {
    Stance.NONE: "",
    Stance.AGREES: "Agrees",
    Stance.CONTRADICTS: "Contradicts",
    Stance.DIFFERS: "Differs",
    Stance.ADDS: "Adds",
    Stance.QUESTION: "Question",
}
# Unicode categories: letters, marks, figures, and the symbols that emoji are.
_TAG_KINDS = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "So", "Sk"}
# “3.1 Night”, “IV. Results”: a number that a reader finds the section by
_NUMBER = late_pattern(r"§?\s*(\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}(?=\.))\.?\s")
_LONGEST_TITLE = 60  # characters; some take a whole sentence for a heading
Progress = Callable[[int, int], None]
_MARKS_OF_A_LINK = late_pattern(r"[\x00-\x1f\u202a-\u202e\u2066-\u2069\[\]|<>\\`*_~$=%#^&]")
Figures = Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Quotation:
    """One passage of a note, as it is cited; ``side`` is the word that templates print."""

    side: str
    quote: str
    title: str
    authors: tuple[str, ...]
    source: str
    date: str
    place: str
    path: str
    article: str
    _anchor: Anchor

    @property
    def stands_on(self) -> Side:
        """The side of the article it stands in."""
        return self._anchor.side

    @property
    def key(self) -> str:
        """The key of the citation."""
        return citation_key(work_of(self._anchor))

    @property
    def locator(self) -> str:
        """The place as Pandoc writes it: ``p. 3``, ``para. 4, sec. 2.1``."""
        # Terms that citeproc knows as locators; “;” would begin the next citation.
        anchor = self._anchor
        place = place_words(anchor.page, anchor.paragraph, line=anchor.line)
        place = place.replace("page", "p.").replace("paragraph", "para.")
        section = section_words(anchor.section).replace("section", "sec.").replace(";", ",")
        return ", ".join(part for part in (place, section) if part)

    @property
    def page_name(self) -> str:
        """What the article's own page is called in a wiki."""
        return file_name(self.title)

    @property
    def page_link(self) -> str:
        """What leads to that page: with the title behind it where a file cannot be called so."""
        # A bar or bracket would end the link, the others may be read as marks within it.
        is_plain = _MARKS_OF_A_LINK.search(self.title) is None and len(self.title) <= 200
        is_other = " ".join(self.title.split()) != self.page_name
        return f"{self.page_name}|{self.title}" if is_plain and is_other else self.page_name

    @property
    def web_link(self) -> str:
        """Where a browser shows the quote; empty without a web source."""
        return web_link(self._anchor)

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
    colour: str = ""

    @property
    def name(self) -> str:
        """What the entry's heading says."""
        return self.stance or ("Note" if self.text.strip() else "Highlight")

    @property
    def sort(self) -> str:
        """What it is: “Note”, or “Highlight, yellow” where nothing was written."""
        is_bare = self.colour and not self.text.strip()
        return f"Highlight, {self.colour}" if is_bare else "Note"

    @property
    def left(self) -> tuple[Quotation, ...]:
        """The passages on the left side."""
        return tuple(each for each in self.quotations if each.stands_on is Side.LEFT)

    @property
    def right(self) -> tuple[Quotation, ...]:
        """The passages on the right side."""
        return tuple(each for each in self.quotations if each.stands_on is Side.RIGHT)


@dataclass(frozen=True, slots=True)
class Group:
    """The notes of one pair, or of one article."""

    title: str
    key: str  # the same in every export
    notes: tuple[Note, ...]
    first: int
    figures: Figures
    tick: Callable[[], None]

    @property
    def entries(self) -> Iterator[Entry]:
        """Give one entry after another, so that a long export can stop between two."""
        for number, note in enumerate(self.notes, self.first):
            # Before each note: where an export is stopped, it is here that it raises.
            self.tick()
            yield entry(note, number, self.figures.get(note.id, ()))

    @property
    def pair(self) -> str:
        """The key, short enough to stand in a page."""
        return hashlib.sha256(self.key.encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def articles(self) -> tuple[frozenset[str], ...]:
        """The ids that each of the group's articles has, its versions each their own."""
        found: dict[tuple[str, ...], set[str]] = {}
        for note in self.notes:
            for anchor in _pair(note):
                found.setdefault(_article_key(anchor), set()).add(anchor.article_id)
        return tuple(frozenset(ids - {""}) for ids in found.values())

    @property
    def tags(self) -> list[str]:
        """All tags of the group in a form every wiki takes, in order of first use."""
        tags = (_wiki_tag(tag) for note in self.notes for tag in note.tags)
        return list(dict.fromkeys(tag for tag in tags if tag))

    @property
    def sources(self) -> list[str]:
        """The sources of the group's articles, in order of first use."""
        anchors = (anchor for note in self.notes for anchor in note.anchors)
        return list(dict.fromkeys(anchor.source for anchor in anchors if anchor.source))

    @property
    def created(self) -> str:
        """The day of the oldest note."""
        return local_day(min(note.created for note in self.notes))

    @property
    def modified(self) -> str:
        """The day of the latest change."""
        return local_day(max(note.modified for note in self.notes))


def groups(
    notes: Iterable[Note],
    *,
    figures: Figures | None = None,
    progress: Progress | None = None,
    first: int = 1,
) -> list[Group]:
    """Put notes on the same articles together, in the order they first appear.

    ``figures`` holds the differing figures of a note, left and right, by its id.
    ``progress`` is told how many of how many are done and may raise to stop.
    """
    sorted_in: dict[str, list[Note]] = {}
    for note in notes:
        sorted_in.setdefault(group_key(note), []).append(note)
    total = sum(map(len, sorted_in.values()))
    done = 0

    def tick() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total)

    found: list[Group] = []
    for key, members in sorted_in.items():
        found.append(Group(_title(members[0]), key, tuple(members), first, figures or {}, tick))
        first += len(members)
    return found


def group_key(note: Note) -> str:
    """Name the articles of a note, the same for all notes on the same ones."""
    # Sorted: the pair is the same whichever side each article is pinned on.
    return json.dumps(sorted({_article_key(anchor) for anchor in _pair(note)}))


def entry(note: Note, number: int, figures: tuple[tuple[str, str], ...] = ()) -> Entry:
    """Return the note as a template sees it."""
    return Entry(
        number=number,
        id=note.id,
        text=note.text,
        stance=STANCES[note.stance],
        tags=note.tags,
        created=local_day(note.created),
        modified=local_day(note.modified),
        quotations=tuple(map(quotation, note.anchors)),
        figures=figures,
        link=note_link(note.id),
        colour="" if note.colour is Colour.NONE else note.colour.value,
    )


def quotation(anchor: Anchor) -> Quotation:
    """Return the passage as a template sees it."""
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
        _anchor=anchor,
    )


def title_of(anchor: Anchor) -> str:
    """Return what to call the anchor's article, however little is known of it."""
    file = anchor.path.replace("\\", "/").rpartition("/")[2]
    return called(anchor.short_name, anchor.title or file or "Untitled article")


def place_of(anchor: Anchor) -> str:
    """Return where in the article the passage stands, as a reader would look it up."""
    return place_words(anchor.page, anchor.paragraph, anchor.section, line=anchor.line)


def place_words(page: int, paragraph: int, section: Sequence[str] = (), *, line: int = 0) -> str:
    """Return a page, else a line of verse or a paragraph, and the section in words.

    Of what is not known nothing is told.
    """
    places = (("page", page), ("line", line), ("paragraph", paragraph))
    place = next((f"{name} {number}" for name, number in places if number), "")
    return ", ".join(part for part in (place, section_words(section)) if part)


def section_words(section: Sequence[str]) -> str:
    """Return the innermost section, by its number if it has one, else by its title."""
    if not section:
        return ""
    number = _NUMBER.match(section[-1])
    return f"section {number[1]}" if number else f"section “{_shortened(section[-1])}”"


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"


def _pair(note: Note) -> list[Anchor]:
    return [anchor for anchor in (note.left, note.right) if anchor is not None]


def _article_key(anchor: Anchor) -> tuple[str, ...]:
    """Name the article so that an edited version of it counts as the same."""
    # Not the id: an edited file has another, and its notes are to stay on one page.
    if anchor.title:
        return (anchor.title, anchor.short_name, anchor.source, anchor.date, *anchor.authors)
    return (anchor.article_id or anchor.path,)


def _title(note: Note) -> str:
    return " / ".join(map(title_of, _pair(note))) or "Notes without a passage"


def local_day(time: datetime) -> str:
    """Return the day a moment was on where the reader is."""
    try:
        return time.astimezone().date().isoformat()
    except (OverflowError, ValueError, OSError):  # the first and the last day there are
        return time.date().isoformat()


def _wiki_tag(tag: str) -> str:
    """Return the tag without what Obsidian refuses; a number alone is no tag there."""
    word = "".join(c if _is_of_tag(c) else " " for c in tag)
    # “town council” is town-council; the slash parts nested tags and stays inside.
    word = re.sub(r"-?\s+-?", "-", word.strip()).strip("-/")
    return f"{word}-" if word.isdigit() else word


def _is_of_tag(character: str) -> bool:
    """Tell whether Obsidian takes a character: letters, marks, figures, emoji and joiners."""
    return character in "-_/\u200c\u200d" or unicodedata.category(character)[0:2] in _TAG_KINDS
