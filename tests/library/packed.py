# SPDX-License-Identifier: MIT
"""Builds small office documents, books, pages and PDFs for the tests."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
CORE = (
    '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{title}</dc:title>'
    "<dc:creator>{author}</dc:creator><dcterms:created>2024-05-12T10:00:00Z</dcterms:created>"
    "</c:coreProperties>"
)
ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
    )
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # By its name alone it would carry the time, and no two of a test were the same.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def scrambled(name: str, packing: int) -> bytes:
    """An archive whose one part is not what its way of packing writes, but for its head."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), "The quay is closed. " * 90, packing)
    content = stream.getvalue()
    head = {zipfile.ZIP_BZIP2: 4, zipfile.ZIP_LZMA: 9}.get(packing, 0)
    first = 30 + len(name) + head
    return content[:first] + b"\xff" * 20 + content[first + 20 :]


def docx(body: str, *, title: str = "", author: str = "", **parts: str) -> bytes:
    """A Word document; ``parts`` are further ones in ``word/`` such as ``styles``."""
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": RELATIONS,
            "docProps/core.xml": CORE.format(title=title, author=author),
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            **{
                f"word/{name}.xml": part.replace("<w:X", f"<w:{name} {W}")
                for name, part in parts.items()
            },
        }
    )


def word_paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, *, styles: str = "", **parts: str) -> bytes:
    content = (
        f"<office:document-content {ODF}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **parts}
    )


def epub(chapters: dict[str, str], *, title: str = "The wall", **parts: str) -> bytes:
    manifest = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"'
        f' properties="{"nav" if name == "nav" else "x"}"/>'
        for name in chapters
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        "<dc:creator>Ida Holm</dc:creator><dc:creator>Jon Aas</dc:creator>"
        f"<dc:language>en</dc:language></metadata><manifest>{manifest}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    pages = {
        f"OEBPS/{name}.xhtml": f"<html xmlns='http://www.w3.org/1999/xhtml'><body>{body}</body></html>"
        for name, body in chapters.items()
    }
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": package,
            **pages,
            **parts,
        }
    )


def mhtml(page: str, *, encoding: str = "8bit", subject: str = "The wall") -> bytes:
    return (
        f"From: <Saved by Blink>\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--edge"\r\n\r\n'
        "----edge\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\n\r\n{page}\r\n"
        "----edge\r\nContent-Type: image/gif\r\n\r\nGIF89a\r\n----edge--\r\n"
    ).encode()


# "@" is an italic letter of a formula, outside Unicode's first plane.
_SHOWN_AS = b"1 beginbfchar <40> <D835DC43> endbfchar"


def pdf(pages: list[list[tuple[int, int, int, str]]], *, title: str = "") -> bytes:
    """A PDF of lines; each is its place from the left and from below, its size and its words.

    An at sign is the 𝑃 of a formula.
    """
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>"
        % (b" ".join(b"%d 0 R" % (5 + 2 * n) for n in range(len(pages))), len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode %d 0 R>>"
        % (5 + 2 * len(pages)),
        b"<</Title(%s)/Author(Ida Holm)/CreationDate(D:20240512100000Z)>>" % title.encode(),
    ]
    for number, lines in enumerate(pages):
        drawn = b"".join(
            b"BT /F1 %d Tf %d %d Td (%s) Tj ET\n"
            % (size, left, base, words.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)"))
            for left, base, size, words in lines
        )
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Contents %d 0 R>>" % (6 + 2 * number),
            b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        ]
    objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(_SHOWN_AS), _SHOWN_AS))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(places) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + b"trailer<</Size %d/Root 1 0 R/Info 4 0 R>>\n" % count
        + b"startxref\n%d\n%%%%EOF\n" % len(out)
    )


def wrapped(text: str, top: int = 700, left: int = 60) -> list[tuple[int, int, int, str]]:
    words, lines, line = text.split(), [], ""
    for word in words:
        if len(line) + len(word) > 78:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [(left, top - 14 * n, 12, words) for n, words in enumerate([*lines, line])]


def rtf(body: str) -> bytes:
    return f"{{\\rtf1\\ansi\\ansicpg1252 {body}}}".encode("ascii")
