# SPDX-License-Identifier: MIT
"""Which words of a full name tell nothing more, as its last word stands for it elsewhere.

An author who introduces "President Vladimir Putin" and then writes "Putin"
means one man by both. Counting the words of the introduction would make it
alike to every passage in another text that introduces him, whatever they claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from diptych.text.lexicon import words_of_all
from diptych.text.words import Word

# Where every noun has a capital, capitals tell no names.
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_Run = Sequence[Word]


def without_full_names(
    text: str, passages: Sequence[Sequence[Word]], *, language: str
) -> tuple[tuple[Word, ...], ...]:
    """Return the words without the titles and given names of whoever goes by the last name.

    Left as they are: words that also stand by themselves or in small letters
    ("Russian"), or only begin sentences ("Meanwhile"), and last names that more
    than one bears ("George Bush", "Jeb Bush").
    """
    if language in _CAPITAL_NOUNS:
        return tuple(tuple(words) for words in passages)
    titles = words_of_all("titles")
    runs = [run for words in passages for run in _capitalised_runs(text, words)]
    # Whoever is called by one word somewhere may be called so everywhere.
    alone = {run[0].stem for run in runs if len(run) == 1}
    # What is written small too is no name, or not only one: "Russian", "Bush".
    small = {word.stem for words in passages for word in words if text[word.start].islower()}
    first = {words[0].start for words in passages if words}
    # The first word of a passage has its capital from its place.
    within = {word.stem for run in runs for word in run if word.start not in first}
    spared: dict[str, list[frozenset[str]]] = defaultdict(list)
    for run in runs:
        if len(run) > 1 and run[-1].stem in alone:
            given = (word.stem for word in run[:-1] if word.form not in titles)
            spared[run[-1].stem].append((frozenset(given) & within) - alone - small)
    # Two of one last name must keep their first names, or the text is about one man.
    bearers = {last: given for last, given in spared.items() if len(_largest(given)) == 1}
    dropped = {
        word.start
        for run in runs
        if len(run) > 1 and run[-1].stem in bearers
        for word in run[:-1]
        if word.form in titles or any(word.stem in given for given in bearers[run[-1].stem])
    }
    return tuple(tuple(w for w in words if w.start not in dropped) for words in passages)


def _largest(names: Sequence[frozenset[str]]) -> set[frozenset[str]]:
    """Return the names that are no part of another one of these."""
    return {name for name in names if not any(name < other for other in names)}


def _capitalised_runs(text: str, words: Sequence[Word]) -> Iterator[_Run]:
    """Yield the content words with capitals that follow one another, one space between."""
    run: list[Word] = []
    for word in words:
        is_name = bool(word.stem) and text[word.start].isupper()
        if run and not (is_name and text[run[-1].end : word.start] == " "):
            yield run
            run = []
        if is_name:
            run.append(word)
    if run:
        yield run
