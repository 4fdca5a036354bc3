# SPDX-License-Identifier: MIT
"""How vectors reach a comparison, and what is said when they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.meaning.counting_encoder import CountingEncoder

from diptych.errors import EncoderError
from diptych.meaning import choice, minilm, universal
from diptych.meaning.minilm import MiniLmEncoder
from diptych.meaning.store import VectorStore
from diptych.services.comparing import kept_meaning, made_meaning
from made_articles import article_of

LEFT = article_of(["The night boat stays until June."])
RIGHT = article_of(["Nobody asked the islanders."])


class BrokenEncoder(CountingEncoder):
    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        raise EncoderError("The model is broken.")


@pytest.fixture
def store(tmp_path: Path) -> VectorStore:
    return VectorStore(tmp_path / "vectors")


def install(monkeypatch: pytest.MonkeyPatch, *encoders: CountingEncoder) -> None:
    monkeypatch.setattr(choice, "installed_encoders", lambda: encoders)


def test_what_was_made_is_kept(store: VectorStore, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, CountingEncoder())
    assert not kept_meaning(store, LEFT, RIGHT).meanings

    made = made_meaning(store, LEFT, RIGHT)

    assert made.encoders == kept_meaning(store, LEFT, RIGHT).encoders == ("letters-1",)
    assert made.note == ""


def test_without_the_extra_a_sentence_says_so(
    store: VectorStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(universal, "is_installed", lambda: False)
    install(monkeypatch, MiniLmEncoder())
    spanish = replace(RIGHT, language="es")

    for found in (made_meaning(store, LEFT, spanish), kept_meaning(store, LEFT, spanish)):
        assert not found.meanings
        assert "“meaning” is not installed" in found.note
        assert "15,000 words" in found.note


def test_a_broken_encoder_leaves_the_others(
    store: VectorStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, BrokenEncoder("broken"), CountingEncoder("sound"))

    made = made_meaning(store, LEFT, RIGHT)

    assert made.encoders == ("sound",)
    assert made.note == "The model is broken."


@pytest.mark.parametrize(
    ("bytes_there", "told"), [(None, "is not installed"), (b"{}", "goes by words alone")]
)
def test_a_missing_or_damaged_model_leaves_the_words_and_is_told_once(
    store: VectorStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bytes_there: bytes | None,
    told: str,
) -> None:
    def there(name: str) -> Path:
        if bytes_there is None:
            raise FileNotFoundError(name)
        path = tmp_path / Path(name).name
        path.write_bytes(bytes_there)
        return path

    install(monkeypatch, MiniLmEncoder())
    monkeypatch.setattr(minilm, "model_path", there)
    MiniLmEncoder().let_go()

    made = made_meaning(store, LEFT, RIGHT)

    assert not made.meanings
    assert made.note.count(told) == 1


def test_vectors_that_cannot_be_kept_are_used_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, CountingEncoder())
    (tmp_path / "vectors").write_text("not a folder")

    made = made_meaning(VectorStore(tmp_path / "vectors"), LEFT, RIGHT)

    assert made.encoders == ("letters-1",)
    assert "cannot be kept" in made.note
