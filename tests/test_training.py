# SPDX-License-Identifier: MIT
"""What the claim reader learns from is whole, ours, and no part of the program."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TRAINING = Path(__file__).parents[1] / "training"
WRITTEN = sorted(p for kind in ("affairs", "debates") for p in (TRAINING / kind).glob("*.json"))
LINKS = json.loads((TRAINING / "news" / "links.json").read_text(encoding="utf-8"))
LEARNED, ASIDE = (
    json.loads((TRAINING / "press" / name).read_text(encoding="utf-8"))["pairs"]
    for name in ("links.json", "aside.json")
)
TOLD = "By our own\n\nOne.  Two.\n\nThree."


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name.replace("/", "_"), TRAINING / f"{name}.py")
    assert spec and spec.loader
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_every_group_is_labelled_without_fault(path: Path) -> None:
    check = module("check")
    group = json.loads(path.read_text(encoding="utf-8"))

    assert not list(check.faults_of(group["links"], check.numbered(group)))


def test_a_link_to_no_sentence_is_a_fault() -> None:
    check = module("check")

    faults = list(check.faults_of([["a.0", "b.9", 2, "agree"]], {"a.0": "One.", "b.0": "Two."}))

    assert faults == ["['a.0', 'b.9', 2, 'agree']: no such sentence"]


@pytest.mark.parametrize("triple", LINKS["triples"], ids=lambda triple: triple["id"])
def test_of_the_news_only_the_links_are_kept(triple: dict[str, object]) -> None:
    assert set(triple) == {"id", "uuid", "articles", "links"}
    assert all(set(a) == {"id", "source", "sentences"} for a in triple["articles"])  # type: ignore[attr-defined]


def test_news_is_joined_from_a_clone(tmp_path: Path) -> None:
    said = {"triplet-uuid": "u", "source": "FOX", "title": " T ", "body-paragraphs": [["One. "]]}
    (tmp_path / "articles" / "2019").mkdir(parents=True)
    (tmp_path / "articles" / "2019" / "u_1.json").write_text(json.dumps(said), encoding="utf-8")
    join = module("news/join")

    joined = join._joined(
        dict(join._articles(tmp_path)), "u", {"id": "a", "source": "fox", "sentences": 1}
    )

    assert (joined["title"], joined["paragraphs"]) == ("T", [["One."]])


def test_news_cut_otherwise_is_refused() -> None:
    known = {("u", "fox"): {"title": "", "body-paragraphs": [["One.", "Two."]]}}

    with pytest.raises(SystemExit, match="other sentences"):
        module("news/join")._joined(known, "u", {"id": "a", "source": "fox", "sentences": 1})


@pytest.mark.parametrize("pair", [*LEARNED, *ASIDE], ids=lambda pair: pair["id"])
def test_of_the_press_only_the_links_are_kept(pair: dict[str, Any]) -> None:
    check = module("check")
    assert set(pair) == {"id", "articles", "links"}
    assert all(set(a) == {"id", "uuid", "sha256", "paragraphs"} for a in pair["articles"])
    assert all(type(at) is int for a in pair["articles"] for p in a["paragraphs"] for at in p)
    sentences = {
        f"{a['id']}.{n}": "" for a in pair["articles"] for n in range(_sentences(a["paragraphs"]))
    }

    assert not list(check.faults_of(pair["links"], sentences))


def test_no_article_that_lies_aside_is_learned_from() -> None:
    learned, aside = (
        {a["uuid"] for pair in pairs for a in pair["articles"]} for pairs in (LEARNED, ASIDE)
    )

    assert not learned & aside


def _sentences(paragraphs: list[list[int]]) -> int:
    return sum(len(starts) for _, *starts in paragraphs)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The folder of a data set with one article."""
    said = {"title": " T ", "content_original": TOLD}
    (tmp_path / "u.json").write_text(json.dumps(said), encoding="utf-8")
    return tmp_path


def told(text: str = TOLD, uuid: str = "u") -> dict[str, Any]:
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return {"id": "a", "uuid": uuid, "sha256": digest, "paragraphs": [[1, 0, 5], [2, 0]]}


def test_the_press_is_joined_from_a_clone(clone: Path) -> None:
    joined = module("press/join")._joined(clone, told())

    assert joined == {"id": "a", "title": "T", "paragraphs": [["One.", "Two."], ["Three."]]}


@pytest.mark.parametrize(
    ("wanted", "said"),
    [(told("Other."), "another text"), (told(uuid="v"), "no article v")],
    ids=["changed", "missing"],
)
def test_an_article_that_was_not_labelled_is_refused(
    clone: Path, wanted: dict[str, Any], said: str
) -> None:
    with pytest.raises(SystemExit, match=said):
        module("press/join")._joined(clone, wanted)


def test_the_program_does_not_know_its_training() -> None:
    source = TRAINING.parent / "src" / "diptych"

    assert not [p for p in source.rglob("*.py") if "import training" in p.read_text("utf-8")]
