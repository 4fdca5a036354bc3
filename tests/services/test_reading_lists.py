# SPDX-License-Identifier: MIT
"""The exports of reading lists come in entry by entry."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from diptych.services.indexing import add_files, rescan
from diptych.services.stores import Stores
from diptych.text.article import Article
from library.packed import zipped
from library.samples import PROSE, PROSE_2, PROSE_3

PAGE = f"<p>{PROSE}</p><p>{PROSE_2}</p><p>{PROSE_3}</p>"
WALLABAG = {
    "title": "The wall",
    "url": "https://post.example/wall",
    "content": PAGE,
    "published_by": ["Jo Marsh"],
    "published_at": "2025-02-14T09:00:00+00:00",
    "language": "en",
    "tags": ["stone", "boats"],
}
OMNIVORE = {
    "slug": "wall",
    "title": "The wall",
    "author": "Jo Marsh",
    "url": "https://post.example/wall",
    "labels": ["stone", "boats"],
    "publishedAt": "2025-02-14T09:00:00.000Z",
}
POCKET = '<!doctype html><title>Pocket Export</title><ul><li><a href="https://a.example">A</a></ul>'


def table(*rows: dict[str, str], delimiter: str = ",") -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def add(stores: Stores, folder: Path, name: str, content: bytes) -> tuple[list[Article], list[str]]:
    """Add an export; return the articles it gave and the codes of what was refused."""
    path = folder / name
    path.write_bytes(content)
    report = add_files(stores, [path])
    articles = [stores.catalogue.article(taken.id) for taken in report.added]
    return articles, [refusal.code for refusal in report.failed]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("wallabag.json", json.dumps([WALLABAG]).encode()),
        (
            "omnivore.zip",
            zipped({"metadata_0_to_20.json": json.dumps([OMNIVORE]), "content/wall.html": PAGE}),
        ),
    ],
)
def test_an_entry_is_an_article_with_what_the_list_knew(
    stores: Stores, tmp_path: Path, name: str, content: bytes
) -> None:
    (article,), refused = add(stores, tmp_path, name, content)

    assert refused == []
    assert (article.title, article.authors, article.date, article.tags) == (
        *("The wall", ("Jo Marsh",), "2025-02-14"),
        ("stone", "boats"),
    )
    assert article.source == "post.example"


def unpacked_omnivore(folder: Path, *, slug: str = "wall") -> Path:
    """An export of Omnivore's as it lies when its archive is unpacked."""
    for name in ("content", "highlights"):
        (folder / name).mkdir(parents=True)
    entry = json.dumps([OMNIVORE | {"slug": slug}])
    (folder / "metadata_0_to_20.json").write_text(entry)
    (folder / "content" / "wall.html").write_text(PAGE)
    (folder / "highlights" / "wall.md").write_text("> The wall stands.\n")
    return folder


@pytest.mark.parametrize(
    "offered",
    [
        ["."],
        [".."],
        ["content"],
        ["metadata_0_to_20.json"],
        ["content", "highlights", "metadata_0_to_20.json"],
    ],
)
@pytest.mark.parametrize("beside", [(), ("note.txt",)])
def test_an_unpacked_export_is_read_as_its_archive_is(
    stores: Stores, tmp_path: Path, offered: list[str], beside: tuple[str, ...]
) -> None:
    folder = unpacked_omnivore(tmp_path / "export")
    for name in beside:
        (folder / name).write_text(PROSE)

    report = add_files(stores, [Path(os.path.normpath(folder / name)) for name in offered])

    articles = [stores.catalogue.article(taken.id) for taken in report.added]
    (article,) = [each for each in articles if each.title == "The wall"]
    assert (article.authors, article.date, article.tags, article.source) == (
        *(("Jo Marsh",), "2025-02-14"),
        *(("stone", "boats"), "post.example"),
    )
    assert PROSE in article.text and not report.failed
    assert len(articles) == 1 + (len(beside) if offered[0].startswith(".") else 0)


def test_a_look_through_the_folder_of_an_unpacked_export_brings_nothing_new(
    stores: Stores, tmp_path: Path
) -> None:
    folder = unpacked_omnivore(tmp_path / "export")
    (folder / "note.txt").write_text(PROSE)
    add_files(stores, [folder])

    report = rescan(stores)

    assert not report.has_news and not report.failed


def test_a_folder_called_content_is_looked_through_where_no_export_is(
    stores: Stores, tmp_path: Path
) -> None:
    folder = unpacked_omnivore(tmp_path / "site")
    (folder / "metadata_0_to_20.json").rename(folder / "metadata_all.json")

    report = add_files(stores, [folder / "content"])

    assert [taken.path.name for taken in report.added] == ["wall.html"]


@pytest.mark.parametrize("kind", ["name", "absolute name", "link", "linked folder", "pipe"])
def test_nothing_outside_an_unpacked_export_is_read(
    stores: Stores, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "secret.html").write_text(PAGE)
    slugs = {"name": "../../secret", "absolute name": str(tmp_path / "secret")}
    folder = unpacked_omnivore(tmp_path / "export", slug=slugs.get(kind, "wall"))
    page = folder / "content" / "wall.html"
    page.unlink()
    if kind == "link":
        page.symlink_to(tmp_path / "secret.html")
    elif kind == "linked folder":
        page.parent.rmdir()
        page.parent.symlink_to(tmp_path)
        (tmp_path / "wall.html").write_text(PAGE)
    elif kind == "pipe":
        os.mkfifo(page)

    report = add_files(stores, [folder])

    assert (report.added, [refusal.code for refusal in report.failed]) == ((), ["links-only"])


def test_a_list_that_names_one_large_page_again_and_again_is_refused(
    stores: Stores, tmp_path: Path
) -> None:
    folder = unpacked_omnivore(tmp_path / "export")
    (folder / "metadata_0_to_20.json").write_text(json.dumps([OMNIVORE] * 70))
    (folder / "content" / "wall.html").write_bytes(PAGE.encode().ljust(1 << 20))

    report = add_files(stores, [folder])

    assert [refusal.code for refusal in report.failed] == ["too-large"]


def test_the_highlights_of_one_article_are_one_article(stores: Stores, tmp_path: Path) -> None:
    rows = [
        {"Highlight": words, "Book Title": title, "Book Author": "Jo Marsh", "Note": ""}
        for title, words in (("The wall", PROSE), ("The quay", PROSE_2), ("The wall", PROSE_3))
    ]

    articles, _ = add(stores, tmp_path, "readwise.csv", table(*rows))

    assert sorted(article.title for article in articles) == ["The quay", "The wall"]
    wall = next(article for article in articles if article.title == "The wall")
    assert wall.authors == ("Jo Marsh",) and PROSE in wall.text and PROSE_3 in wall.text


def test_what_was_selected_in_instapaper_is_read_and_bare_links_are_told(
    stores: Stores, tmp_path: Path
) -> None:
    rows = [
        {"URL": "https://a.example", "Title": "The wall", "Selection": PROSE, "Folder": "x"},
        {"URL": "https://b.example", "Title": "The quay", "Selection": "", "Folder": "x"},
    ]

    articles, refused = add(stores, tmp_path, "instapaper.csv", table(*rows))

    assert [article.title for article in articles] == ["The wall"]
    assert refused == ["links-only"]


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("", ()),
        ("[]", ()),
        ("stone", ("stone",)),
        ("stone|old boats", ("stone", "old boats")),
        ("stone, old boats", ("stone", "old boats")),
        ('["stone", "boats, old"]', ("stone", "boats, old")),
        ("['stone', 'old boats']", ("stone", "old boats")),
        ("[" * 100_000, ()),
    ],
    ids=("none", "empty", "one", "bars", "commas", "json", "python", "deep"),
)
def test_tags_of_a_table_are_read_as_each_program_writes_them(
    stores: Stores, tmp_path: Path, written: str, tags: tuple[str, ...]
) -> None:
    row = {"URL": "https://a.example", "Title": "The wall", "Selection": PROSE, "Tags": written}

    (article,), _ = add(stores, tmp_path, "instapaper.csv", table(row))

    assert article.tags == tags


def test_the_table_of_wallabag_holds_pages(stores: Stores, tmp_path: Path) -> None:
    row = {"Title": "The wall", "URL": "https://a.example/1", "Content": PAGE, "Language": "en"}

    (article,), refused = add(stores, tmp_path, "wallabag.csv", table(row, delimiter=";"))

    assert (article.title, article.source, article.language) == ("The wall", "a.example", "en")
    assert PROSE in article.text and "<p>" not in article.text and not refused


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "reader.csv",
            table({"Title": "A", "URL": "https://a.example", "Saved date": "2025", "Seen": "1"}),
        ),
        (
            "raindrop.csv",
            table({"id": "1", "title": "A", "excerpt": "x", "url": "https://a.example"}),
        ),
        ("ril_export.html", POCKET.encode()),
        ("pocket.csv", table({"title": "A", "url": "https://a.example", "time_added": "1"})),
        ("wallabag.json", json.dumps([WALLABAG | {"content": ""}]).encode()),
    ],
)
def test_a_list_of_links_says_so(stores: Stores, tmp_path: Path, name: str, content: bytes) -> None:
    assert add(stores, tmp_path, name, content) == ([], ["links-only"])


@pytest.mark.parametrize(
    "content",
    [
        POCKET,
        POCKET.replace("Pocket Export", "Instapaper: Export"),
        "<!DOCTYPE NETSCAPE-Bookmark-file-1><title>Bookmarks</title><dl><dt><a href=x>A</a></dl>",
    ],
)
def test_a_page_of_links_in_a_folder_says_so(stores: Stores, tmp_path: Path, content: str) -> None:
    (tmp_path / "list.html").write_text(content)

    report = add_files(stores, [tmp_path])

    assert [refusal.code for refusal in report.failed] == ["links-only"]
    assert "save those pages and add them" in report.failed[0].reason


@pytest.mark.parametrize("beside", [(), ("note.txt",)])
def test_exports_in_a_folder_are_read_as_their_entries(
    stores: Stores, tmp_path: Path, beside: tuple[str, ...]
) -> None:
    (tmp_path / "wallabag.json").write_text(json.dumps([WALLABAG]))
    (tmp_path / "other.json").write_text('{"title": "no list", "url": "of pages"}')
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 cut short")
    for name in beside:
        (tmp_path / name).write_text(PROSE)

    report = add_files(stores, [tmp_path])

    assert "The wall" in [taken.title for taken in report.added]
    assert len(report.added) == 1 + len(beside) and not report.failed


def test_the_same_export_brings_nothing_new(stores: Stores, tmp_path: Path) -> None:
    content = json.dumps([WALLABAG]).encode()
    add(stores, tmp_path, "wallabag.json", content)

    assert add(stores, tmp_path, "wallabag.json", content) == ([], [])


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.zip", b"PK\x03\x04 cut short", "damaged"),
        ("a.json", b"", "empty"),
        ("a.csv", b"", "empty"),
        ("a.zip", zipped({"readme.txt": "nothing"}), "unsupported"),
        ("a.zip", zipped({"metadata_0_to_20.json": "[[[["}), "damaged"),
        ("a.json", b"[" * 100_000, None),
        ("a.csv", b'"URL","Selection"\n"' + b"x" * 200_000, None),
    ],
    ids=("cut", "empty json", "empty table", "other archive", "broken list", "deep", "long field"),
)
def test_broken_exports_are_told_and_hurt_nothing(
    stores: Stores, tmp_path: Path, name: str, content: bytes, code: str | None
) -> None:
    _, refused = add(stores, tmp_path, name, content)

    assert code is None or refused == [code]


def test_an_export_that_is_too_large_is_told_before_it_is_read(
    stores: Stores, tmp_path: Path
) -> None:
    path = tmp_path / "wallabag.json"
    with path.open("wb") as stream:
        stream.truncate(65 << 20)

    assert [refusal.code for refusal in add_files(stores, [path]).failed] == ["too-large"]


def test_markup_in_a_title_stays_text(stores: Stores, tmp_path: Path) -> None:
    entry = WALLABAG | {"title": "</title><script>alert(1)</script> The wall"}

    (article,), _ = add(stores, tmp_path, "wallabag.json", json.dumps([entry]).encode())

    assert article.title == "</title><script>alert(1)</script> The wall"


def test_a_slug_leads_nowhere_outside_the_archive(stores: Stores, tmp_path: Path) -> None:
    entry = OMNIVORE | {"slug": "../../../etc/passwd"}
    content = zipped({"metadata_0_to_20.json": json.dumps([entry])})

    assert add(stores, tmp_path, "omnivore.zip", content) == ([], ["links-only"])
