# SPDX-License-Identifier: MIT
"""A file in Zotero's folder is called what Zotero calls it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from diptych.library.reading import read_article
from diptych.text.article import Article, TitleSource
from library.samples import PROSE, PROSE_2

PAGE = f"<html><head><title>snapshot</title></head><body><p>{PROSE}</p><p>{PROSE_2}</p></body>"
# As Zotero 7 makes them, without the columns that nothing here asks for.
TABLES = """
    CREATE TABLE items (itemID INTEGER PRIMARY KEY, libraryID INT, key TEXT);
    CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, path TEXT);
    CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT);
    CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value UNIQUE);
    CREATE TABLE itemData (itemID INT, fieldID INT, valueID);
    CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName, lastName, fieldMode INT);
    CREATE TABLE creatorTypes (creatorTypeID INTEGER PRIMARY KEY, creatorType TEXT);
    CREATE TABLE itemCreators (itemID INT, creatorID INT, creatorTypeID INT, orderIndex INT);
    CREATE TABLE tags (tagID INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE itemTags (itemID INT, tagID INT, type INT);
    INSERT INTO items VALUES (1, 1, 'WORKWORK'), (2, 1, 'ABCD2345'), (3, 1, 'ALONE234');
    INSERT INTO itemAttachments VALUES (2, 1, 'storage:wall.html'), (3, NULL, 'storage:x.html');
    INSERT INTO fields VALUES (1, 'title'), (6, 'date'), (38, 'publicationTitle');
    INSERT INTO itemDataValues VALUES
        (1, 'The <i>wall</i> of <span style="font-variant:small-caps;">Ås</span>'),
        (2, '2025-02-14 14 February 2025'), (3, 'The Evening Post');
    INSERT INTO itemData VALUES (1, 1, 1), (1, 6, 2), (1, 38, 3);
    INSERT INTO creatorTypes VALUES (1, 'author'), (3, 'editor');
    INSERT INTO creators VALUES
        (1, 'Bo', 'Winter', 0), (2, '', 'Harbour Office', 1), (3, 'Ed', 'Itor', 0);
    INSERT INTO itemCreators VALUES (1, 1, 1, 1), (1, 2, 1, 0), (1, 3, 3, 2);
    INSERT INTO tags VALUES (1, 'stone'), (2, 'Docks and harbours');
    INSERT INTO itemTags VALUES (1, 1, 0), (1, 2, 1);
"""
NAMESPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:z="http://www.zotero.org/namespaces/export#" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" '
    'xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:link="http://purl.org/rss/1.0/modules/link/"'
)
PERSON = "<rdf:li><foaf:Person><foaf:surname>{}</foaf:surname>{}</foaf:Person></rdf:li>"
EXPORT = f"""<rdf:RDF {NAMESPACES}>
<bib:Article rdf:about="https://post.example/wall">
  <z:itemType>newspaperArticle</z:itemType>
  <dcterms:isPartOf rdf:resource="#post"/>
  <bib:authors><rdf:Seq>{PERSON.format("Harbour Office", "")}
    {PERSON.format("Winter", "<foaf:givenName>Bo</foaf:givenName>")}</rdf:Seq></bib:authors>
  <bib:editors><rdf:Seq>{PERSON.format("Itor", "")}</rdf:Seq></bib:editors>
  <link:link rdf:resource="#item_12"/>
  <dc:subject>stone</dc:subject>
  <dc:subject><z:AutomaticTag><rdf:value>Docks</rdf:value></z:AutomaticTag></dc:subject>
  <dc:date>14 February 2025</dc:date>
  <dc:title>The wall of Ås</dc:title>
</bib:Article>
<bib:Newspaper rdf:about="#post"><dc:title>The Evening Post</dc:title></bib:Newspaper>
<z:Attachment rdf:about="#item_12">
  <rdf:resource rdf:resource="files/12/wall of Ås.html"/><dc:title>Snapshot</dc:title>
</z:Attachment></rdf:RDF>"""


def database(folder: Path, *statements: str) -> Path:
    """Zotero's folder, with one page of a work."""
    with closing(sqlite3.connect(folder / "zotero.sqlite")) as made:
        made.executescript(TABLES)
        for statement in statements:
            made.executescript(statement)
    return page(folder / "storage" / "ABCD2345")


def export(folder: Path, rdf: str = EXPORT) -> Path:
    """An export with files, with one page of a work."""
    folder.joinpath("My Library.rdf").write_text(rdf, encoding="utf-8")
    return page(folder / "files" / "12")


def page(folder: Path) -> Path:
    folder.mkdir(parents=True)
    path = folder / "wall of Ås.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def facts(article: Article) -> tuple[object, ...]:
    return article.title, article.authors, article.date, article.source, article.tags


ENDLESS = """
    DROP TABLE itemAttachments;
    CREATE VIEW itemAttachments AS
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT i + 9 AS itemID, 1 AS parentItemID FROM n
"""
RIGHT = (
    *("The wall of Ås", ("Harbour Office", "Bo Winter"), "2025-02-14", "The Evening Post"),
    ("stone",),
)


@pytest.mark.parametrize("made", [database, export])
def test_a_file_of_zotero_has_what_zotero_knows(
    tmp_path: Path, made: Callable[[Path], Path]
) -> None:
    article = read_article(made(tmp_path))

    assert facts(article) == RIGHT
    assert article.title_source is TitleSource.METADATA and PROSE in article.text


def test_zotero_may_be_running_and_its_folder_stays_as_it_was(tmp_path: Path) -> None:
    path = database(tmp_path)
    with closing(sqlite3.connect(tmp_path / "zotero.sqlite", isolation_level=None)) as zotero:
        zotero.execute("PRAGMA locking_mode = EXCLUSIVE")
        zotero.execute("BEGIN EXCLUSIVE")

        assert facts(read_article(path)) == RIGHT
        zotero.execute("ROLLBACK")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["storage", "zotero.sqlite"]


@pytest.mark.parametrize(
    ("stored", "date"),
    [("2025-00-00 2025", "2025"), ("2025-02-00 2/2025", "2025-02"), ("soon", ""), ("", "")],
)
def test_of_a_date_is_taken_what_is_known(tmp_path: Path, stored: str, date: str) -> None:
    path = database(tmp_path, f"UPDATE itemDataValues SET value = '{stored}' WHERE valueID = 2")

    assert read_article(path).date == date


@pytest.mark.parametrize("name", ["The Evening Post", "The <b>Evening</b> Post"])
def test_a_work_within_another_tells_it_in_its_place(tmp_path: Path, name: str) -> None:
    named = f"<bib:Journal><dc:title>{name.replace('<', '&lt;')}</dc:title></bib:Journal>"
    rdf = EXPORT.replace(
        '<dcterms:isPartOf rdf:resource="#post"/>',
        f"<dcterms:isPartOf>{named}</dcterms:isPartOf>",
    )

    assert read_article(export(tmp_path, rdf)).source == name


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def in_its_place(make: Callable[[Path], None]) -> Callable[[Path], None]:
    def put(path: Path) -> None:
        path.unlink()
        make(path)

    return put


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b"no database, and no list"),
        lambda path: path.write_bytes(b""),
        cut,
        in_its_place(Path.mkdir),
        in_its_place(os.mkfifo),
    ],
    ids=("gone", "text", "empty", "cut", "folder", "pipe"),
)
@pytest.mark.parametrize("made", [database, export])
def test_a_file_speaks_for_itself_where_zotero_cannot(
    tmp_path: Path, made: Callable[[Path], Path], spoil: Callable[[Path], None]
) -> None:
    path = made(tmp_path)
    spoil(next(each for each in tmp_path.iterdir() if each.is_file()))

    assert PROSE in read_article(path).text


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE tags RENAME TO labels",
        "UPDATE itemDataValues SET value = CAST(valueID AS TEXT) || x'ff00fe'",
        ENDLESS,
        "UPDATE items SET key = 'OTHERKEY' WHERE itemID = 2",
    ],
    ids=("another schema", "bytes", "a view without end", "unknown"),
)
def test_what_zotero_does_not_say_is_read_in_the_file(tmp_path: Path, statement: str) -> None:
    article = read_article(database(tmp_path, statement))

    assert article.title == "snapshot"


def test_a_list_with_entities_is_not_believed(tmp_path: Path) -> None:
    rdf = f'<!DOCTYPE x [<!ENTITY a "b">]>{EXPORT}'.replace("<dc:title>The", "<dc:title>&a; The")

    assert read_article(export(tmp_path, rdf)).title == "snapshot"


def test_a_folder_called_files_or_storage_is_like_any_other(tmp_path: Path) -> None:
    paths = [page(tmp_path / name / key) for name in ("files", "storage") for key in ("12", "x")]

    assert {read_article(path).title for path in paths} == {"snapshot"}
