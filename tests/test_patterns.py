# SPDX-License-Identifier: MIT
"""A pattern that is compiled late answers as one that was compiled at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diptych.patterns import late_pattern

SOURCE = Path(__file__).parents[1] / "src" / "diptych"


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
