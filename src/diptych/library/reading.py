# SPDX-License-Identifier: MIT
"""One file on disk to one Article: limits, format, tidying, checks."""

from __future__ import annotations

import errno
import gc
import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from diptych.library import outcomes, sniffing
from diptych.library.dates import with_order
from diptych.library.draft import MOST_CHARACTERS, Draft, Piece, Refused, check_length
from diptych.library.encodings import Decoded, decode, letter_share, odd_share
from diptych.library.file_names import take_file_name
from diptych.library.lines import is_invisible
from diptych.library.outcomes import Limit
from diptych.library.prose import title_line
from diptych.library.readers.html import declared_encoding, read_html
from diptych.library.readers.md import read_md
from diptych.library.readers.txt import read_txt
from diptych.library.tidy import tidy
from diptych.opened import is_shut
from diptych.text.article import GUESSED_ENCODING, Article, BlockKind, BlockState
from diptych.text.language import direction_of, language_of
from diptych.text.tokens import count_words_in

_MEBIBYTE = 1 << 20
# Mebibytes; formats that hold pictures may be larger.
_SIZE_LIMITS = {
    "txt": 64, "rtf": 64, "mhtml": 64, "eml": 64, "html": 32, "md": 16,
    "pdf": 256, "docx": 256, "odt": 256, "epub": 256, "fb2": 64,
}  # fmt: skip
MOST_BLOCKS = 200_000
_TEXT_READERS: dict[str, Callable[[Decoded], Draft]] = {
    "txt": read_txt,
    "md": read_md,
    "html": read_html,
}


def read_article(path: Path, *, encoding: str = "") -> Article:
    """Return the article in the file at ``path``.

    ``encoding`` is the reader's choice and overrules what was guessed. Raises
    ArticleError, its code one of ``outcomes.SENTENCES``.
    """
    content = load(path)
    return _with_zotero(article_of(content, path, encoding=encoding), path)


def article_of(content: bytes, path: Path, *, encoding: str = "") -> Article:
    """Return the article in ``content``; ``path`` only names it and breaks ties."""
    if not content:
        raise outcomes.refusal("empty", path)
    with _nothing_collected():
        return _made_of(content, path, encoding)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Collect no garbage meanwhile: a long text is all kept, and to look through it takes time."""
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_collecting:
            gc.enable()


def _made_of(content: bytes, path: Path, encoding: str) -> Article:
    try:
        draft = _draft_of(content, path, encoding)
        _check_size(draft)
        tidy(draft)
        take_file_name(draft, path.stem)
    except Refused as refused:
        limit = refused.limit or Limit(MOST_CHARACTERS, "characters")
        raise outcomes.refusal(refused.code, path, limit=limit) from refused
    return _finished(draft, hashlib.sha256(content).hexdigest(), path)


def _with_zotero(article: Article, path: Path) -> Article:
    """Return the article with what Zotero knows of it; what asks is loaded for its folders."""
    if path.absolute().parent.parent.name not in ("storage", "files"):
        return article
    from diptych.library.zotero import with_zotero

    return with_zotero(article, path)


def load(path: Path) -> bytes:
    """Return a file's bytes, or raise ArticleError; never waits on a pipe or a device."""
    name = sniffing.EXTENSIONS.get(path.suffix.lower(), "txt")
    limit = _SIZE_LIMITS[name] * _MEBIBYTE
    try:
        # Before it is opened: to open a device may do something already.
        before = path.stat()
        _check_stat(before, path, limit)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0))
        with os.fdopen(descriptor, "rb") as stream:
            # Again, of what was really opened: the name may lead elsewhere by now.
            opened = os.fstat(descriptor)
            _check_stat(opened, path, limit)
            # Not more, however the file grows meanwhile.
            content = stream.read(limit + 1)
            after = os.fstat(descriptor)
    except OSError as error:
        raise outcomes.refusal(_code_of(error, path), path) from error
    except ValueError as error:  # a NUL in the path
        raise outcomes.refusal("gone", path) from error
    # Written to while it is read, it may be half of one text and half of another.
    same = (opened.st_size, opened.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not same or (opened.st_size and len(content) != opened.st_size):
        raise outcomes.refusal("changed", path)
    return content


def _check_stat(status: os.stat_result, path: Path, limit: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise outcomes.refusal("not-a-file", path)
    if status.st_size > limit:
        raise outcomes.refusal("too-large", path, limit=Limit(limit // _MEBIBYTE, "MB"))


def _code_of(error: OSError, path: Path) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "gone"
    # ENXIO: a socket, which cannot be opened.
    if isinstance(error, IsADirectoryError) or error.errno == errno.ENXIO:
        return "not-a-file"
    if isinstance(error, PermissionError):
        # Windows refuses to open a folder as if there were no right to.
        return "not-a-file" if not is_shut(path) and path.is_dir() else "no-permission"
    return "unreadable"


def _draft_of(content: bytes, path: Path, encoding: str) -> Draft:
    form = sniffing.sniff(content, path)
    if form in sniffing.NO_ARTICLE:
        raise Refused(form)
    if form not in sniffing.DECODED:
        return _read_packed(form, content)
    declared = declared_encoding(content) if form == "html" else ""
    decoded = decode(content, declared=declared, chosen=encoding)
    if not encoding:
        # Who names an encoding has seen the file, and is believed.
        _refuse_binary(content, decoded)
    # The beginning first: all of a long text takes its time to look through.
    if is_invisible(decoded.text[:10_000]) and is_invisible(decoded.text):
        raise Refused("empty" if not decoded.text.strip() else "no-text")
    if form != "html":  # of which the marks do not count
        check_length(len(decoded.text))
    draft = _TEXT_READERS[form](decoded)
    if decoded.is_guess:
        draft.warnings = (*draft.warnings, GUESSED_ENCODING)
    return draft


def _read_packed(form: str, content: bytes) -> Draft:
    """Read a format that is no plain text; its reader is imported when the first one comes."""
    match form:
        case "pdf":
            from diptych.library.readers.pdf import read_pdf

            return read_pdf(content)
        case "docx":
            from diptych.library.readers.docx import read_docx

            return read_docx(content)
        case "odt":
            from diptych.library.readers.odt import read_odt

            return read_odt(content)
        case "epub":
            from diptych.library.readers.epub import read_epub

            return read_epub(content)
        case "fb2":
            from diptych.library.readers.fb2 import read_fb2

            return read_fb2(content)
        case "rtf":
            from diptych.library.readers.rtf import read_rtf

            return read_rtf(content)
        case "eml":
            from diptych.library.readers.eml import read_eml

            return read_eml(content)
        case "mhtml":
            from diptych.library.readers.mhtml import read_mhtml

            return read_mhtml(content)
    raise Refused("unsupported")


def _refuse_binary(content: bytes, decoded: Decoded) -> None:
    # In these every second byte of plain English, or more, is a zero.
    if not decoded.encoding.startswith(("utf-16", "utf-32")):
        sample = content[:1_000_000]
        # Not counted: tab, line ends, form feed, and the escape that terminals write into logs.
        controls = sum(
            sample.count(code) for code in (*range(1, 9), *range(14, 27), *range(28, 32))
        )
        if sample.count(0) * 100 > len(sample) or controls * 20 > len(sample):
            raise Refused("binary")
    if decoded.is_guess and (odd_share(decoded.text) > 0.1 or letter_share(decoded.text) < 0.3):
        raise Refused("binary")


def _check_size(draft: Draft) -> None:
    if not any(not is_invisible(piece.text[:10_000]) for piece in draft.pieces):
        raise Refused("no-text")
    check_length(len(draft.text))
    if len(draft.pieces) > MOST_BLOCKS:
        raise Refused("too-large", Limit(MOST_BLOCKS, "paragraphs"))


def _finished(draft: Draft, content_hash: str, path: Path) -> Article:
    facts = draft.facts
    body = _body_sample(draft.pieces)
    language = language_of(body, facts.language)
    return Article(
        text=draft.text,
        blocks=tuple(piece.to_block() for piece in draft.pieces),
        title=title_line(facts.title) or outcomes.visible(path.stem),
        content_hash=content_hash,
        title_source=facts.title_source,
        authors=facts.authors,
        date=with_order(facts.date, _head_lines(draft.pieces), draft.text, language),
        source=facts.source,
        language=language,
        direction=direction_of(body, language),
        format=draft.format,
        encoding=draft.encoding,
        tags=facts.tags,
        warnings=draft.warnings,
        # What is folded away is not read, and takes nobody's minutes.
        words=count_words_in(
            [piece.text for piece in draft.pieces if piece.state is not BlockState.FOLDED]
        ),
    )


def _head_lines(pieces: Sequence[Piece]) -> Iterator[str]:
    return (p.text for p in pieces if p.kind in (BlockKind.DATE, BlockKind.BYLINE))


def with_language(article: Article) -> Article:
    """Return the article with its language told again, from its shown blocks."""
    shown = [b.span.of(article.text) for b in article.blocks if b.state is BlockState.SHOWN]
    body = "\n".join(shown)[:8000]
    language = language_of(body)
    return replace(article, language=language, direction=direction_of(body, language))


def _body_sample(pieces: Sequence[Piece]) -> str:
    parts: list[str] = []
    size = 0
    shown = [piece for piece in pieces if piece.state is BlockState.SHOWN]
    # Long pieces first: names and headings tell a language badly.
    prose = [piece for piece in shown if len(piece.text) > 120]
    for piece in (*prose, *shown) or pieces:
        parts.append(piece.text[:4000])
        size += len(parts[-1])
        if size > 8000:
            break
    return "\n".join(parts)
