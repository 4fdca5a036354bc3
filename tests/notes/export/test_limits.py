# SPDX-License-Identifier: MIT
"""A template that runs on or eats memory ends with a sentence."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import nodes

from diptych.errors import NoteError
from diptych.notes.export import limits
from diptych.notes.export.formats import Wish, text_of
from diptych.notes.export.profiles import Format
from diptych.notes.export.templates import ExportTemplate
from diptych.notes.note import new_note
from notes.samples import anchor

NOTE = new_note("Words.", (anchor("The old quay"),), tags=("a", "b"))


def written(source: str, format: Format = Format.COMMONMARK) -> str:
    return text_of([NOTE], Wish(format, template=ExportTemplate(source, "mine.md")))


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'a' * 100000000000000 }}",
        "{{ 100000000000000 * 'a' }}",
        "{{ ['a'] * 100000000000000 }}",
        "{{ '%1000000000000d' % 1 }}",
        "{{ '%*d' % (1000000000, 1) }}",
        "{{ '{:>1000000000}'.format('a') }}",
        "{{ 'a' | indent(10**10) }}",
        "{{ 'a' | center(10**10) }}",
        "{{ groups | batch(10**9, 'x') | list }}",
        "{{ ('a' * 900000) | replace('a', 'b' * 900000) }}",
        "{{ 10**5000 }}",
        *(f"{{{{ 'a'.{name}(10**10) }}}}" for name in ("ljust", "rjust", "center", "zfill")),
        "{{ '\t'.expandtabs(10**10) }}",
        "{{ ('a' * 900000).replace('a', 'b' * 900000) }}",
        "{{ 'a'.join(['b' * 10**5] * 10**5) }}",
        "{{ ['b' * 10**5] * 10**5 | join }}",
    ],
)
def test_what_eats_memory_is_refused(source: str) -> None:
    with pytest.raises(NoteError, match=r"mine\.md has a fault"):
        written(source)


@pytest.mark.parametrize("body", ["", "{{ a }}{{ b }}{{ c }}"])
def test_what_runs_on_is_stopped(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    monkeypatch.setattr(limits, "PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr(limits, "LARGEST_OUTPUT", 100_000)
    loops = "{% set x = 'a' * 9999 %}{% for a in x %}{% for b in x %}{% for c in x %}"
    with pytest.raises(NoteError, match=r"runs on and writes nothing|writes without end"):
        written(f"{loops}{body}{{% endfor %}}{{% endfor %}}{{% endfor %}}")


def test_an_ordinary_template_calculates_and_repeats() -> None:
    source = "{{ '-' * 40 }}{{ 2 ** 8 }}{{ 'a' | indent(4) }}{{ '%03d' % 7 }}{{ groups | length }}"
    assert written(source) == f"{'-' * 40}256a0071"


@pytest.mark.parametrize("name", ["commonmark.md", "mine.md"])
def test_a_readers_template_escapes_for_its_dialect(name: str) -> None:
    template = ExportTemplate('{{ "\\"x\\" -- y" | line }}', name)
    assert text_of([NOTE], Wish(Format.PANDOC, template=template)) == r"\"x\" \-\- y"
    assert text_of([NOTE], Wish(Format.GITHUB, template=template)) == '"x" -- y'


def test_a_number_without_end_is_a_fault_of_the_template() -> None:
    with pytest.raises(NoteError, match="has a fault in line 1"):
        written("{{ 'a' | indent(1e999) }}")


def test_a_long_chain_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    real = nodes.BinExpr.as_const

    def counted(self: nodes.BinExpr, *context: Any) -> Any:
        asked.append(self)
        return real(self, *context)

    monkeypatch.setattr(nodes.BinExpr, "as_const", counted)

    assert written(f"{{{{ (groups | length){' - 1' * 100} }}}}") == "-99"
    assert len(asked) <= 300  # with each step worked out anew for the next: 343,600
