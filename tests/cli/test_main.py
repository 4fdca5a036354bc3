# SPDX-License-Identifier: MIT
"""The command line: its JSON contract, its sentences and exit statuses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from types import ModuleType

import pytest

from cli.samples import LEFT, Ask, Files, Run
from diptych.cli import main as cli
from diptych.cli.parsing import WRONG_USE, Commands, Parser
from diptych.library.isolation import IsolatedReader
from diptych.paths import Profile


def test_search_finds_the_passage(ask: Ask, files: Files) -> None:
    ask("add", *files)
    (hit,) = ask("search", "shift workers")["hits"]
    assert "shift workers" in LEFT[hit["start"] : hit["end"]]
    assert [hit["snippet"][s:e] for s, e in hit["marks"]] == ["shift", "workers"]


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        (["-tram"], "not tram"),
        (["-tram", "vote"], "not tram and vote"),
        (["vote", "-h1"], "vote and not h1"),
    ],
)
def test_a_word_that_begins_with_a_hyphen_is_no_option(
    ask: Ask, words: list[str], understood: str
) -> None:
    assert ask("search", *words)["query"] == understood


@pytest.mark.parametrize("load", dict.fromkeys(cli.COMMANDS.values()))
def test_each_module_has_the_commands_it_is_loaded_for(load: Callable[[], ModuleType]) -> None:
    made = Commands(Parser(), "command")
    load().add_commands(made)

    assert list(made.purposes) == [name for name, other in cli.COMMANDS.items() if other is load]


@pytest.mark.parametrize("word", ["help", "--help", "-h"])
def test_help_tells_what_each_command_is_for(capsys: pytest.CaptureFixture[str], word: str) -> None:
    assert cli.run([word]) == 0

    told = capsys.readouterr().out
    assert "[FILE ...]" in told
    assert all(re.search(rf"^  {name} +[A-Z].+$", told, re.MULTILINE) for name in cli.COMMANDS)


def test_help_on_a_command_may_be_asked_by_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        cli.run(["help", "compare"])
    assert "LEFT RIGHT" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "a", "--limit", "0"),
        ("compare", "only-one.txt"),
        ("note", "add", "--text", "no place"),
        ("note", "add", "--left", "no-range", "--text", "x"),
        ("one-file-only.txt",),
        ("--screenshot", "x.png", "--size", "huge"),
        ("list", "--no-such-option"),
    ],
)
def test_wrong_use_is_status_two_and_one_sentence(run: Run, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments)
    assert status == WRONG_USE
    assert out == ""
    assert err.startswith("diptych: ")
    assert err.count("\n") == 1


def test_profile_that_is_a_file_is_wrong_use(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["list", "--profile", str(files[0])]) == WRONG_USE
    assert str(files[0]) in capsys.readouterr().err


def test_profile_may_stand_before_the_command(
    profile: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["--profile", str(profile.config.parent), "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    "words",
    [
        ["add", ""],
        ["add", "a.txt", ""],
        ["rescan", ""],
        ["export", "--to", ""],
        ["export", "--format", "obsidian", "--to", ""],
        ["export", "--template", ""],
        ["import-notes", ""],
        ["backup", "restore", ""],
        ["--profile", "", "list"],
    ],
)
def test_an_empty_name_is_not_the_current_folder(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(words) == WRONG_USE
    assert "empty" in capsys.readouterr().err


def test_ctrl_c_ends_a_command_without_a_trace(
    run: Run, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press_keys(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(IsolatedReader, "read", press_keys)  # in the middle of adding

    assert run("add", files[0]) == (130, "", "")


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (("compare", "only-one.txt"), "compare"),
        (("list", "--no-such-option"), "list"),
        (("note", "show"), "note"),
        (("note", "list", "--no-such-option"), "note list"),
    ],
)
def test_wrong_use_of_a_command_points_to_its_own_help(
    run: Run, arguments: tuple[str, ...], command: str
) -> None:
    assert f"See “diptych {command} --help”." in run(*arguments)[2]


@pytest.mark.parametrize(
    "command", ["tag add {} X", "edit X --title {}", "pair save {} X X", "note delete {}"]
)
def test_words_that_are_no_text_are_refused(run: Run, files: Files, command: str) -> None:
    run("add", *files)
    words = [files[0] if word == "X" else word.format("a\udcff") for word in command.split()]

    assert run(*words) == (2, "", "diptych: “a\\udcff” is no text in UTF-8.\n")


def test_words_are_utf8_in_a_locale_that_knows_no_letters(run: Run, files: Files) -> None:
    run("add", *files)
    run("tag", "add", "Größe".encode().decode("ascii", "surrogateescape"), files[0])

    assert run("tag", "list")[1] == "Größe  (1)\n"
