# SPDX-License-Identifier: MIT
"""Our data classes beside the standard ones: what either answers, the other does."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import Any

import pytest

from diptych import values

SRC = Path(__file__).parents[1] / "src"
Decorator = Callable[..., Any]


def _made(decorator: Decorator, **options: bool) -> Any:
    @decorator(**options)
    class Place:
        """Somewhere in a text."""

        start: int
        end: int = 3
        words: dict[str, int] = field(default_factory=dict, compare=False)
        seen: int = field(default=0, repr=False, compare=False)

    return Place


@values.dataclass(frozen=True, slots=True)
class Kept:
    """At the top of a module, where pickle finds it."""

    name: str
    pages: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError(self.name)


@pytest.mark.parametrize("decorator", [dataclasses.dataclass, values.dataclass])
@pytest.mark.parametrize("slots", [False, True])
@pytest.mark.parametrize("order", [False, True])
def test_frozen_values_answer_as_the_standard_ones(
    decorator: Decorator, slots: bool, order: bool
) -> None:
    place = _made(decorator, frozen=True, slots=slots, order=order)
    one = place(1, words={"a": 1})

    assert repr(one).endswith("Place(start=1, end=3, words={'a': 1})")
    assert one == place(1, 3) and hash(one) == hash(place(1, 3, {}, 7))
    assert one != place(2) and one != _made(decorator, frozen=True)(1)
    assert place(1).words is not place(1).words
    assert dataclasses.replace(one, end=9).end == 9
    assert dataclasses.asdict(one) == {"start": 1, "end": 3, "words": {"a": 1}, "seen": 0}
    assert place.__match_args__ == ("start", "end", "words", "seen")
    assert hasattr(one, "__dict__") is not slots


@pytest.mark.parametrize("decorator", [dataclasses.dataclass, values.dataclass])
@pytest.mark.parametrize("slots", [False, True])
def test_what_is_frozen_cannot_be_changed(decorator: Decorator, slots: bool) -> None:
    one = _made(decorator, frozen=True, slots=slots)(1)

    with pytest.raises(dataclasses.FrozenInstanceError):
        one.start = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.start
    assert one.start == 1


@pytest.mark.parametrize("decorator", [dataclasses.dataclass, values.dataclass])
def test_what_is_not_frozen_can_be_changed_and_is_no_key(decorator: Decorator) -> None:
    one = _made(decorator, slots=True)(1)
    one.start = 2

    assert one == _made_like(one, 2)
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def _made_like(value: Any, start: int) -> Any:
    return type(value)(start)


@pytest.mark.parametrize("decorator", [dataclasses.dataclass, values.dataclass])
def test_only_itself_is_equal_where_that_is_asked_for(decorator: Decorator) -> None:
    place = _made(decorator, frozen=True, slots=True, eq=False)
    one = place(1)

    assert one == one  # noqa: PLR0124
    assert one != place(1) and len({one, place(1)}) == 2


@pytest.mark.parametrize("decorator", [dataclasses.dataclass, values.dataclass])
def test_what_is_ordered_can_be_sorted(decorator: Decorator) -> None:
    place = _made(decorator, frozen=True, slots=True, order=True)

    assert min(place(2, 1), place(1, 5)) == place(1, 5)


@pytest.mark.parametrize("decorator", [dataclasses.dataclass, values.dataclass])
def test_an_argument_that_is_missing_is_told_of(decorator: Decorator) -> None:
    with pytest.raises(TypeError, match=r"Place\.__init__\(\) missing 1 required .* 'start'"):
        _made(decorator, frozen=True, slots=True)()


def test_a_value_crosses_to_another_process_and_is_copied() -> None:
    one = Kept("harbour", (1, 2))

    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.deepcopy(one) == copy.copy(one) == one


def test_a_value_is_checked_when_it_is_made() -> None:
    with pytest.raises(ValueError):
        Kept("")


def test_what_is_written_by_hand_stays() -> None:
    @values.dataclass(frozen=True, slots=True)
    class Named:
        """Named by one letter."""

        name: str

        def __repr__(self) -> str:
            return self.name

    assert repr(Named("a")) == "a"


def test_no_module_takes_the_slow_ones() -> None:
    """A data class of the standard library costs a start a millisecond."""
    standard = re.compile(r"^from dataclasses import .*\bdataclass\b", re.MULTILINE)
    modules = {p: p.read_text(encoding="utf-8") for p in (SRC / "diptych").rglob("*.py")}
    slow = [path.name for path, code in modules.items() if standard.search(code)]

    assert not slow
