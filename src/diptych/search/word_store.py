# SPDX-License-Identifier: MIT
"""The lists of written words beside an engine that keeps terms only.

Every commit brings one, idle moments make one of several. Lists only serve
completions, spellings and beginnings of words: one that counts a word twice, as
after a crash, does no harm.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.atomic import sync_folder
from diptych.search.word_list import Entry, WordList, is_sound, list_of, read, write

if TYPE_CHECKING:
    from diptych.search.word_counter import WordCounter

SUFFIX = ".words"
# Uniting writes every word again: two lists are let be.
_FEWEST_UNITED = 3
# Each list is searched for itself at every key.
_MOST_LISTS = 8


class WordStore:
    """The lists in one folder; others may add to them and unite them meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: dict[str, WordList] = {}
        self._counter: WordCounter | None = None
        self._relied_on: list[Path] = []

    def counter(self) -> WordCounter:
        """Return what counts words for the next list: it knows which stand in one already."""
        # Another process united the lists and may have left out words that the counter believes
        # listed.
        if self._counter is None or not all(path.exists() for path in self._relied_on):
            from diptych.search.word_counter import (
                WordCounter,
            )  # numpy, which a search does without

            self._counter, self._relied_on = WordCounter(), []
        return self._counter

    def count_anew(self) -> None:
        """Forget what was counted and which words are listed."""
        self._counter = None

    def keep(self, *, only_new: bool = False) -> None:
        """Write what was counted as one more list, down to the disk."""
        words = self._counter.list(only_new=only_new) if self._counter else ()
        if words:
            self._relied_on.append(self._kept(words))

    def newest(self) -> tuple[WordList, ...]:
        """Return all lists there are by now; raise BrokenListError for one that is damaged."""
        names = sorted(path.name for path in self._folder.glob(f"*{SUFFIX}"))
        before, opened = self._opened, {}
        for name in names:
            known = before.get(name)
            try:
                # A list is never written twice, so what is mapped stays as it is.
                opened[name] = known or read(self._folder / name)
            except FileNotFoundError:
                continue  # united with others meanwhile
        self._opened = opened
        return tuple(opened.values())

    def is_sound(self) -> bool:
        """Compare every list with its checksum; for idle moments."""
        return all(is_sound(path) for path in self._folder.glob(f"*{SUFFIX}"))

    def untidy(self) -> int:
        """Return how many words ``unite`` would write again; 0 when it has nothing to do."""
        return sum(len(self._opened[name]) for name in self._united())

    def unite(self, is_known: Callable[[str], bool], *, every: bool = False) -> None:
        """Make one of many lists, without the words whose term is known no more.

        With ``every`` all are united, however large: much has been forgotten.
        """
        self.newest()
        names = list(self._opened) if every else self._united()
        if not names:
            return
        counts: dict[Entry, int] = defaultdict(int)
        # Forms of one term ask once.
        known = cache(is_known)
        for name in names:
            for entry, count in self._opened[name].entries():
                if known(entry[1].decode()):
                    counts[entry] += count
        if counts:
            # Before the old ones go: a crash between leaves words counted twice, never none.
            entries = sorted(counts)
            forms, terms = ([entry[part] for entry in entries] for part in (0, 1))
            self._kept(list_of(forms, terms, map(counts.__getitem__, entries)))
        for name in names:
            self._opened.pop(name)
            (self._folder / name).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the files."""
        self._opened = {}

    def _kept(self, words: WordList) -> Path:
        path = self._folder / f"{uuid.uuid4().hex}{SUFFIX}"
        beside = path.with_suffix(".tmp")
        write(beside, words)
        # Written whole under another ending: who reads meanwhile never sees half a list.
        beside.replace(path)
        # Or the file's name may be lost with the power while the commit that relies on it is
        # not.
        sync_folder(self._folder)
        return path

    def _united(self) -> list[str]:
        """Return the lists worth uniting: all but those larger than all smaller ones.

        A large list is not written again for the sake of a small one before there are many.
        """
        self.newest()
        if len(self._opened) < _FEWEST_UNITED:
            return []
        names = sorted(self._opened, key=lambda name: len(self._opened[name]))
        sizes = [len(self._opened[name]) for name in names]
        alike = (i + 1 for i in range(1, len(sizes)) if sizes[i] <= sum(sizes[:i]))
        end = max(alike, default=2 if len(sizes) >= _MOST_LISTS else 0)
        return names[:end]
