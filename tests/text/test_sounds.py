# SPDX-License-Identifier: MIT
"""A name is known again in another script, and two names are not one."""

from __future__ import annotations

import pytest

from diptych.text.sounds import sound_alike, sound_of


@pytest.mark.parametrize(
    ("name", "elsewhere"),
    [
        ("Bremen", "Бремене ブレーメン بريمن ברמן ब्रेमेन Brême"),
        ("Hamburg", "Гамбург ハンブルク هامبورغ המבורג हैम्बर्ग"),
        ("Zurich", "Цюрихе チューリッヒ زيورخ ציריך"),
        ("Sokolova", "Соколова ソコロワ سوكولوفا סוקולובה सोकोलोवा"),
    ],
)
def test_a_name_sounds_alike_in_every_script(name: str, elsewhere: str) -> None:
    unlike = [w for w in elsewhere.split() if not sound_alike(sound_of(name), sound_of(w))]
    assert unlike == []


@pytest.mark.parametrize(("one", "other"), [("Bremen", "Гамбург"), ("Weber", "Бергер")])
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert not sound_alike(sound_of(one), sound_of(other))


def test_what_has_no_sound_is_like_nothing() -> None:
    assert sound_of("汉堡") == ""
    assert not sound_alike("", "")
