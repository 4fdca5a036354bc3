# SPDX-License-Identifier: MIT
"""The lines of YAML or TOML above a Markdown text, read within bounds."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import field

import yaml

from diptych.library.dates import iso_date
from diptych.library.draft import Facts, Piece
from diptych.library.people import distinct, people
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind, BlockState, TitleSource
from diptych.values import dataclass

_LONGEST = 64 * 1024
_DEEPEST = 16
# --- opens YAML, +++ TOML, ;;; JSON.
_FENCE = late_pattern(r"\s{0,20}(?P<fence>---|\+\+\+|;;;)[ \t]*\n")
# Pandoc's block: “% Title”, “% Author; Author”, “% Date”, each on a line of its own.
_PANDOC = late_pattern(
    r"%[ \t]*(.*(?:\n[ \t]+\S.*)*)\n%[ \t]*(.*(?:\n[ \t]+\S.*)*)(?:\n%[ \t]*(.*))?(?:\n|\Z)"
)
# Hexo leaves the first rule out: “title: The port” and so on, up to a rule.
_KEY_OR_MORE = late_pattern(r"[A-Za-z][\w-]{0,40}:(?:\s|$)|[ \t]+\S|- |\s*$")
_MOST_LINES = 60
# Two lines or more of “Title: The port” with an empty one after them, and no fence.
_BARE = late_pattern(r"(?:[A-Za-z][\w -]{0,40}:[ \t]+\S.*(?:\n[ \t]+\S.*)*\n){2,40}(?=\s*\n)")
# “title: Ports: a history” is no YAML before its value is quoted.
_COLON_INSIDE = late_pattern(
    r"^([A-Za-z][\w -]{0,40}:[ \t]+)([^\s\"'\[{|>&*#].*:[ \t].*)$", re.MULTILINE
)
_BAD_LINE = late_pattern(r"at line (\d+)")
_MOST_BAD_LINES = 5
_CLOSINGS = {
    "---": late_pattern(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": late_pattern(r"^\+\+\+[ \t]*$", re.MULTILINE),
    ";;;": late_pattern(r"^;;;[ \t]*$", re.MULTILINE),
}
# “title: The port” or, in TOML, “title = The port”.
_SIMPLE = late_pattern(r"^([A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(.*)$", re.MULTILINE)
_KEYS = {
    "title": ("title", "headline", "name"),
    "authors": ("author", "authors", "by", "byline", "creator", "creators"),
    "date": (
        "date",
        "published",
        "publishdate",
        "pubdate",
        "date_published",
        "published date",
        "publication date",
        "publish date",
        *("pubdatetime", "publisheddate", "published_at", "publishedat", "datepublished"),
        *("date published", "post_date", "first_published"),
        "created",
    ),
    "source": (
        *("source", "publication", "publicationtitle", "container-title", "journal", "publisher"),
        *("outlet", "site", "website", "via"),
    ),
    "language": ("language", "lang", "locale"),
    "tags": ("tags", "keywords", "categories", "topics"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where the front matter ends in the text, and what it says."""

    end: int
    facts: Facts
    warnings: tuple[str, ...] = field(default=())


class _Loader(yaml.BaseLoader):
    """A loader that makes only strings, lists and mappings, and refuses aliases and depth.

    All values stay text: ``title: No`` is the word No, and no date raises.
    """

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            # An alias may stand for a list of aliases: nine lines unfold to gigabytes.
            raise yaml.YAMLError("aliases are not read")
        self._depth += 1
        if self._depth > _DEEPEST:
            raise yaml.YAMLError("nested too deeply")
        try:
            return super().compose_node(parent, index)
        finally:
            self._depth -= 1


def read_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter at the head of ``text``, or None when there is none."""
    opening = _FENCE.match(text)
    if not opening:
        return _pandoc(text) or _braced(text) or _bare(text)
    fence = opening["fence"]
    closing = _CLOSINGS[fence].search(text, opening.end(), opening.end() + _LONGEST)
    # A rule at the head of a text that has no second one.
    if not closing:
        return None
    inner = text[opening.end() : closing.start()]
    # Between two rules stands prose: nothing there is a key with a value.
    if fence != ";;;" and not _SIMPLE.search(inner):
        return None  # a rule at the head of the text
    values, warnings = _values(inner, fence)
    return FrontMatter(closing.end(), _facts(values), warnings)


def front_piece(text: str, front: FrontMatter) -> Piece:
    """Return the folded piece that the front matter is in its text."""
    piece = Piece(text[: front.end].rstrip(), kind=BlockKind.CODE, fixed=True)
    piece.end = len(piece.text)
    piece.hide(BlockState.FOLDED, "front matter")
    return piece


def _pandoc(text: str) -> FrontMatter | None:
    """Return what a pandoc title block says: title, authors, date, a line each."""
    found = _PANDOC.match(text[:_LONGEST])
    if not found:
        return None
    title, authors, date = (" ".join((part or "").split()) for part in found.groups())
    return FrontMatter(found.end(), _facts({"title": title, "author": authors, "date": date}))


def _braced(text: str) -> FrontMatter | None:
    """Return what an object of JSON at the head of the text says, as Hugo reads it."""
    if not text.startswith("{\n"):
        return None
    try:
        values, end = json.JSONDecoder().raw_decode(text[:_LONGEST])
    except (ValueError, RecursionError):
        return None
    lowered = {str(key).lower(): value for key, value in values.items()}
    known = {key for keys in _KEYS.values() for key in keys}
    return FrontMatter(end, _facts(lowered)) if len(known & lowered.keys()) > 1 else None


def _bare(text: str) -> FrontMatter | None:
    """Return what MultiMarkdown's metadata says: keys and values without a fence."""
    unopened, found = _unopened(text), _BARE.match(text[:_LONGEST])
    if not unopened and not found:
        return None
    inner = unopened or (found[0] if found else "")
    values, _ = _values(inner, "---")
    known = {key for keys in _KEYS.values() for key in keys}
    # A letter may begin with “To:” and “From:”: at least a title and one more known key.
    if "title" not in values or len(values.keys() & known) < 2:
        return None
    end = len(unopened) + len("---") if unopened else len(inner)
    return FrontMatter(end, _facts(values))


def _unopened(text: str) -> str:
    """Return the lines of keys and values before the first rule, if no other line is there."""
    lines = text[:_LONGEST].split("\n", _MOST_LINES)[:_MOST_LINES]
    end = next((i for i, line in enumerate(lines) if line.rstrip() == "---"), 0)
    is_head = end > 1 and ":" in lines[0] and all(map(_KEY_OR_MORE.match, lines[:end]))
    return "\n".join((*lines[:end], "")) if is_head else ""


def _values(inner: str, fence: str) -> tuple[Mapping[str, object], tuple[str, ...]]:
    try:
        loaded = _toml(inner) if fence == "+++" else _yaml(inner)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError):
        loaded = None
    if isinstance(loaded, dict):
        return {str(key).lower(): value for key, value in loaded.items()}, ()
    # What is no YAML is often read line by line all the same: one bad line takes no title away.
    simple = {key.lower(): value.strip(" \t\"'") for key, value in _SIMPLE.findall(inner)[:200]}
    return simple, ("the front matter is not valid YAML",)


def _toml(inner: str) -> object:
    """Return the TOML, without the few lines that are wrong in it."""
    lines = inner.split("\n")
    for _ in range(_MOST_BAD_LINES):
        try:
            return tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError as error:
            found = _BAD_LINE.search(str(error))
            place = int(found[1]) - 1 if found else -1
            if not 0 <= place < len(lines):
                raise
            lines[place] = ""
    return tomllib.loads("\n".join(lines))


def _yaml(inner: str) -> object:
    """Return the YAML, once more with its values quoted where a colon inside one breaks it."""
    try:
        return yaml.load(inner, _Loader)
    except yaml.YAMLError:
        quoted = _COLON_INSIDE.sub(lambda m: m[1] + json.dumps(m[2], ensure_ascii=False), inner)
        if quoted == inner:
            raise
        return yaml.load(quoted, _Loader)


def _facts(values: Mapping[str, object]) -> Facts:
    facts = Facts()
    facts.title = _line(_first(values, "title"), 300)
    if facts.title:
        facts.title_source = TitleSource.METADATA
    facts.authors = _people(_first(values, "authors"))
    # [2024-03-05], as a vault links its days
    facts.date = iso_date(_line(_first(values, "date"), 80).strip("[]"))
    facts.source = _line(_first(values, "source"), 200)
    facts.language = _line(_first(values, "language"), 20)
    # Zola puts tags under [taxonomies].
    taxonomies = values.get("taxonomies")
    nested = taxonomies if isinstance(taxonomies, dict) else {}
    facts.tags = _list(_first(values, "tags") or _first(nested, "tags"))
    return facts


def _first(values: Mapping[str, object], name: str) -> object:
    given = (values.get(key) for key in _KEYS[name])
    # Editors write null, or a tilde, where nothing was filled in; Null is a family.
    return next((each for each in given if each and each not in ("null", "~")), None)


def _line(value: object, length: int) -> str:
    for _ in range(2):  # “name: {given: Ann, family: Lee}”
        if not isinstance(value, dict):
            break
        # Zotero and the files of citation programs name people in parts.
        names = (("firstName", "given"), ("lastName", "family"))
        parts = (value.get(one) or value.get(other) for one, other in names)
        value = value.get("name") or " ".join(str(part) for part in parts if part)
    for _ in range(2):  # [[2024-03-05]] is a link in a vault, and a list in a list to YAML
        if isinstance(value, list):
            value = value[0] if value else ""
    if value is None or isinstance(value, dict | list):
        return ""
    text = " ".join(str(value)[:2000].split())
    return "".join(c for c in text if c.isprintable())[:length].strip()


def _people(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return distinct(name for entry in value[:20] for name in people(_line(entry, 200)))
    return people(_line(value, 1000))


def _list(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        parts = [_line(entry, 100).strip(" #") for entry in value[:100]]
    else:
        line = _line(value, 1000)
        parts = [part.strip(" #") for part in (line.split(",") if "," in line else line.split())]
    return tuple(dict.fromkeys(part for part in parts if part))
