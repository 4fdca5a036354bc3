# SPDX-License-Identifier: MIT
"""A pattern that is compiled late answers as one that was compiled at once."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import diptych
from diptych.patterns import late_pattern
from diptych.text import tokens

SOURCE = Path(__file__).parents[1] / "src" / "diptych"
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    monkeypatch.setattr(re, "compile", lambda expression, _: compiled.append(expression))
    late_pattern("one")
    late_pattern(lambda: pytest.fail("asked for its words"))
    with pytest.raises(AttributeError):
        late_pattern("two").search("")

    assert compiled == ["two"]


def test_it_answers_as_if_compiled_at_once() -> None:
    late, usual = late_pattern(r"(\w)\w*", re.IGNORECASE), re.compile(r"(\w)\w*", re.IGNORECASE)

    for _ in range(2):
        assert late.findall("Ab cd") == usual.findall("Ab cd")
        assert late.sub(r"\1", "Ab cd") == usual.sub(r"\1", "Ab cd")
    assert (late.pattern, late.flags, late.groups) == (usual.pattern, usual.flags, usual.groups)
    assert late_pattern(rb"\d").split(b"a1b") == [b"a", b"b"]


def test_no_module_compiles_a_pattern_when_it_is_loaded() -> None:
    at_once = re.compile(r"^[A-Za-z_].*\bre\.compile\(", re.MULTILINE)
    modules = {path: path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}

    assert not [path.name for path, code in modules.items() if at_once.search(code)]


def test_an_expression_may_be_made_of_what_is_read_first() -> None:
    assert late_pattern(lambda: "(a|b)c").fullmatch("bc")


def test_no_repeat_is_nothing_but_a_repeat() -> None:
    """``(a+)*`` tries each way to part thirty letters, of which there are a billion."""
    for module in pkgutil.walk_packages(diptych.__path__, "diptych."):
        if not module.name.startswith(("diptych.ui", "diptych.pictures", "diptych.__main__")):
            importlib.import_module(module.name)
    late = [each for each in gc.get_objects() if type(each) is type(late_pattern(""))]
    found = [*late, tokens.any_word(), tokens.written_word()]

    nested = {each.pattern for each in found if any(_nested(parser.parse(*_of(each))))}

    assert len(found) > 300
    assert not nested
    assert any(_nested(parser.parse(r"x(?:\[\d+\]|[¹²³]+)*")))


def _of(pattern: re.Pattern[Any]) -> tuple[Any, int]:
    # UNICODE is what a pattern of text has anyway, and one of bytes must not be given.
    return pattern.pattern, pattern.flags & ~re.UNICODE


def _nested(parsed: Any) -> Iterator[bool]:
    """Yield for each repeat without end whether one thing in it is itself one of any length."""
    for kind, value in parsed:
        if kind in REPEATS:
            if value[1] is sre.MAXREPEAT:
                yield any(map(_is_of_any_length, _ways(value[2])))
            yield from _nested(value[2])
        elif kind is sre.SUBPATTERN:
            yield from _nested(value[3])
        elif kind is sre.BRANCH:
            for way in value[1]:
                yield from _nested(way)
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _nested(value[1])


def _ways(parsed: Any) -> Iterator[list[Any]]:
    """Yield what may stand there, each a row of things."""
    things = list(parsed)
    if len(things) == 1 and things[0][0] is sre.SUBPATTERN:
        yield from _ways(things[0][1][3])
    elif len(things) == 1 and things[0][0] is sre.BRANCH:
        for way in things[0][1][1]:
            yield from _ways(way)
    else:
        yield things


def _is_of_any_length(things: list[Any]) -> bool:
    must = [each for each in things if each[0] not in (sre.ASSERT, sre.ASSERT_NOT, sre.AT)]
    free = [each for each in must if each[0] in REPEATS and each[1][0] != each[1][1]]
    # What stands beside it parts one from the next; what may be missing does not.
    parting = [each for each in must if each not in free or each[1][0]]
    return bool(free) and len(parting) <= 1 and all(each in free for each in parting)
