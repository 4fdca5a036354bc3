# SPDX-License-Identifier: MIT
"""What is previewed is what is written; an order says which notes leave, and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.errors import NoteError
from diptych.notes.export.placing import Again, Saved
from diptych.notes.export.profiles import ENDINGS, REPORTS, WORD, Format
from diptych.notes.note import Note, new_note
from diptych.paths import Profile
from diptych.services import exporting
from diptych.services.exporting import ExportOrder, StoppedError
from diptych.services.note_keeping import add_note
from diptych.services.stores import Stores
from services.conftest import note_on_harbour, pair_of

TEXTS = [each for each in Format if each is not Format.REPORT_PDF and each not in WORD]


def go_on(done: int, total: int) -> None:
    """Let an export go on."""


def written(stores: Stores, order: ExportOrder, target: Path) -> Saved:
    return exporting.save_order(
        stores, order, target, again=Again.RENEW, progress=go_on, print_pdf=str.encode
    )


@pytest.fixture
def order(stores: Stores) -> ExportOrder:
    """The note on the pair, as a table of both quotations."""
    add_note(stores, note_on_harbour(stores))
    return ExportOrder("pair", Format.GITHUB, articles=pair_of(stores))


@pytest.mark.parametrize("format_", TEXTS)
def test_the_very_file_is_previewed(
    stores: Stores, tmp_path: Path, format_: Format, order: ExportOrder
) -> None:
    order = ExportOrder("pair", format_, articles=order.articles)

    shown = exporting.preview(stores, order)
    saved = written(stores, order, tmp_path / f"notes{ENDINGS[format_]}")

    # The mark by which Excel knows a table for UTF-8 is nothing to look at.
    assert saved.files[0].read_bytes().decode("utf-8-sig").rstrip() == shown.text.rstrip()
    assert format_ in REPORTS or [path.name for path in saved.files] == [*shown.names]


def test_what_is_copied_says_nothing_of_a_file(stores: Stores, order: ExportOrder) -> None:
    copied = exporting.main_text(stores, order, progress=go_on)

    assert "Who opened it?" in copied
    assert "<!-- diptych" not in copied


@pytest.mark.parametrize(
    ("scope", "count"), [("pair", 1), ("all", 2), ("tag:sea", 1), ("tag:x", 0)]
)
def test_a_scope_says_which_notes_leave(
    stores: Stores, order: ExportOrder, scope: str, count: int
) -> None:
    add_note(stores, note_without_place("Of the sea.", "sea"))

    chosen = exporting.notes_ordered(
        stores, ExportOrder(scope, order.format, articles=order.articles)
    )

    assert len(chosen) == count


def note_without_place(text: str, tag: str) -> Note:
    return new_note(text, (), tags=(tag,))


def test_notes_are_counted_by_scope(stores: Stores, order: ExportOrder) -> None:
    add_note(stores, note_without_place("Of the sea.", "sea"))

    stock = exporting.count_notes(stores, order.articles)

    assert (stock.pair, stock.everything, stock.tags) == (1, 2, (("sea", 1),))


def test_a_stopped_export_leaves_no_file(
    stores: Stores, order: ExportOrder, tmp_path: Path
) -> None:
    def stop(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        exporting.save_order(
            stores, order, tmp_path / "n.md", again=Again.RENEW, progress=stop, print_pdf=str.encode
        )

    assert not (tmp_path / "n.md").exists()


def test_a_report_wants_two_articles(stores: Stores, order: ExportOrder) -> None:
    with pytest.raises(NoteError, match="needs two pinned articles"):
        exporting.preview(
            stores, ExportOrder("pair", Format.REPORT_MD, articles=order.articles[:1])
        )


def test_a_template_of_the_readers_own_is_kept_used_and_forgotten(
    stores: Stores, order: ExportOrder, profile: Profile
) -> None:
    templates = exporting.OwnTemplates(profile.templates_folder)
    templates.save("mine", "Mine: {{ groups|length }}")

    own = ExportOrder("pair", Format.COMMONMARK, "mine", order.articles)

    assert templates.names() == ("mine",)
    assert exporting.main_text(stores, own, progress=go_on) == "Mine: 1"
    templates.remove("mine")
    assert templates.names() == ()


def test_a_template_with_a_fault_is_not_kept(profile: Profile) -> None:
    templates = exporting.OwnTemplates(profile.templates_folder)

    with pytest.raises(NoteError):
        templates.save("broken", "{% for %}")

    assert templates.names() == ()
