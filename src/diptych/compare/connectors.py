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
        "on the other hand,on the one hand,on the contrary,as a result,as a consequence,as well,"
        "as such,for example,for instance,for this reason,of course,at the same time,"
        "in this regard,in this context,that is to say,first of all,above all,after all,"
        "more importantly,it should be noted,it is worth noting,it must be said,it is clear that,"
        "it is important to note,it goes without saying,needless to say,to be sure,to be clear,"
        "all things considered,all in all,all told,when all is said and done,"
        "at the end of the day,last but not least,to begin with,to start with,in the first place,"
        "in the second place,in the end,in the meantime,in any case,in any event,at any rate,"
        "by and large,on balance,on the whole,in essence,in reality,in truth,in practice,"
        "in theory,in this way,in this sense,in that sense,in this respect,in that respect,"
        "in this case,in light of this,in view of this,with this in mind,with that in mind,"
        "having said that,that said,that being said,be that as it may,even so,what is more,"
        "on top of that,in addition to that,in addition to this,as a matter of fact,"
        "as we have seen,as mentioned above,as noted above,as already mentioned,"
        "generally speaking,broadly speaking,strictly speaking,to put it differently,"
        "to put it simply,put differently,simply put,in my view,in our view,in my opinion,"
        "in our opinion,by the same token,by the way,as far as we know,as everyone knows,"
        "as is well known,let us turn to,let us now turn to,turning to,first and foremost,"
        "in closing,in summation,to summarise,to summarize,in light of the above,for that reason,"
        "because of this,as a result of this,for the time being,so far,once again,of note,"
        "crucially,ultimately,evidently,obviously,clearly,naturally,conversely,subsequently,"
        "eventually,undoubtedly,undeniably"
    ),
    "ru": _listed(
        "однако,кроме того,более того,поэтому,следовательно,таким образом,итак,наконец,впрочем,"
        "в заключение,в частности,в целом,например,во-первых,во-вторых,тем не менее,"
        "с одной стороны,с другой стороны,в то же время,в результате,иными словами,прежде всего,"
        "в конце концов,подводя итог,подводя итоги,в конечном счёте,в конечном счете,"
        "другими словами,в любом случае,само собой разумеется,как известно,во всяком случае,"
        "следует отметить,стоит отметить,нельзя не отметить,помимо этого,кроме этого,"
        "в свою очередь,между тем,по сути,к тому же,вместе с тем,при этом,в первую очередь"
    ),
    "es": _listed(
        "además,asimismo,sin embargo,no obstante,por lo tanto,por tanto,por consiguiente,"
        "en conclusión,en resumen,en cambio,por ejemplo,en particular,en general,finalmente,"
        "por otra parte,por otro lado,por un lado,en primer lugar,al mismo tiempo,es decir,"
        "en segundo lugar,por último,a fin de cuentas,en definitiva,en todo caso,de todos modos,"
        "dicho esto,cabe señalar,hay que señalar,ante todo,sobre todo,de hecho,a saber,"
        "en otras palabras,como resultado,en consecuencia,en suma"
    ),
    "fr": _listed(
        "cependant,toutefois,néanmoins,pourtant,ainsi,donc,ensuite,enfin,finalement,en outre,"
        "de plus,par ailleurs,en conclusion,en résumé,par exemple,en effet,en revanche,"
        "par conséquent,d'une part,d'autre part,en même temps,tout d'abord,en particulier,"
        "en premier lieu,en second lieu,en fin de compte,en tout cas,cela dit,somme toute,"
        "il convient de noter,il faut noter,il va sans dire,autrement dit,en d'autres termes,"
        "à cet égard,dans ce contexte,en somme,bref,au demeurant,en définitive"
    ),
    "de": _listed(
        "außerdem,zudem,ferner,jedoch,dennoch,trotzdem,deshalb,daher,folglich,schließlich,"
        "zunächst,allerdings,zum beispiel,im gegensatz dazu,darüber hinaus,zum schluss,"
        "zusammenfassend,einerseits,andererseits,gleichzeitig,insbesondere,mit anderen worten,"
        "am ende,letzten endes,alles in allem,im großen und ganzen,in jedem fall,auf jeden fall,"
        "wie gesagt,wie bereits erwähnt,es sei darauf hingewiesen,nicht zuletzt,vor allem,"
        "in diesem zusammenhang,in dieser hinsicht,unter dem strich,kurz gesagt,abschließend,"
        "des weiteren,darum,hingegen,dagegen,nichtsdestotrotz,nichtsdestoweniger"
    ),
}  # fmt: skip


def _by_first_word(
    phrases: frozenset[tuple[str, ...]],
) -> dict[str, list[tuple[str, ...]]]:
    """Return the phrases under their first words, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    # The longest first: "in addition to that" before "in addition".
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


_BEGINNING = {language: _by_first_word(phrases) for language, phrases in _PHRASES.items()}


def without_connectors(words: Sequence[Word], *, language: str) -> tuple[Word, ...]:
    """Return the words without those that only join sentences; all if nothing else is there."""
    known = _BEGINNING.get(language or "en")
    # Most passages hold none, and are given back as they came.
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
    # "For example." says nothing else, yet a passage must keep some words.
    return tuple(kept or words)


def _length_of(words: Sequence[Word], at: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """Return how many words from ``at`` on are one of the phrases, 0 for none of them."""
    for phrase in phrases:
        if tuple(word.form for word in words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0
