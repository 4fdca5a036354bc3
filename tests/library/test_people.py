# SPDX-License-Identifier: MIT
"""A field of names tells its people, and neither outlets nor what systems fill in."""

from __future__ import annotations

import pytest

from diptych.library.people import people, person, without_outlets


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Holm, Ida", ("Ida Holm",)),
        ("Holm, Ida; Winter, Bo", ("Ida Holm", "Bo Winter")),
        ("Ida Holm, Bo Winter and Cy Reed", ("Ida Holm", "Bo Winter", "Cy Reed")),
        ("Martin Holm, Jr.", ("Martin Holm, Jr.",)),
        ("Ida Holm, PhD", ("Ida Holm, PhD",)),
        ("Holm, Jr., Martin Bo", ("Martin Bo Holm, Jr.",)),
        ("Holm, Martin, Jr.", ("Martin Holm, Jr.",)),
        ("Ida Holm, Jr., Bo Winter", ("Ida Holm, Jr.", "Bo Winter")),
        ("José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("Ana Ruiz y Luis Pardo", ("Ana Ruiz", "Luis Pardo")),
        ("Ida Holm (avec Bo Winter et Cy Reed)", ("Ida Holm (avec Bo Winter et Cy Reed)",)),
        ("View all posts by Ida Holm", ("Ida Holm",)),
        ("[[Ida Holm]]", ("Ida Holm",)),
        ("Ida Holm; IDA HOLM", ("Ida Holm",)),
        ("admin", ()),
        ("Super User", ()),
        ("webmaster@courier.example", ()),
        ("Null", ("Null",)),
        ("Ida Holm (iho), Bo Winter (bow)", ("Ida Holm", "Bo Winter")),
        ("Ida Holm og Bo Winter", ("Ida Holm", "Bo Winter")),
        ("Ida Holm, lecturer at the university of the coast", ("Ida Holm",)),
        ("Ida Holm/Bo Winter", ("Ida Holm", "Bo Winter")),
        ("Ministerium für Häfen und Küsten", ()),
        ("Getty Images", ()),
    ],
)
def test_people_of_a_field(field: str, names: tuple[str, ...]) -> None:
    assert people(field) == names


def test_a_field_for_one_person_turns_the_surname_round() -> None:
    assert person("van der Holm, Ida Maria") == "Ida Maria van der Holm"


def test_the_outlet_is_nobody() -> None:
    names = ("The Quay Courier", "Ida Holm", "Bo Winter Quay Courier")

    assert without_outlets(names, ["Quay Courier"]) == ("Ida Holm", "Bo Winter")


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("humans.txt", ()),
        ("courier.example.com, Oslo, Norway", ()),
        ("Harbour Verlag GmbH, Oslo, Norway", ()),
        ("Ann Lee @annlee", ("Ann Lee",)),
        ("ann@paper.example (Ann Lee)", ("Ann Lee",)),
        ("Ann Lee <ann@paper.example>", ("Ann Lee",)),
        ("Ann Lee, Staff Writer", ("Ann Lee",)),
        ("Ann Lee Ann Lee", ("Ann Lee",)),
        ("Ann van Lee Ann van Lee", ("Ann van Lee",)),
    ],
)
def test_no_file_and_no_name_twice_is_an_author(field: str, names: tuple[str, ...]) -> None:
    assert people(field) == names


def test_the_outlet_before_a_name_is_left_out() -> None:
    named = without_outlets(("The Courier - Ann Lee", "Bo Ek - Cy Orr"), ["Courier"])

    assert named == ("Ann Lee", "Bo Ek - Cy Orr")


@pytest.mark.parametrize(
    "name", ["News Harbour Post", "NOTICIAS EL COMERCIO", "Noticias Harbour Post"]
)
def test_a_word_before_an_outlet_makes_no_person(name: str) -> None:
    assert without_outlets([name], ["The Harbour Post", "El Comercio"]) == ()
