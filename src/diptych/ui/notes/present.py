# SPDX-License-Identifier: MIT
"""Turns notes, troubles and backups into what their lists show; pure functions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from diptych.notes.anchor import Anchor, AnchorState, Candidate, page_at
from diptych.notes.export.entries import title_of
from diptych.notes.link import links_of, without_links
from diptych.notes.note import Note, Stance
from diptych.notes.safety import AT_START, BY_HAND, Backup
from diptych.services.note_places import PlacedNote
from diptych.services.note_troubles import Trouble
from diptych.text.article import Article, called
from diptych.text.headings import headings, section_at
from diptych.text.paragraphs import Paragraphs
from diptych.text.sides import Side
from diptych.text.verse import line_at, verse_lines
from diptych.ui.desk.present import note_hue
from diptych.ui.notes.attention import AttentionRow, PlaceRow
from diptych.ui.notes.rows import COLOURS, STANCES, BackupRow, NoteRow, QuoteRow
from diptych.ui.notes.words import colour_name, stance_name
from diptych.ui.parts import clock
from diptych.ui.parts.counted import Counted
from diptych.ui.parts.facts import short_date
from diptych.values import dataclass

_COMPARED = 5_000  # characters of a quote whose changes are shown one by one

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Standing:
    """The pinned articles a note stands in: what each is called by id, and their files.

    ``short_names`` are those that the library's articles have now, by id.
    """

    called: Mapping[str, str]
    paths: Collection[str]
    short_names: Mapping[str, str] = field(default_factory=dict)

    def title(self, anchor: Anchor) -> str:
        """Return what the quoted article is called; a note of another version says so."""
        if anchor.article_id in self.called:
            return self.called[anchor.article_id]
        source = self.source(anchor)
        if not source:
            return title_of(anchor)
        told = translate("PresentNotes", "From another text: {0}")
        return told.format(called(source, anchor.title))

    def source(self, anchor: Anchor) -> str:
        """Return the short name or the file of another version, "" for what lies open."""
        if not self.called or anchor.article_id in self.called:
            return ""
        if anchor.path in self.paths:  # the file was edited since
            return ""
        given = self.short_names.get(anchor.article_id) or anchor.short_name
        # The path may be of another system.
        return given or anchor.path.replace("\\", "/").rpartition("/")[2]


NOWHERE = Standing({}, ())


def note_rows(
    notes: Iterable[Note],
    placed: Mapping[str, PlacedNote],
    grouping: str,
    stands: Standing = NOWHERE,
) -> list[NoteRow]:
    """Return the rows of the notes; grouped, a note stands under each group it belongs to."""
    rows = [(note, note_row(note, placed.get(note.id), stands)) for note in notes]
    if grouping == "none":
        return [row for _, row in rows]
    sections: dict[str, list[NoteRow]] = {}
    for note, row in rows:
        for name in _groups_of(note, grouping):
            sections.setdefault(name, []).append(replace(row, section=name))
    found: list[NoteRow] = []
    for name in _in_order(sections, grouping):
        # The first row of a section bears its heading.
        first, *others = sections[name]
        heading = f"{name} ({len(others) + 1})"
        found += [replace(first, group=heading), *others]
    return found


def note_row(note: Note, placed: PlacedNote | None = None, stands: Standing = NOWHERE) -> NoteRow:
    """Return a note as a row; the state is that of its worst anchor."""
    order = tuple(AnchorState)  # the worst last
    unnamed = translate("PresentNotes", "another note")
    states = [place.state for place in placed.places if place.side] if placed else []
    return NoteRow(
        id=note.id,
        text=without_links(note.text),
        # What stands in no pinned article is not "from another text" either.
        quotes=quote_rows(note, stands if any(states) else NOWHERE, placed),
        stance=stance_value(note),
        tags=note.tags,
        when=when(note.modified),
        state=max(states, key=order.index, default=AnchorState.EXACT),
        hue=note_hue(note),
        is_highlight=note.is_highlight,
        is_copy=bool(note.conflict_of),
        links=tuple(replace(link, words=link.words or unnamed) for link in links_of(note.text)),
    )


def quote_rows(
    note: Note, stands: Standing = NOWHERE, placed: PlacedNote | None = None
) -> tuple[QuoteRow, ...]:
    """Return the quotations of a note, each on one line, the left ones first.

    Their sides are those on which they stand now: the two may have been swapped since.
    """
    now = {place.anchor: place.side for place in placed.places} if placed is not None else {}
    rows = [
        QuoteRow(
            now.get(anchor) or anchor.side,
            stands.title(anchor),
            " ".join(anchor.quote.split()),
            _place_words(anchor.page, anchor.paragraph, anchor.section, anchor.line),
            stands.source(anchor),
        )
        for anchor in note.anchors
    ]
    return tuple(sorted(rows, key=lambda row: row.side == Side.RIGHT))


def stance_value(note: Note) -> str:
    """Return a note's stance as the panels write it: empty for none."""
    return "" if note.stance is Stance.NONE else note.stance.value


def when(moment: datetime) -> str:
    """Return a time as ``14:02`` today, else as a date, in the reader's time zone."""
    local = moment.astimezone(clock.now().tzinfo)
    if local.date() == clock.now().date():
        return local.strftime("%H:%M")
    return short_date(local.date().isoformat())


def _groups_of(note: Note, grouping: str) -> list[str]:
    titles = list(dict.fromkeys(title_of(anchor) for anchor in note.anchors))
    if grouping == "pair":
        return [" / ".join(titles) or translate("PresentNotes", "Without a passage")]
    if grouping == "article":
        return titles or [translate("PresentNotes", "Without a passage")]
    if grouping == "tag":
        return [f"#{tag}" for tag in note.tags] or [translate("PresentNotes", "Without a tag")]
    if grouping == "stance":
        return [stance_name(stance_value(note)) or translate("PresentNotes", "Without a stance")]
    if grouping == "colour":
        return [colour_name(note.colour.value)]
    local = note.modified.astimezone(clock.now().tzinfo)
    if local.date() == clock.now().date():
        return [translate("PresentNotes", "Today")]
    return [short_date(local.date().isoformat())]


def _in_order(sections: Mapping[str, object], grouping: str) -> list[str]:
    """Return the names of sections: tags by name, stances as they are offered, else by age."""
    if grouping == "tag":
        # "Without a tag" has no # and comes last.
        return sorted(sections, key=lambda name: (not name.startswith("#"), name.casefold()))
    if grouping == "stance":
        order = [stance_name(stance) for stance in STANCES[1:]]
        return sorted(sections, key=lambda n: order.index(n) if n in order else len(order))
    if grouping == "colour":
        # Without a colour comes last.
        names = [colour_name(colour) for colour in (*COLOURS[1:], COLOURS[0])]
        return sorted(sections, key=names.index)
    return list(sections)


def attention_rows(troubles: Sequence[Trouble]) -> list[AttentionRow]:
    """Return troubles as rows, candidates with what changed in them."""
    return [
        AttentionRow(
            note_id=trouble.note.id,
            anchor=trouble.index,
            side=trouble.anchor.side,
            title=title_of(trouble.anchor),
            quote=" ".join(trouble.anchor.quote.split()),
            state=trouble.found.state,
            note_text=" ".join(without_links(trouble.note.text)[:300].split()),
            places=tuple(_place_row(trouble, each) for each in trouble.found.candidates),
        )
        for trouble in troubles
    ]


def _place_row(trouble: Trouble, candidate: Candidate) -> PlaceRow:
    quote = " ".join(trouble.anchor.quote.split())
    text = " ".join(candidate.quote.split())
    place = _place_in(trouble.article, candidate.span.start) if trouble.article else ""
    return PlaceRow(text, place, candidate.score, changed_ranges(quote, text))


def changed_ranges(old: str, new: str) -> tuple[tuple[int, int], ...]:
    """Return what of ``new`` is not in ``old``, as ranges of ``new``, whole words at least."""
    from rapidfuzz.distance import Levenshtein  # the window does not wait for it

    if max(len(old), len(new)) > _COMPARED:
        return ()
    old_words, new_words = old.split(" "), new.split(" ")
    starts = [0]
    for word in new_words:
        starts.append(starts[-1] + len(word) + 1)
    ranges = []
    for step in Levenshtein.opcodes(old_words, new_words):
        if step.tag != "equal" and step.dest_start < step.dest_end:
            # Without the blank behind the last word.
            ranges.append((starts[step.dest_start], starts[step.dest_end] - 1))
    return tuple(ranges)


def _place_in(article: Article, start: int) -> str:
    section = section_at(headings(article), start)
    line = line_at(verse_lines(article), start)
    paragraph = Paragraphs(article).number_at(start)
    return _place_words(page_at(article, start), paragraph, section, line)


def _place_words(page: int, paragraph: int, section: Sequence[str], line: int) -> str:
    """Return page or line, and section; the paragraph is counted only where there is none."""
    parts = [translate("PresentNotes", "page {0}").format(page)] if page else []
    if line and not parts:
        parts = [translate("PresentNotes", "line {0}").format(line)]
    parts += section[-1:]
    if paragraph and not parts:
        parts = [translate("PresentNotes", "paragraph {0}").format(paragraph)]
    return ", ".join(parts)


def backup_rows(backups: Iterable[Backup]) -> list[BackupRow]:
    """Return copies of the notes file as rows."""
    reasons = {
        AT_START: translate("PresentNotes", "when Diptych started"),
        BY_HAND: translate("PresentNotes", "made by hand"),
        "restore": translate("PresentNotes", "before another was restored"),
        "repair": translate("PresentNotes", "before a repair"),
    }
    rows = []
    for backup in backups:
        local = backup.time.astimezone(clock.now().tzinfo)
        day = short_date(local.date().isoformat())
        reason = reasons.get(backup.reason, translate("PresentNotes", "before an update"))
        about = f"{Counted().notes(backup.notes)}, {reason}"
        rows.append(BackupRow(str(backup.path), f"{day}, {local:%H:%M}", about))
    return rows
