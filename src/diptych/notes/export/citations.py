# SPDX-License-Identifier: MIT
"""The articles notes quote, as CSL-JSON and BibTeX, under keys that never change."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import field, replace
from functools import lru_cache
from urllib.parse import quote

from diptych.notes.anchor import Anchor
from diptych.notes.export.escape import plain
from diptych.patterns import late_pattern
from diptych.text.language import language_of
from diptych.values import dataclass

# Part of every key: one word more or less, and keys in readers' papers lead nowhere.
_STOP = {"a", "an", "the", "on", "of", "in", "der", "die", "das", "le", "la", "les", "el", "los"}
_READ_FOR_LANGUAGE = 30  # texts
# e.g. 2025, 2025-02, 2025-02-14
_DATE = late_pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# Martin Luther King Jr., or with a comma before it
_SUFFIX = late_pattern(r",?\s+(Jr\.?|Sr\.?|II|III|IV)$")
# 李 小龙, 高橋 みなみ, 김 민수; names from elsewhere are in another script or have a dot
_FAMILY_FIRST = late_pattern(r"([一-鿿々가-힣]{1,3})\s([一-鿿々ぁ-ヿ가-힣]{1,6})")
# What TeX reads as commands, each as text that prints it.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of an article that is cited."""

    title: str
    authors: tuple[str, ...]
    source: str
    date: str
    short_name: str = ""  # tells it from another of its title
    language: str = field(default="", compare=False)


@lru_cache(maxsize=4096)
def citation_key(work: Work) -> str:
    """Return name, year and first word, with ten characters that keep keys apart.

    The key depends on nothing but the work, so it is the same in every export,
    whatever else is exported with it.
    """
    # The unit separator, in no title: “a b” by “c” is another work than “a” by “b c”.
    identity = "\x1f".join((work.title, work.source, work.date, *work.authors))
    if work.short_name:
        # Two drafts of one title are two works; most works are alone with theirs.
        identity += f"\x1e{work.short_name}"
    # Forty bits: of ten thousand works two have one key once in 20,000 cases.
    digest = hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:10]
    name = _ascii(_family(work.authors[0]) if work.authors else "")
    words = (_ascii(word) for word in work.title.split())
    first = next((word for word in words if word and word not in _STOP), "")
    known = _DATE.match(work.date)
    year = known.group(1) if known else ""
    return f"{name[:20] or _ascii(work.source)[:20] or 'anon'}{year}{first[:20]}-{digest}"


def work_of(anchor: Anchor) -> Work:
    """Return the work an anchor quotes."""
    title = anchor.title or anchor.path.replace("\\", "/").rpartition("/")[2] or anchor.article_id
    return Work(
        plain(title),
        tuple(map(plain, anchor.authors)),
        plain(anchor.source),
        anchor.date,
        plain(anchor.short_name),
    )


def works(anchors: Iterable[Anchor]) -> tuple[Work, ...]:
    """Return the works the anchors quote, each once, in order of their keys."""
    quoted: dict[Work, list[str]] = {}
    for anchor in anchors:
        words = quoted.setdefault(work_of(anchor), [anchor.title])
        # The language is clear from a few passages; a work may be quoted thousands of times.
        if len(words) <= _READ_FOR_LANGUAGE:
            words += [anchor.quote, anchor.prefix, anchor.suffix]
    # Without a language a title would be set as English ones are.
    told = (replace(w, language=language_of("\n".join(said))) for w, said in quoted.items())
    return tuple(sorted(told, key=citation_key))


def csl_json(cited: Iterable[Work]) -> str:
    """Return the works as a CSL-JSON document."""
    return json.dumps([_csl(work) for work in cited], ensure_ascii=False, indent=2) + "\n"


def bibtex(cited: Iterable[Work]) -> str:
    """Return the works as a BibTeX file in UTF-8."""
    return "\n".join(map(_bibtex, cited))


def _csl(work: Work) -> dict[str, object]:
    item: dict[str, object] = {"id": citation_key(work), "type": "article", "title": work.title}
    if work.short_name:
        item["note"] = work.short_name
    if work.language:
        item["language"] = work.language
    if work.authors:
        item["author"] = [_csl_name(author) for author in work.authors]
    if work.source.startswith(("http://", "https://")):
        item["type"] = "webpage"
        item["URL"] = work.source
    elif work.source:
        item["type"] = "article-newspaper"
        item["container-title"] = work.source
    parts = _date_parts(work.date)
    if parts:
        item["issued"] = {"date-parts": [parts]}
    return item


def _family(author: str) -> str:
    """Return what a key names a person by: the last word, a suffix left out, or 李 of 李 小龙."""
    name = _csl_name(author)
    return (name.get("family") or name["literal"]).split()[-1] if author.split() else ""


def _csl_name(author: str) -> dict[str, str]:
    suffix = _SUFFIX.search(author.strip())
    person = author.strip()[: suffix.start()] if suffix else author.strip()
    # Chinese, Japanese and Korean names begin with the family's.
    if found := _FAMILY_FIRST.fullmatch(person):
        return {"family": found[1], "given": found[2]}
    # A name of more than four words, with figures, & or a comma, is an institution's and stays
    # whole.
    given, _, family = person.rpartition(" ")
    if given and len(person.split()) <= 4 and not re.search(r"\d|[&,]", person):
        name = {"family": family, "given": given}
        return {**name, "suffix": suffix[1]} if suffix else name
    return {"literal": author}


def _bibtex_name(author: str) -> str:
    name = {part: _tex(words) for part, words in _csl_name(author).items()}
    if "literal" in name:
        return f"{{{name['literal']}}}"
    if "suffix" in name:
        return f"{name['family']}, {name['suffix']}, {name['given']}"
    return f"{name['given']} {name['family']}"


def _bibtex(work: Work) -> str:
    # Doubled braces, or styles would set all but the first word in small letters.
    fields = {"title": f"{{{_tex(work.title)}}}"}
    if work.short_name:
        fields["note"] = _tex(work.short_name)
    if work.authors:
        fields["author"] = " and ".join(map(_bibtex_name, work.authors))
    if work.source.startswith(("http://", "https://")):
        fields["url"] = _verbatim(work.source)
    elif work.source:
        fields["journal"] = _tex(work.source)
    parts = _date_parts(work.date)
    if parts:
        # BibTeX reads year, BibLaTeX date.
        fields["year"] = f"{parts[0]:04}"
        fields["date"] = "-".join(f"{part:02}" for part in parts)
    if work.language:
        fields["langid"] = work.language
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    sort = "article" if "journal" in fields else "misc"
    return f"@{sort}{{{citation_key(work)},\n{lines}}}\n"


def _verbatim(address: str) -> str:
    """Return an address as BibTeX takes it, as it is, but for what would end the field."""
    # url is read verbatim: a backslash before a sign would be part of the address.
    return re.sub(r"[{}\\\s]", lambda found: quote(found.group()), address)


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in " ".join(text.split()))


def _date_parts(date: str) -> list[int]:
    found = _DATE.match(date)
    return [int(part) for part in found.groups() if part] if found else []


def _ascii(word: str) -> str:
    # Müller is muller: keys are ASCII for the programs that know no other.
    folded = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", folded)
