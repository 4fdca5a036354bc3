# SPDX-License-Identifier: MIT
"""Settings and session as YAML: round trip, and what a damaged file comes to."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from diptych import settings
from diptych.settings import SessionState, Settings


def test_settings_come_back(tmp_path: Path) -> None:
    chosen = Settings(theme="sepia", reading_size=15.5, measure=80, reduced_motion=True)
    settings.save(chosen, tmp_path / "settings.yaml")
    assert settings.load(Settings, tmp_path / "settings.yaml") == chosen


def test_session_comes_back(tmp_path: Path) -> None:
    state = SessionState(left="ab12", left_place=1207, splitter=(280, 800, 320))
    settings.save(state, tmp_path / "session.yaml")
    assert settings.load(SessionState, tmp_path / "session.yaml") == state


def test_a_file_that_holds_the_values_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    settings.save(Settings(theme="sepia"), path)
    written = path.stat().st_ino

    settings.save(Settings(theme="sepia"), path)
    assert path.stat().st_ino == written

    settings.save(Settings(theme="dark"), path)
    assert path.stat().st_ino != written and settings.load(Settings, path).theme == "dark"


def test_missing_file_means_defaults(tmp_path: Path) -> None:
    assert settings.load(Settings, tmp_path / "none.yaml") == Settings()


@pytest.mark.parametrize(
    "content",
    [b"", b"- a\n- list", b"theme: [broken", b"\xff\xfe\x00", b"theme: 7\nmeasure: wide", b"\x00"],
)
def test_damaged_file_means_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.yaml"
    path.write_bytes(content)
    assert settings.load(Settings, path) == Settings()


@pytest.mark.parametrize("content", ["[" * 100_000, "{a: " * 100_000, "theme: 2024-99-99"])
def test_what_yaml_cannot_make_means_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(content, "utf-8")
    assert settings.load(Settings, path) == Settings()


def test_one_wrong_value_does_not_lose_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("theme: dark\nmeasure: wide\n", encoding="utf-8")
    assert settings.load(Settings, path) == Settings(theme="dark")


def test_whole_number_is_taken_for_a_size(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("reading_size: 14\n", encoding="utf-8")
    assert settings.load(Settings, path).reading_size == 14.0


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    settings.save(Settings(), tmp_path / "settings.yaml")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.yaml"]


@pytest.mark.parametrize(
    "written", ["theme: purple", "measure: 4", "reading_size: 900", "line_height: .nan"]
)
def test_value_beyond_its_limits_means_the_default(tmp_path: Path, written: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(f"{written}\nnote_preview: true\n", encoding="utf-8")
    assert settings.load(Settings, path) == Settings(note_preview=True)


def test_unknown_entries_of_another_version_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("theme: dark\nlong_gone: 7\n", encoding="utf-8")
    assert settings.load(Settings, path) == Settings(theme="dark")


def test_settings_saved_at_once_by_several_are_never_torn(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    chosen = Settings(theme="sepia", measure=80)
    settings.save(chosen, path)
    with ThreadPoolExecutor(4) as writers:
        saved = [writers.submit(settings.save, chosen, path) for _ in range(40)]
        seen = {settings.load(Settings, path) for _ in range(40)}
    assert [each.exception() for each in saved] == [None] * 40
    assert seen == {chosen}


def test_file_of_the_version_before_loses_nothing_of_what_still_counts(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("theme: dark\nlarge_index: large\nmeasure: 72\n", encoding="utf-8")

    loaded = settings.load(Settings, path)

    assert (loaded.theme, loaded.measure) == ("dark", 72)


@pytest.mark.parametrize(
    "word",
    ["a\u2028b", "x\x7f\x85y", "\ufeff😀", "a: b # c", "\\ \" ' \n\t", "\ud800", "ﬁn", "[1]"],
)
def test_what_is_written_means_the_same_to_any_reader_of_yaml(tmp_path: Path, word: str) -> None:
    path = tmp_path / "session.yaml"
    state = SessionState(left=word, hidden_kinds=(word, "no"))
    settings.save(state, path)

    assert settings.load(SessionState, path) == state
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["left"] == word


def test_a_file_written_by_hand_is_read_with_its_remarks(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("# mine\ntheme:   dark  # at night\nmeasure: 60\n", encoding="utf-8")

    assert settings.load(Settings, path) == Settings(theme="dark", measure=60)


@pytest.mark.parametrize(
    "beside",
    [
        f"x: {'[' * 40}{']' * 40}",
        "\n".join(f"{'  ' * depth}x:" for depth in range(40)),
        "a: &a {b: c}\nd: {<<: *a}",
        "x: " + "y" * 70_000,
    ],
    ids=["brackets", "steps", "alias", "length"],
)
def test_settings_that_would_keep_the_parser_busy_are_not_read(tmp_path: Path, beside: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(f"theme: dark\n{beside}\n", encoding="utf-8")

    assert settings.load(Settings, path) == Settings()
    path.write_text("theme: dark  # by hand\nx: {y: [z]}\n", encoding="utf-8")
    assert settings.load(Settings, path).theme == "dark"
