# SPDX-License-Identifier: MIT
"""How many matches pairs of the library's articles have, by comparing them; kept in the cache.

A count is good for what was compared: the passages of both articles, the encoders
whose vectors took part, the shortest wording, and the weights of the scores; and for
whom it is told: by what the reader's filter leaves and what was said of the pair.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from diptych import __version__
from diptych.atomic import replacing
from diptych.errors import ArticleError, CompareError, LibraryError
from diptych.opened import DAMAGED_JSON, read_whole
from diptych.paths import Profile
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.compare.similarity import Meaning
    from diptych.compare.values import Options
    from diptych.notes.verdict import Verdict
    from diptych.services.match_filter import MatchFilter
    from diptych.services.stores import Stores
    from diptych.text.article import Article

log = logging.getLogger(__name__)

Ids = tuple[str, str]
Said = tuple[str, str]  # what the two passages of a match say

MOST_KEPT = 20_000  # counts; the oldest go first
AT_A_TIME_S = 1.0  # of counting, after which others have their turn


@dataclass(frozen=True, slots=True)
class Counting:
    """How pairs are compared, and which of their matches the reader sees."""

    options: Options
    filter: MatchFilter
    by_meaning: bool = True
    learns: bool = True  # whether verdicts move the other matches


class PairCountStore:
    """One file with the counts made before; a missing or broken one is empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._counts = self._read()

    def get(self, key: str) -> int | None:
        """Return a count made before."""
        return self._counts.get(key)

    def keep(self, counts: dict[str, int]) -> None:
        """Add counts; where the cache cannot be written they are made again next time."""
        if not counts:
            return
        # Read again: another process may have kept some since.
        self._counts = self._read() | counts
        latest = list(self._counts.items())[-MOST_KEPT:]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._path) as file:
                file.write(json.dumps(dict(latest), indent=0).encode())
        except OSError as error:
            log.info("counts of pairs are not kept: %s", error)

    def _read(self) -> dict[str, int]:
        try:
            stored = json.loads(read_whole(self._path))
            return {str(key): int(count) for key, count in stored.items()}
        except FileNotFoundError:
            return {}
        except DAMAGED_JSON as error:
            log.info("counts in %s are made again: %s", self._path.name, error)
            return {}


def count_some(
    profile: Profile, pairs: Sequence[Ids], counting: Counting
) -> tuple[dict[Ids, int], int]:
    """Count the matches of some pairs, for a second or so, in a process of its own.

    Returns the counts and how many of the pairs are done; those with an article
    that is gone, or too long together, have none.
    """
    from diptych.services.stores import Stores

    stores = Stores(profile)
    try:
        counter = PairCounter(stores, counting)
        end = time.monotonic() + AT_A_TIME_S
        done = 0
        # At least one, however long it takes, or a slow pair would be asked for for ever.
        while done < len(pairs) and (not done or time.monotonic() < end):
            counter.count(pairs[done])
            done += 1
        counter.keep()
        return counter.counts, done
    finally:
        stores.close()


class PairCounter:
    """Counts pairs one after the other; articles and vectors are read once."""

    def __init__(self, stores: Stores, counting: Counting) -> None:
        self._stores = stores
        self._counting = counting
        self._store = PairCountStore(stores.profile.pair_counts_file)
        self._made = stores.vectors.made() if counting.by_meaning else frozenset()
        self._articles: dict[str, tuple[Article, str] | None] = {}
        self._new: dict[str, int] = {}
        self.counts: dict[Ids, int] = {}

    def count(self, pair: Ids) -> None:
        """Count one pair, or take over the count made before."""
        from diptych.services.comparing import kept_meaning
        from diptych.services.verdicts import verdicts_to_read_by

        left, right = (self._article(id_) for id_ in pair)
        if left is None or right is None:
            return
        verdicts = verdicts_to_read_by(self._stores, *pair)
        key = self._key(left, right, verdicts)
        known = self._store.get(key)
        if known is None:
            sides, by_meaning = (left[0], right[0]), self._counting.by_meaning
            pair_meaning = kept_meaning(self._stores.vectors, *sides) if by_meaning else None
            meanings = pair_meaning.meanings if pair_meaning else ()
            try:
                known = self._counted(*sides, meanings, verdicts)
            except CompareError:  # books too long for it; the estimate stays
                return
            self._new[key] = known
        self.counts[pair] = known

    def _counted(
        self,
        left: Article,
        right: Article,
        meanings: Sequence[Meaning],
        verdicts: Mapping[Said, Verdict],
    ) -> int:
        from diptych.compare.comparison import compare, count_matches
        from diptych.services.match_filter import as_read
        from diptych.services.verdicts import verdicts_on

        counting = self._counting
        # Counted without making the matches, which takes less time.
        if counting.filter.lets_all_through and not verdicts:
            return count_matches(left, right, counting.options, meanings=meanings)
        found = compare(left, right, counting.options, meanings=meanings)
        said = verdicts_on(found.matches, left, right, verdicts)
        seen = as_read(found, counting.filter, said, learns=counting.learns)
        return sum(match.shown for match in seen.matches)

    def keep(self) -> None:
        """Keep what was counted anew."""
        self._store.keep(self._new)
        self._new = {}

    def _key(
        self,
        left: tuple[Article, str],
        right: tuple[Article, str],
        verdicts: Mapping[Said, Verdict],
    ) -> str:
        from diptych.services.comparing import encoders_of

        names = [
            name
            for name in encoders_of(left[0], right[0])
            if {(left[0].id, name), (right[0].id, name)} <= self._made
        ]
        # Parts are joined by spaces and hold none themselves.
        run = str(self._counting.options.shortest_run)
        parts = (left[1], right[1], *names, run, _weights(), *self._narrowing(verdicts))
        return " ".join(parts)

    def _narrowing(self, verdicts: Mapping[Said, Verdict]) -> tuple[str, ...]:
        """Return what tells counts of narrowed comparisons apart; nothing for whole ones."""
        chosen, learns = self._counting.filter, self._counting.learns
        if chosen.lets_all_through and not verdicts:
            return ()
        narrowed = (sorted(chosen.kinds), chosen.strength, chosen.rejected_shown)
        said = sorted((*quotes, verdict.value) for quotes, verdict in verdicts.items())
        told = repr((narrowed, said, learns))
        return (hashlib.sha256(told.encode(errors="surrogatepass")).hexdigest()[:16],)

    def _article(self, id_: str) -> tuple[Article, str] | None:
        """Return an article with a digest of its passages, None if it is gone."""
        if id_ not in self._articles:
            try:
                article = self._stores.catalogue.article(id_)
                self._articles[id_] = article, _digest(article)
            except (ArticleError, LibraryError) as error:
                log.info("%s is not counted: %s", id_, error)
                self._articles[id_] = None
        return self._articles[id_]


def _digest(article: Article) -> str:
    from diptych.text.segment import passages

    # The passages too: a line unfolded by the reader changes them and not the content.
    cut = ",".join(f"{p.span.start}-{p.span.end}" for p in passages(article))
    known = f"{article.id} {article.content_hash} {article.language} {article.date} {cut}"
    return hashlib.sha256(known.encode()).hexdigest()[:16]


def _weights() -> str:
    """Return what tells counts by other weights, or by other words, apart."""
    from diptych.compare.blend import every_weight
    from diptych.text import words

    digest = hashlib.sha256(repr(every_weight()).encode()).hexdigest()[:8]
    return f"{__version__}-{words.WORDS_VERSION}-{digest}"
