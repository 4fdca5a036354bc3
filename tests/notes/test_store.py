# SPDX-License-Identifier: MIT
"""Notes stay: across processes, migrations, conflicts and broken rows."""

from __future__ import annotations

import errno
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from diptych import snapshot
from diptych.errors import NoteError
from diptych.notes import database, rows
from diptych.notes.anchor import Anchor
from diptych.notes.note import Colour, Note, Stance, new_note
from diptych.notes.pair_store import Alignment
from diptych.notes.store import NoteStore
from diptych.notes.verdict import Verdict
from diptych.text.sides import Side
from notes.samples import Clock, anchor

QUOTE = "Divers found cracks in nine of its forty piles."
OTHER = "She promised a bus along the shore."


def passage(article: str, side: Side = Side.LEFT, quote: str = "Some words.") -> Anchor:
    return Anchor(article, article * 4, side, quote, start=0, end=len(quote))


def pair_note(text: str = "Both count them.") -> Note:
    return new_note(
        text,
        (anchor(QUOTE), anchor(OTHER, side=Side.RIGHT)),
        stance=Stance.CONTRADICTS,
        tags=("piles", "harbour"),
        colour=Colour.BLUE,
    )


def test_a_note_comes_back_as_it_was_kept(store: NoteStore) -> None:
    kept = store.add(pair_note())
    assert store.note(kept.id) == kept


def test_a_note_survives_closing(path: Path, clock: Clock) -> None:
    with NoteStore(path, now=clock) as store:
        kept = store.add(pair_note())
    with NoteStore(path) as store:
        assert store.notes() == (kept,)


@pytest.mark.parametrize(
    "text", ["", "\0", "a\0b", "{{ x }}", "'; DROP TABLE note; --", "x" * 10**6]
)
def test_any_text_is_kept(store: NoteStore, text: str) -> None:
    kept = store.add(new_note(text))
    assert store.note(kept.id).text == text


def test_half_a_surrogate_pair_becomes_a_mark_of_the_same_length(store: NoteStore) -> None:
    kept = store.add(new_note("a\ud83db", (passage("a", quote="\udc00!"),)))
    assert (kept.text, kept.anchors[0].quote) == ("a\ufffdb", "\ufffd!")


def test_an_update_moves_the_modified_time_on(store: NoteStore) -> None:
    kept = store.add(pair_note())
    changed = store.update(replace(kept, text="Changed."))
    assert changed.modified > kept.modified and changed.created == kept.created


def test_an_update_without_change_writes_nothing(store: NoteStore) -> None:
    kept = store.add(pair_note())
    token = store.token()
    assert store.update(kept) == kept and store.token() == token


def test_a_clock_set_back_does_not_set_a_note_back(store: NoteStore, clock: Clock) -> None:
    kept = store.add(pair_note())
    clock.time = clock.time.replace(year=2001)
    assert store.update(replace(kept, text="Later.")).modified > kept.modified


def test_a_second_writer_never_overwrites(path: Path, clock: Clock) -> None:
    with NoteStore(path, now=clock) as one, NoteStore(path, now=clock) as two:
        seen = one.add(pair_note())
        theirs = two.update(replace(seen, text="Theirs."))
        mine = one.update(replace(seen, text="Mine."))
        assert (one.note(seen.id), mine.text, mine.conflict_of) == (theirs, "Mine.", seen.id)


def test_two_writers_of_the_same_words_do_not_conflict(path: Path, clock: Clock) -> None:
    with NoteStore(path, now=clock) as one, NoteStore(path, now=clock) as two:
        seen = one.add(pair_note())
        theirs = two.update(replace(seen, text="Same."))
        assert one.update(replace(seen, text="Same.")) == theirs


def test_a_note_deleted_elsewhere_keeps_what_is_being_typed(path: Path, clock: Clock) -> None:
    with NoteStore(path, now=clock) as one, NoteStore(path, now=clock) as two:
        seen = one.add(pair_note())
        two.delete(seen.id)
        one.update(replace(seen, text="Still typing."))
        assert [note.text for note in one.notes()] == ["Still typing."]


def test_a_note_purged_elsewhere_is_kept_when_saved_again(path: Path, clock: Clock) -> None:
    with NoteStore(path, now=clock) as one, NoteStore(path, now=clock) as two:
        seen = one.add(pair_note())
        two.purge(seen.id)
        assert one.update(replace(seen, text="Back.")).id == seen.id


def test_a_deleted_note_can_be_brought_back(store: NoteStore) -> None:
    kept = store.add(pair_note())
    store.delete(kept.id)
    assert store.notes() == () and len(store.deleted_notes()) == 1
    assert store.restore(kept.id).same_content(kept)


def test_a_purged_note_is_gone_with_its_anchors(store: NoteStore, path: Path) -> None:
    store.purge(store.add(pair_note()).id)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM anchor").fetchone() == (0,)


def test_deleted_notes_stay_thirty_days(store: NoteStore, clock: Clock) -> None:
    old, young = store.add(new_note("Old.")), store.add(new_note("Young."))
    store.delete(old.id)
    clock.time = clock.time.replace(day=20)
    store.delete(young.id)
    clock.time = clock.time.replace(month=4, day=5)
    assert store.purge_old() == 1
    assert [note.id for note in store.deleted_notes()] == [young.id]


def test_a_clock_that_was_set_forth_empties_nothing(store: NoteStore, clock: Clock) -> None:
    store.delete(store.add(new_note("Deleted today.")).id)
    before = clock.time
    clock.time = clock.time.replace(year=2037)

    assert store.purge_old(unused=clock.time - before) == 0
    assert store.purge_old() == 0  # at the next start
    clock.time += timedelta(days=31)
    assert store.purge_old() == 1


def test_a_pause_does_not_count_and_a_weekend_does(store: NoteStore, clock: Clock) -> None:
    store.delete(store.add(new_note("Deleted.")).id)
    clock.time += timedelta(days=28)

    assert store.purge_old(unused=timedelta(days=20)) == 0
    clock.time += timedelta(days=3)
    assert store.purge_old(unused=timedelta(days=3)) == 0
    clock.time += timedelta(days=20)
    assert store.purge_old(unused=timedelta(days=3)) == 1


def test_what_is_deleted_while_the_clock_is_back_stays_thirty_days(
    store: NoteStore, clock: Clock
) -> None:
    old = store.add(new_note("Of long ago."))
    clock.time += timedelta(days=90)
    store.add(new_note("Of today."))
    today, clock.time = clock.time, clock.time.replace(year=1970)
    store.delete(old.id)
    clock.time = today

    assert store.purge_old() == 0


@pytest.mark.parametrize("call", ["note", "delete", "restore"])
def test_an_unknown_note_is_named(store: NoteStore, call: str) -> None:
    with pytest.raises(NoteError, match="no note abc"):
        getattr(store, call)("abc")


def test_notes_on_an_article_are_those_with_a_passage_in_it(store: NoteStore) -> None:
    kept = store.add(new_note("a", (passage("aa"), passage("bb", Side.RIGHT))))
    store.add(new_note("c", (passage("cc"),)))
    assert store.notes_on(["bb"]) == (kept,)


def test_notes_of_a_pair_speak_of_no_third_article(store: NoteStore) -> None:
    both = store.add(new_note("both", (passage("aa"), passage("bb", Side.RIGHT))))
    single = store.add(new_note("left", (passage("aa"),)))
    store.add(new_note("other pair", (passage("aa"), passage("cc", Side.RIGHT))))
    store.add(new_note("nothing"))
    assert store.notes_of_pair(["aa"], ["bb"]) == (both, single)


def test_another_process_is_noticed(store: NoteStore, path: Path) -> None:
    token = store.token()
    words = (
        "from pathlib import Path; from diptych.notes.note import new_note; "
        "from diptych.notes.store import NoteStore; "
        f"print(NoteStore(Path({str(path)!r})).add(new_note('Hello.')).id)"
    )
    ran = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert store.changed_since(token).notes == (ran.stdout.strip(),)


def test_a_purge_is_noticed_as_well(store: NoteStore) -> None:
    kept = store.add(pair_note())
    token = store.token()
    store.purge(kept.id)
    assert store.changed_since(token).notes == (kept.id,)


def test_no_change_is_no_news(store: NoteStore) -> None:
    assert store.changed_since(store.token()).notes == ()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE note SET stance = 'shouts' WHERE text = 'Bad.'",
        "UPDATE note SET created = 'yesterday' WHERE text = 'Bad.'",
        "UPDATE note SET tags = '[1' WHERE text = 'Bad.'",
        "UPDATE note SET text = x'ff00' WHERE text = 'Bad.'",
        "UPDATE note SET id = 'no uuid' WHERE text = 'Bad.'",
    ],
)
def test_one_bad_row_never_hides_the_rest(store: NoteStore, path: Path, damage: str) -> None:
    good = store.add(new_note("Good."))
    store.add(new_note("Bad."))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(damage)
    assert store.notes() == (good,)
    assert len(store.problems) == 1


def test_text_that_is_not_utf8_is_shown_with_marks(store: NoteStore, path: Path) -> None:
    store.add(new_note("Bad."))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE note SET text = CAST(x'41ff42' AS TEXT)")
    assert [note.text for note in store.notes()] == ["A\ufffdB"]


def test_a_newer_schema_is_refused_in_words(path: Path) -> None:
    NoteStore(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(NoteError, match="newer Diptych"):
        NoteStore(path)


def test_a_migration_backs_up_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with NoteStore(path) as store:
        kept = store.add(new_note("Precious."))
    step = ("ALTER TABLE note ADD COLUMN extra TEXT",)
    monkeypatch.setattr(database, "MIGRATIONS", (*database.MIGRATIONS, step))
    monkeypatch.setattr(database, "SCHEMA", database.SCHEMA + 1)
    with NoteStore(path) as store:
        assert store.notes() == (kept,)
    (backup,) = (path.parent / "backups").glob(f"*schema-{database.SCHEMA - 1}.sqlite")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT text FROM note").fetchall() == [("Precious.",)]


def test_a_migration_that_fails_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with NoteStore(path) as store:
        store.add(new_note("Precious."))
    steps = ("ALTER TABLE note ADD COLUMN extra TEXT", "DROP TABLE nowhere")
    monkeypatch.setattr(database, "MIGRATIONS", (*database.MIGRATIONS, steps))
    monkeypatch.setattr(database, "SCHEMA", database.SCHEMA + 1)
    with pytest.raises(NoteError):
        NoteStore(path)
    monkeypatch.undo()
    with NoteStore(path) as store:
        assert len(store.notes()) == 1


def test_a_file_that_is_no_database_is_named(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("My shopping list, which is long enough to look like a file. " * 40)
    with pytest.raises(NoteError, match="damaged"):
        NoteStore(path)


def test_notes_are_durable_and_checked(store: NoteStore, path: Path) -> None:
    connection = store._database.connection
    found = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    ]
    assert found == ["wal", 2, 1]


def test_a_verdict_holds_for_the_swapped_pair(store: NoteStore) -> None:
    store.pairs.set_verdict("b", "a", left_quote="L", right_quote="R", verdict=Verdict.REJECTED)
    assert store.pairs.verdicts("b", "a") == {("L", "R"): Verdict.REJECTED}
    assert store.pairs.verdicts("a", "b") == {("R", "L"): Verdict.REJECTED}


def test_a_verdict_can_be_changed_and_taken_back(store: NoteStore) -> None:
    for verdict in (Verdict.REJECTED, Verdict.ACCEPTED):
        store.pairs.set_verdict("a", "b", left_quote="L", right_quote="R", verdict=verdict)
    assert list(store.pairs.verdicts("a", "b").values()) == [Verdict.ACCEPTED]
    store.pairs.set_verdict("a", "b", left_quote="L", right_quote="R", verdict=None)
    assert store.pairs.verdicts("a", "b") == {}


def test_alignments_are_kept_in_order_and_swap_with_the_pair(store: NoteStore) -> None:
    store.pairs.set_alignments("b", "a", [Alignment(9, 1), Alignment(4, 7)])
    assert store.pairs.alignments("b", "a") == (Alignment(4, 7), Alignment(9, 1))
    assert store.pairs.alignments("a", "b") == (Alignment(1, 9), Alignment(7, 4))


def test_merging_takes_what_is_new(store: NoteStore) -> None:
    incoming = replace(pair_note(), id="0b5ff5a3-4d2b-4f51-b0a5-aa2c5c3c0e11")
    assert [note.id for note in store.merge([incoming]).added] == [incoming.id]


def test_merging_lets_the_newest_win_and_keeps_the_other(store: NoteStore) -> None:
    kept = store.add(pair_note())
    newer = replace(kept, text="Newer.", modified=kept.modified.replace(year=2030))
    merged = store.merge([newer])
    assert store.note(kept.id).text == "Newer."
    assert [(copy.text, copy.conflict_of) for copy in merged.conflicts] == [(kept.text, kept.id)]


def test_merging_twice_is_merging_once(store: NoteStore) -> None:
    kept = store.add(pair_note())
    older = replace(kept, text="Older.", modified=kept.modified.replace(year=2020))
    store.merge([older])
    assert store.merge([older]).conflicts == ()
    assert len(store.notes()) == 2


def test_a_file_of_the_first_schema_is_brought_up_to_date(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "SCHEMA", 1)
    monkeypatch.setattr(database, "MIGRATIONS", database.MIGRATIONS[:1])
    NoteStore(path).close()
    with closing(sqlite3.connect(path)) as other, other:
        row = rows.note_row(new_note("The harbour."), 1)
        other.execute(f"INSERT INTO note VALUES ({', '.join('?' * 10)})", row)
    monkeypatch.undo()
    with NoteStore(path) as store:
        assert store.find("HARBOUR").total == 1


def test_alignments_outlive_the_name_of_their_table(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = next(i for i, s in enumerate(database.MIGRATIONS) if "RENAME TO alignment" in s[0])
    monkeypatch.setattr(database, "SCHEMA", renamed)
    monkeypatch.setattr(database, "MIGRATIONS", database.MIGRATIONS[:renamed])
    NoteStore(path).close()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("INSERT INTO pin VALUES ('a', 'b', 4, 7)")
    monkeypatch.undo()
    with NoteStore(path) as store:
        assert store.pairs.alignments("a", "b") == (Alignment(4, 7),)


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("piles", 1),
        ("PILES cracks", 1),
        ("fahrte", 1),
        ("fährte", 1),
        ("港口", 1),
        ("piles 港口", 0),
        ('"nine of its"', 1),
        ('"of nine"', 0),
        ("100%_", 1),
        ("%", 0),
        ("pil", 1),
        ("iles", 0),
        ("口投", 1),
        ("票港", 0),
        ("港", 1),
        ("票", 1),
        ("AND OR NOT NEAR(", 0),
        ("words: -x ^y", 0),
        ("", 0),
        ('"', 0),
        ("gone", 0),
    ],
)
def test_notes_are_found_by_the_words_in_them(store: NoteStore, query: str, total: int) -> None:
    store.add(new_note("Mine.", (anchor(QUOTE),), tags=("harbour",)))
    store.add(new_note("Die Fährte, 港口投票, 100%_."))
    store.delete(store.add(new_note("gone")).id)
    found = store.find(query)
    assert (found.total, len(found.notes)) == (total, total)


def test_a_search_shows_the_newest_and_counts_all(store: NoteStore) -> None:
    kept = store.add_all([new_note(f"tide {number}") for number in range(5)])
    changed = store.update(replace(kept[2], text="tide again"))
    found = store.find("tide", limit=2)
    assert (found.notes[0], len(found.notes), found.total) == (changed, 2, 5)


@pytest.mark.parametrize("content", [None, b""])
@pytest.mark.parametrize("free", [0, errno.ENOSPC])
def test_notes_that_could_not_be_begun_on_a_full_disk_are_none(
    path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, free: int
) -> None:
    path.parent.mkdir()
    if content is not None:
        path.write_bytes(content)

    def fails(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(database.Database, "_use_wal", fails)
    monkeypatch.setattr(snapshot, "what_forbids_writing", lambda folder: free)
    with NoteStore(path) as store:
        assert store.notes() == ()
        with pytest.raises(NoteError, match="the disk is full"):
            store.add(new_note("One"))
