# SPDX-License-Identifier: MIT
"""What was read, and pairs under a name, from the command line."""

from __future__ import annotations

from cli.samples import Ask, Files, Run


def test_what_is_to_be_read_is_listed_until_it_is_read(ask: Ask, files: Files) -> None:
    first, second = (each["id"] for each in ask("add", *files)["added"])
    listed = ask("reading", "mark", "to-read", first, second)
    assert {each["id"] for each in listed} == {first, second}
    ask("reading", "mark", "read", first)
    assert [each["id"] for each in ask("reading", "list")] == [second]
    assert [each["id"] for each in ask("reading", "list", "--state", "read")] == [first]


def test_a_pair_is_kept_under_its_name(ask: Ask, run: Run, files: Files) -> None:
    left, right = (each["id"] for each in ask("add", *files)["added"])
    kept = ask("pair", "save", "Both  ferries", left, right)
    assert kept == [{"name": "Both ferries", "left": left, "right": right}]
    assert ask("pair", "forget", "Both ferries") == []
    assert run("pair", "forget", "Both ferries")[0] == 2
