# SPDX-License-Identifier: MIT
"""Words that only join a sentence to the one before: "furthermore", "in conclusion".

Two passages that both hold one say nothing in common by it.
"""

from __future__ import annotations

from collections.abc import Sequence

from diptych.text.words import Word


def _listed(phrases: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in phrases.split(","))


_PHRASES = {
    "en": _listed(
        "furthermore,moreover,however,nevertheless,nonetheless,therefore,hence,thereby,"
        "additionally,consequently,accordingly,likewise,similarly,meanwhile,besides,indeed,"
        "firstly,secondly,thirdly,lastly,finally,overall,notably,importantly,admittedly,"
        "in conclusion,to conclude,in addition,in summary,to sum up,in short,in brief,in sum,"
        "in fact,in particular,in general,in other words,in contrast,by contrast,in turn,"
        "on the other hand,on the one hand,on the contrary,as a result,as a consequence,"
        "as well,as such,for example,for instance,for this reason,of course,at the same time,"
        "in this regard,in this context,that is to say,first of all,above all,after all,"
        "more importantly,it should be noted,it is worth noting"
    ),
    "ru": _listed(
        "однако,кроме того,более того,поэтому,следовательно,таким образом,итак,наконец,впрочем,"
        "в заключение,в частности,в целом,например,во-первых,во-вторых,тем не менее,"
        "с одной стороны,с другой стороны,в то же время,в результате,иными словами,прежде всего"
    ),
    "es": _listed(
        "además,asimismo,sin embargo,no obstante,por lo tanto,por tanto,por consiguiente,"
        "en conclusión,en resumen,en cambio,por ejemplo,en particular,en general,finalmente,"
        "por otra parte,por otro lado,por un lado,en primer lugar,al mismo tiempo,es decir"
    ),
    "fr": _listed(
        "cependant,toutefois,néanmoins,pourtant,ainsi,donc,ensuite,enfin,finalement,en outre,"
        "de plus,par ailleurs,en conclusion,en résumé,par exemple,en effet,en revanche,"
        "par conséquent,d'une part,d'autre part,en même temps,tout d'abord,en particulier"
    ),
    "de": _listed(
        "außerdem,zudem,ferner,jedoch,dennoch,trotzdem,deshalb,daher,folglich,schließlich,"
        "zunächst,allerdings,zum beispiel,im gegensatz dazu,darüber hinaus,zum schluss,"
        "zusammenfassend,einerseits,andererseits,gleichzeitig,insbesondere,mit anderen worten"
    ),
}  # fmt: skip


def _by_first_word(
    phrases: frozenset[tuple[str, ...]],
) -> dict[str, list[tuple[str, ...]]]:
    """Return the phrases under their first words, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


_BEGINNING = {language: _by_first_word(phrases) for language, phrases in _PHRASES.items()}


def without_connectors(words: Sequence[Word], *, language: str) -> tuple[Word, ...]:
    """Return the words without those that only join sentences; all if nothing else is there."""
    known = _BEGINNING.get(language or "en")
    if known is None or not any(word.form in known for word in words):
        return tuple(words)
    kept: list[Word] = []
    at = 0
    while at < len(words):
        phrases = known.get(words[at].form)
        length = _length_of(words, at, phrases) if phrases else 0
        if not length:
            kept.append(words[at])
        at += length or 1
    return tuple(kept or words)


def _length_of(words: Sequence[Word], at: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """Return how many words from ``at`` on are one of the phrases, 0 for none of them."""
    for phrase in phrases:
        if tuple(word.form for word in words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0
