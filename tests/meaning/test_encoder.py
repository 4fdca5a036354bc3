# SPDX-License-Identifier: MIT
"""The shipped encoders tell sentences apart by what they mean."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from diptych.assets import model_path
from diptych.errors import EncoderError
from diptych.meaning.choice import encoders_for, installed_encoders
from diptych.meaning.encoder import Encoder, checked

SAID = "The council wants to keep the night ferry running."
REPEATED = "Members voted for the late boat to go on."
OTHER = "She planted tomatoes behind the house."
SPANISH = "El consejo quiere mantener el transbordador nocturno."
RUSSIAN = "Совет хочет сохранить ночной паром."
CHINESE = "市议会希望保留夜间渡轮。"

ENCODERS = installed_encoders()
UNIVERSAL, MINILM = "use-multilingual-3-0.2.1", "claims-minilm-l6-4"


def names(*languages: str, words: int = 900) -> list[str]:
    return [encoder.name for encoder in encoders_for(languages, words=words)]


def cosine(encoder: Encoder, one: str, other: str) -> float:
    first, second = encoder.encode([one, other])
    return float(first @ second)


@pytest.mark.parametrize("encoder", ENCODERS, ids=lambda e: e.name)
def test_same_claim_is_nearer_than_another(encoder: Encoder) -> None:
    assert cosine(encoder, SAID, REPEATED) > cosine(encoder, SAID, OTHER) + 0.1


@pytest.mark.parametrize("translation", [SPANISH, RUSSIAN, CHINESE], ids=["es", "ru", "zh"])
def test_a_translation_is_near(translation: str) -> None:
    (universal,) = encoders_for(("en", "ru"), words=9)

    assert cosine(universal, SAID, translation) > cosine(universal, OTHER, translation) + 0.2


@pytest.mark.parametrize("encoder", ENCODERS, ids=lambda e: e.name)
def test_a_vector_has_length_one_whatever_the_sentence(encoder: Encoder) -> None:
    rows = encoder.encode(["", " ", "😀", "12 345", "word " * 4000, SAID])

    assert rows.shape == (6, encoder.dimensions)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)


@pytest.mark.parametrize("encoder", ENCODERS, ids=lambda e: e.name)
def test_no_sentences_have_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimensions)


@pytest.mark.parametrize("encoder", ENCODERS, ids=lambda e: e.name)
def test_the_same_sentence_has_the_same_vector_in_any_company(encoder: Encoder) -> None:
    alone = encoder.encode([SAID])[0]

    assert np.allclose(encoder.encode([OTHER, SAID, "word " * 90])[1], alone, atol=1e-5)


@pytest.mark.parametrize("encoder", ENCODERS, ids=lambda e: e.name)
def test_a_model_that_was_let_go_is_loaded_again(encoder: Encoder) -> None:
    before = encoder.encode([SAID])

    encoder.let_go()

    assert (encoder.encode([SAID]) == before).all()


def test_english_is_read_by_both() -> None:
    assert names("en", "en") == [UNIVERSAL, MINILM]


@pytest.mark.parametrize("languages", [("en", "ru"), ("zh", "es"), ("ru", "ru")])
def test_other_languages_are_read_by_the_universal_one(languages: tuple[str, str]) -> None:
    assert names(*languages) == [UNIVERSAL]


def test_a_book_is_read_by_the_quick_one_alone() -> None:
    assert names("en", words=100_000) == [UNIVERSAL]


def test_a_language_nobody_reads_has_no_encoder() -> None:
    assert names("en", "is") == []


def test_a_model_that_was_changed_is_refused(tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"
    model.write_bytes(b"something else")

    with pytest.raises(EncoderError, match=r"model\.onnx is not the one"):
        checked(model, "0" * 64)


def test_the_notice_tells_which_files_lie_beside_it() -> None:
    notice = model_path("minilm/NOTICE.txt").read_text(encoding="utf-8").split()
    files = [model_path(f"minilm/{name}") for name in ("weights.safetensors", "vocabulary.txt")]

    told = [notice[at + 1] for at, word in enumerate(notice) if word == "SHA-256"]

    assert told == [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
