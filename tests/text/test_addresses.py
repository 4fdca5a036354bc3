# SPDX-License-Identifier: MIT
"""What looks like an address and is none stops nobody who meets it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.text.test_references import HEADING, PARAGRAPH, paper

from diptych.cli.main import run
from diptych.cli.parsing import WRONG_USE
from diptych.notes.export.web_annotation import to_json
from diptych.notes.note import new_note
from diptych.paths import Profile
from diptych.text.addresses import address_parts
from diptych.text.cited_works import works_of
from library.packed import mhtml
from library.samples import PROSE, article_from, texts
from notes.samples import anchor

no_address = pytest.mark.parametrize("address", ["http://[a/2025/01/02", "http://a℀b/c"])


@no_address
def test_what_is_no_address_has_no_parts(address: str) -> None:
    assert not any(address_parts(address))


def test_an_address_has_its_parts() -> None:
    assert address_parts("https://example.org/a?b").netloc == "example.org"


@no_address
def test_a_work_with_such_an_address_is_a_work(address: str) -> None:
    listed = (PARAGRAPH, f"Holm, I. (2011). Tides. {address}")
    article = paper((PARAGRAPH, "Text."), (HEADING, "References"), listed)
    assert [work.year for work in works_of(article)] == ["2011"]


@no_address
def test_a_page_that_names_such_an_address_is_read(address: str) -> None:
    page = f'<head><link rel="canonical" href="{address}"></head><main><p>{PROSE}</p></main>'
    assert PROSE in texts(article_from(page, "page.html"))


@no_address
def test_a_page_saved_from_such_an_address_is_read(address: str) -> None:
    saved = mhtml(f"<main><p>{PROSE}</p></main>").decode()
    saved = f"Snapshot-Content-Location: {address}\r\n{saved}"
    assert PROSE in texts(article_from(saved.encode(), "page.mhtml"))


@no_address
def test_a_note_on_an_article_from_such_an_address_is_exported(address: str) -> None:
    place = replace(anchor("The old quay"), content_hash="", source=address)
    assert json.loads("".join(to_json((new_note("Why?", (place,)),))))


@pytest.mark.parametrize("address", ["file://[a", "file://"])
def test_a_file_with_such_an_address_is_not_there(address: str, profile: Profile) -> None:
    assert run([address, "--profile", str(profile.config.parent)]) == WRONG_USE
