# SPDX-License-Identifier: MIT
"""The language of a text is told from few words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from diptych.text import language
from diptych.text.language import direction_of, language_code, language_of

SENTENCES = {
    "en": "The council met on Tuesday to discuss the new wall and what it would cost the town.",
    "de": "Der Rat hat sich am Dienstag getroffen, um über die neue Mauer zu reden.",
    "fr": "Le conseil s'est réuni mardi pour étudier le nouveau mur du port et son coût.",
    "es": "El consejo se reunió el martes para hablar del nuevo muro del puerto.",
    "it": "Il consiglio si è riunito martedì per discutere della nuova diga e di quanto costa.",
    "pt": "O conselho reuniu-se na terça-feira para discutir o novo muro do porto e o que custa.",
    "nl": "De raad kwam dinsdag bijeen om te praten over de nieuwe havenmuur en wat die kost.",
    "pl": "Rada zebrała się we wtorek, aby omówić nową ścianę portu i to, ile będzie kosztować.",
    "ru": "Совет собрался во вторник, чтобы обсудить новую стену гавани и её цену.",
    "uk": "Рада зібралася у вівторок, щоб обговорити нову стіну гавані та її вартість для міста.",
    "el": "Το συμβούλιο συνεδρίασε την Τρίτη για να συζητήσει το νέο τείχος του λιμανιού.",
    "zh": "理事会于星期二开会，讨论新的港口围墙以及疏浚内港的费用。",
    "ja": "評議会は火曜日に会合を開き、新しい港の壁について話し合った。",
    "ko": "의회는 화요일에 모여 새 항구 방파제와 비용을 논의했다.",
    "ar": "اجتمع المجلس يوم الثلاثاء لمناقشة جدار الميناء الجديد وتكلفته.",
    "fa": "شورا روز سه‌شنبه برای بررسی دیوار تازهٔ بندر و هزینه‌های آن گرد هم آمد.",
    "he": "המועצה התכנסה ביום שלישי כדי לדון בחומת הנמל החדשה ובעלותה.",
    "hi": "परिषद ने मंगलवार को नई बंदरगाह की दीवार पर चर्चा की।",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_enough(code: str) -> None:
    assert language_of(SENTENCES[code]) == code


@pytest.mark.parametrize("code", [c for c in SENTENCES if c not in ("pl", "uk")])
def test_common_words_and_scripts_need_no_model(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(language, "_classifier", refuse)

    assert language_of(SENTENCES[code] * 2) == code


def test_no_letters_have_no_language() -> None:
    assert language_of("123 — 456!") == ""
    assert language_of("") == ""


def test_what_the_file_declares_is_believed() -> None:
    assert language_of("Ok.", "nn-NO") == "no"


def test_a_declared_language_of_another_script_is_not_believed() -> None:
    assert language_of(SENTENCES["ru"], "en") == "ru"


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en-GB", "en"), ("pt_BR", "pt"), ("deu", "de"), ("ZH-Hans", "zh"), ("English", ""), ("", "")],
)
def test_language_tags_are_cut_to_their_code(tag: str, code: str) -> None:
    assert language_code(tag) == code


@pytest.mark.parametrize(("code", "direction"), [("ar", "rtl"), ("he", "rtl"), ("en", "ltr")])
def test_direction_follows_the_script(code: str, direction: str) -> None:
    assert direction_of(SENTENCES[code]) == direction
    assert direction_of("", code) == direction


def test_the_model_is_not_loaded_at_start() -> None:
    script = "import sys, diptych.text.language; sys.exit('py3langid' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_model_is_let_go_of_when_nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    unclear = "Wir laufen heim"
    told = language_of(unclear)
    language.forget_unused_model()
    assert language._classifier.cache_info().currsize == 1

    monkeypatch.setattr(language, "_KEPT_S", -1.0)
    language.forget_unused_model()

    assert language._classifier.cache_info().currsize == 0
    assert language_of(unclear) == told == "de"
