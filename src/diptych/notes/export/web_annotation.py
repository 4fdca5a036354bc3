# SPDX-License-Identifier: MIT
"""Notes as W3C Web Annotations in JSON-LD, and back without loss.

https://www.w3.org/TR/annotation-model/ knows several targets of one annotation
but not that they are a pair: side, stance, colour and what else only Diptych
knows stand in members of our own, which other programs ignore.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from diptych.errors import NoteError
from diptych.notes.anchor import Anchor
from diptych.notes.export.entries import Progress
from diptych.notes.note import UNKNOWN_TIME, Colour, Note, Stance, storable, storable_note
from diptych.notes.rows import time_text
from diptych.text.addresses import address_parts
from diptych.text.sides import Side

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = {"diptych": "urn:x-diptych:", "dcterms": "http://purl.org/dc/terms/"}
_FOREIGN = uuid.UUID("9a0d2f0e-93e2-4f0b-8a67-7c1f0e8c5b13")
_OLDER = "http://www.w3.org/ns/oa#"
_HASH = "urn:x-sha256:"
Choice = TypeVar("Choice", Stance, Colour, Side)
_MOTIVES = {Stance.QUESTION: "questioning", Stance.NONE: "commenting"}


def to_json(notes: Sequence[Note], *, progress: Progress | None = None) -> Iterator[str]:
    """Give an AnnotationPage holding the notes, piece by piece."""
    head = {"@context": [CONTEXT, OWN], "id": "urn:x-diptych:notes", "type": "AnnotationPage"}
    # Left open, so that a hundred thousand notes need not be one document in memory.
    yield json.dumps(head)[:-1] + ', "items": ['
    for done, note in enumerate(notes, 1):
        if progress is not None:
            progress(done, len(notes))
        item = json.dumps(annotation(storable_note(note)), ensure_ascii=False, indent=1)
        yield ("\n" if done == 1 else ",\n") + item
    yield "\n]}\n"


def annotation(note: Note) -> dict[str, object]:
    """Return one note as an Annotation."""
    body: list[dict[str, object]] = [
        {
            "type": "TextualBody",
            "value": note.text,
            "format": "text/markdown",
            "purpose": "commenting",
        }
    ]
    body += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    found: dict[str, object] = {
        "@context": [CONTEXT, OWN],
        "id": f"urn:uuid:{note.id}",
        "type": "Annotation",
        "motivation": _MOTIVES.get(note.stance, "linking"),
        "created": time_text(note.created),
        "modified": time_text(note.modified),
        "body": body,
        "target": [_target(anchor) for anchor in note.anchors],
        "diptych:stance": note.stance.value,
        "diptych:colour": note.colour.value,
    }
    if note.deleted:
        found["diptych:deleted"] = time_text(note.deleted)
    if note.conflict_of:
        found["diptych:conflictOf"] = note.conflict_of
    return found


def _target(anchor: Anchor) -> dict[str, object]:
    source: dict[str, object] = {
        **_named(anchor),
        "type": "Text",
        "dcterms:title": anchor.title,
        "dcterms:creator": list(anchor.authors),
        "dcterms:source": anchor.source,
        "dcterms:date": anchor.date,
        "diptych:article": anchor.article_id,
        "diptych:path": anchor.path,
    }
    selector: list[dict[str, object]] = []
    if anchor.quote or anchor.prefix or anchor.suffix:
        words = {"exact": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix}
        selector.append({"type": "TextQuoteSelector", **words})
    # 0 and 0 stand for a place that is not known.
    if anchor.end:
        place = {"start": anchor.start, "end": anchor.end}
        selector.append({"type": "TextPositionSelector", **place})
    return {
        "type": "SpecificResource",
        "source": source,
        **({"selector": selector} if selector else {}),
        "diptych:side": anchor.side.value,
        "diptych:page": anchor.page,
        "diptych:paragraph": anchor.paragraph,
        "diptych:section": list(anchor.section),
        "diptych:times": anchor.times,
    }


def _named(anchor: Anchor) -> dict[str, object]:
    """Name the article by its content, else by its address; what has neither has no name."""
    if anchor.content_hash:
        return {"id": f"{_HASH}{anchor.content_hash}"}
    is_address = bool(address_parts(anchor.source).scheme) and " " not in anchor.source
    return {"id": anchor.source} if is_address else {}


def from_json(text: str) -> tuple[Note, ...]:
    """Read annotations of this or another program: one, a list, a page or a collection.

    NoteError when the text is no such thing; members nobody knows are passed over.
    """
    try:
        document = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise NoteError("This is not JSON: {error}.", error=error) from error
    items = list(annotations_in(document))
    if not items and not _is_page(document):
        raise NoteError("There are no W3C annotations in this file.")
    return tuple(map(note_of, items))


def note_of(item: Mapping[str, object]) -> Note:
    """Return the note an Annotation holds."""
    texts, tags = [], []
    for body in _each(item.get("body")) or _listed(item.get("bodyValue")):
        value = body if isinstance(body, str) else _words(_mapping(body))
        if _string(_mapping(body).get("purpose")) == "tagging":
            tags.append(value.strip())
        elif value:
            texts.append(value)
    created = _time(item.get("created"))
    deleted = item.get("diptych:deleted")
    return storable_note(
        Note(
            id=_identity(item),
            text="\n\n".join(texts),
            anchors=tuple(
                _anchor(_mapping(target), target, place)
                for place, target in enumerate(_each(item.get("target")))
            ),
            stance=_known(Stance, item.get("diptych:stance"), Stance.NONE),
            tags=tuple(dict.fromkeys(filter(None, tags))),
            colour=_known(Colour, item.get("diptych:colour"), Colour.NONE),
            created=created,
            modified=_time(item.get("modified")) if item.get("modified") else created,
            deleted=_time(deleted) if deleted else None,
            conflict_of=_string(item.get("diptych:conflictOf")),
        )
    )


def annotations_in(document: object) -> Iterator[Mapping[str, object]]:
    """Find the annotations, however they are wrapped."""
    waiting = [document]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, list):
            # In front, so that annotations come in their order.
            waiting = each + waiting
        elif isinstance(each, dict):
            if "Annotation" in _kinds(each):
                yield each
            else:
                # A page has items, a collection its first page, what RDF tools write a graph.
                wrapped = (each.get(name) for name in ("items", "first", "@graph"))
                waiting = [*wrapped, *waiting]


def _is_page(document: object) -> bool:
    return "items" in _mapping(document)


def _anchor(target: Mapping[str, object], whole: object, place: int) -> Anchor:
    quote: Mapping[str, object] = {}
    position: Mapping[str, object] = {}
    for selector in _selectors(target.get("selector")):
        kinds = _kinds(selector)
        if "TextQuoteSelector" in kinds:
            quote = selector
        elif "TextPositionSelector" in kinds:
            position = selector
    source = target.get("source", whole if isinstance(whole, str) else _name(target))
    facts = _mapping(source)
    address = source if isinstance(source, str) else _name(facts)
    content_hash = address.removeprefix(_HASH) if address.startswith(_HASH) else ""
    start, end = _number(position.get("start")), _number(position.get("end"))
    # Of annotations by others: the second target is the other side.
    side = Side.RIGHT if place % 2 else Side.LEFT
    return Anchor(
        # An id is the head of the hash.
        article_id=_string(facts.get("diptych:article", content_hash[:16])),
        content_hash=content_hash,
        side=_known(Side, target.get("diptych:side"), side),
        quote=_string(quote.get("exact")),
        prefix=_string(quote.get("prefix")),
        suffix=_string(quote.get("suffix")),
        start=start,
        end=max(start, end),
        title=_string(facts.get("dcterms:title")),
        authors=tuple(map(_string, _listed(facts.get("dcterms:creator")))),
        source=_string(facts.get("dcterms:source", "" if content_hash else address)),
        date=_string(facts.get("dcterms:date")),
        path=_string(facts.get("diptych:path")),
        page=_number(target.get("diptych:page")),
        paragraph=_number(target.get("diptych:paragraph")),
        times=_number(target.get("diptych:times")),
    )


def _kinds(item: Mapping[str, object]) -> set[str]:
    """Return what a thing is said to be: "oa:Annotation", as older programs write, is one, too."""
    told = map(_string, _listed(item.get("type", item.get("@type"))))
    return {kind.removeprefix(_OLDER).removeprefix("oa:") for kind in told}


def _name(item: Mapping[str, object]) -> str:
    return _string(item.get("id", item.get("@id")))


def _each(value: object) -> list[object]:
    """Return bodies or targets, also those in a list or a choice of some."""
    found: list[object] = []
    for one in _listed(value):
        held = _mapping(one).get("items")
        found += held if isinstance(held, list) else [one]
    return found


def _selectors(value: object) -> Iterator[Mapping[str, object]]:
    """Give selectors, each before what refines it: the words in a chapter, on a page."""
    waiting = _listed(value)
    while waiting:
        selector = _mapping(waiting.pop(0))
        yield selector
        waiting = [*_listed(selector.get("refinedBy")), *waiting]


def _words(body: Mapping[str, object]) -> str:
    """Return what a body says; what is written in HTML as Markdown."""
    value = _string(body.get("value"))
    if body.get("format") != "text/html":
        return value
    from diptych.notes.incoming.html_words import html_words  # few need Python's parser

    return html_words(value)


def _identity(item: Mapping[str, object]) -> str:
    """Return the annotation's UUID, or one that is always the same for its name."""
    name = _name(item)
    try:
        return str(uuid.UUID(name.removeprefix("urn:uuid:")))
    except ValueError:
        if ":" in name:
            return str(uuid.uuid5(_FOREIGN, name))
        # "1" or "a" is the name of one note in a file; in another file, of another passage,
        # another note has it. Without any name all that it says is its name.
        told = [name, item.get("target")] if name else item
        return str(uuid.uuid5(_FOREIGN, json.dumps(told, sort_keys=True)))


def _time(value: object) -> datetime:
    try:
        time = datetime.fromisoformat(_string(value))
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return UNKNOWN_TIME


def _known(kind: type[Choice], value: object, default: Choice) -> Choice:
    try:
        return kind(_string(value))
    except ValueError:
        return default


def _listed(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _string(value: object) -> str:
    if isinstance(value, dict):  # a language map or a value object of JSON-LD
        value = value.get("@value", value.get("value", ""))
    return storable(value) if isinstance(value, str) else ""


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 2**53 else 0
