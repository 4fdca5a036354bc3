# SPDX-License-Identifier: MIT
"""Bytes become the text that was meant."""

from __future__ import annotations

import pytest

from diptych.library.encodings import decode, known_encoding
from library.samples import PROSE, article_from

RUSSIAN = "Совет собрался во вторник, чтобы обсудить новую стену гавани и её стоимость.\n" * 4
CHINESE = "理事会于星期二开会，讨论新的港口围墙以及疏浚内港的费用。工程将需要十一个月。\n" * 4
JAPANESE = "評議会は火曜日に会合を開き、新しい港の壁と内湾の浚渫費用について話し合った。\n" * 4
KOREAN = "의회는 화요일에 모여 새 항구 방파제와 내항 준설 비용을 논의했다.\n" * 4
POLISH = "Rada zebrała się we wtorek, aby omówić nową ścianę portu i koszt pogłębienia.\n" * 4
FRENCH = "Le conseil s’est réuni mardi pour étudier le mur : « coût élevé », a noté l’élu.\n" * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (CHINESE, "gb18030"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc-jp"),
        (KOREAN, "euc-kr"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (FRENCH, "cp1252"),
        (PROSE, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (PROSE, "utf-16-be"),
        (PROSE, "utf-32"),
        (FRENCH, "utf-8-sig"),
    ],
)
def test_text_comes_out_of_its_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_guess_says_that_it_is_one() -> None:
    assert decode(RUSSIAN.encode("cp1251")).is_guess
    assert not decode(RUSSIAN.encode()).is_guess


def test_the_readers_choice_wins() -> None:
    assert decode(POLISH.encode("cp1250"), chosen="cp1251").encoding == "cp1251"


def test_a_few_bad_bytes_do_not_change_the_encoding() -> None:
    decoded = decode(b"may\xffor\n" + FRENCH.encode())

    assert decoded.encoding == "utf-8"
    assert decoded.text == "may\ufffdor\n" + FRENCH
    assert decoded.warnings


def test_lines_of_two_encodings_are_read_each_in_its_own() -> None:
    decoded = decode(FRENCH.encode() + RUSSIAN.encode("cp1251"))

    assert decoded.text == FRENCH + RUSSIAN
    assert decoded.warnings


def test_every_line_end_becomes_one() -> None:
    assert decode(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


def test_no_lone_surrogate_leaves_decoding() -> None:
    decoded = decode(b"\xff\xfe" + PROSE.encode("utf-16-le") + b"\x00\xd8a\x00")

    assert decoded.text.encode("utf-8").decode("utf-8") == decoded.text


@pytest.mark.parametrize("name", ["zlib_codec", "rot13", "x-user-defined", "", "\0", "utf-7"])
def test_only_names_of_text_encodings_are_known(name: str) -> None:
    assert known_encoding(name) == ""


def test_old_names_mean_their_supersets() -> None:
    assert known_encoding("ISO-8859-1") == "cp1252"
    assert known_encoding("gb2312") == "gb18030"


def test_the_article_tells_its_encoding() -> None:
    assert article_from(RUSSIAN.encode("koi8-r")).encoding == "koi8-r"


def test_ukrainian_letters_tell_koi8_u_from_koi8_r() -> None:
    text = "Її дзвін забрали додому, і ніхто з містян не питав, чи повернеться він на пристань."

    assert decode(text.encode("koi8-u")).text == text


JAPANESE = "港の委員会は雨の夜に集まり、古い石の桟橋をどうするかを話し合った。"


def test_japanese_in_seven_bits_is_told_by_its_signs() -> None:
    decoded = decode(JAPANESE.encode("iso2022_jp"))

    assert (decoded.text, decoded.encoding) == (JAPANESE, "iso2022_jp")


def test_the_signs_of_japanese_in_another_file_are_text() -> None:
    content = "In Kobe ($B) \x1b$B é".encode()

    assert decode(content).encoding == "utf-8"


def test_a_page_of_one_line_in_two_encodings_is_read_part_by_part() -> None:
    french = "<p>Le conseil s’est réuni un soir d’été près de la grève.</p>"
    old = "<p>Le café fermé rouvre à Noël, à côté des bateaux, après deux années sans été.</p>"

    content = french.encode() + old.encode("latin-1") + french.encode()

    assert decode(content).text == french + old + french
