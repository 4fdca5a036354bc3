# SPDX-License-Identifier: MIT
"""Each dialect is read back as it was written: nothing swallowed, nothing live."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest
from markdown_it import MarkdownIt

from diptych.notes.export.citations import bibtex, citation_key, csl_json, works
from diptych.notes.export.formats import Wish, export, text_of
from diptych.notes.export.profiles import Format
from diptych.notes.note import Note, new_note
from notes.samples import anchor

FUZZ = Path(__file__).parents[3] / "bench" / "fuzz_exports.py"
# A program, not a package: the other readers of these dialects check everywhere.
needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="needs pandoc")
PLAIN = new_note("A plain note.", (anchor("The old quay"),))
# A file with these marks is read otherwise by Pandoc than by CommonMark.
NOTHING_LIVE = re.compile(r"^(-{3,}|\.{3})\s*$|(?<!\\)\{=|^\\begin|(?<!\\)\$", re.MULTILINE)


@pytest.fixture(scope="module")
def fuzz() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_exports", FUZZ)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("format", "program", "reader"),
    [
        (Format.COMMONMARK, "", "by_markdown_it"),
        (Format.GITHUB, "cmark-gfm", "by_cmark"),
        (Format.PANDOC, "pandoc", "by_pandoc"),
    ],
)
def test_nasty_notes_come_back_as_they_were(
    fuzz: ModuleType, format: Format, program: str, reader: str
) -> None:
    if program and not shutil.which(program):
        pytest.skip(f"{program} is not on the PATH")
    counted = fuzz.compare(fuzz.made_notes(80, seed=3), format, getattr(fuzz, reader))
    assert (counted["read"], {kind: counted[kind] for kind in fuzz.COUNTED}) == (
        80,
        dict.fromkeys(fuzz.COUNTED, 0),
    )


def pandoc(text: str) -> str:
    """Return an export's body for Pandoc, without its own head."""
    middle = replace(PLAIN, id=new_note("").id, text=text)
    return text_of([PLAIN, middle, PLAIN], Wish(Format.PANDOC)).partition("---\n\n")[2]


@pytest.mark.parametrize(
    "text",
    [
        "First thought\n\n---\nSecond thought",
        "> ---\n> title: x\n> ---",
        "- a\n\n  ---\n  b",
        '```js title="a.js"\na = 1\n\nb = 2\n```',
        '```js title="a.js"\na = 1',
        "```{=html}\n<script>alert(1)</script>\n```",
        "`<b>`{=html} and <script>alert(1)</script>",
        "\\begin{verbatim}\n\\input{/etc/passwd}\n",
        "$\\input{x}$ and $$y",
        "    indented\n    ---",
    ],
)
def test_nothing_of_a_note_is_live_in_pandoc(text: str) -> None:
    written = pandoc(text)
    outside = re.sub(r"(?ms)^ *(`{3,})\w*$.*?^ *\1$", "", written)
    assert not NOTHING_LIVE.search(re.sub(r"`[^`\n]+`", "", outside))
    assert len(re.findall(r"^## ", outside, re.MULTILINE)) == 3
    words = re.sub(r"`[^`\n]+`", "", outside)
    assert not re.search(r"(?<!\\)<(?!diptych:|https?:)", words)


def test_words_after_the_language_leave_the_fence_in_pandoc() -> None:
    assert "\n```js\na = 1\n\nb = 2\n```\n" in pandoc('```js title="a.js"\na = 1\n\nb = 2\n```')


def test_quotations_stay_letter_for_letter_in_pandoc() -> None:
    quote = '"x" -- y... ‘pandoc’을 “a“ and ”b” Mr. Brown'
    written = text_of([replace(PLAIN, anchors=(replace(PLAIN.anchors[0], quote=quote),))],
                      Wish(Format.PANDOC))  # fmt: skip
    (line,) = [line for line in written.split("\n") if "pandoc" in line and line[:1] == ">"]
    assert re.sub(r"\\(.)", r"\1", line) == f"> {quote}"
    assert not re.search(r"(?<!\\)[\"'‘’“”]|(?<!\\)-(?=-)|(?<!\\)\.\.|Mr\. ", line)


def links_in(markdown: str) -> list[str]:
    tokens = MarkdownIt("commonmark").parse(markdown)
    inner = (child for token in tokens for child in token.children or [])
    found = [str(child.attrs["href"]) for child in inner if child.type == "link_open"]
    return [each for each in found if not each.startswith("diptych:")]


@pytest.mark.parametrize("format", [Format.COMMONMARK, Format.GITHUB, Format.PANDOC])
@pytest.mark.parametrize(
    "body", ["see [1]\n\n[1]: {}", "see [One][1]\n\n[1]: {}", "see [1][]\n\n[1]: <{}> 'T'"]
)
def test_each_note_has_its_own_link_labels(format: Format, body: str) -> None:
    addresses = ["http://first.example", "http://second.example"]
    notes = [new_note(body.format(address), PLAIN.anchors) for address in addresses]
    assert links_in(text_of(notes, Wish(format))) == addresses


@pytest.mark.parametrize("format", [Format.GITHUB, Format.PANDOC, Format.OBSIDIAN])
def test_each_note_has_its_own_footnotes(format: Format) -> None:
    notes = [new_note(f"A claim.[^1]\n\n[^1]: fact {n}", PLAIN.anchors) for n in "ab"]
    labels = re.findall(r"^\[\^([^\]]+)\]: ", text_of(notes, Wish(format)), re.MULTILINE)
    assert len(set(labels)) == 2
    assert all(text_of(notes, Wish(format)).count(f"[^{label}]") == 2 for label in labels)


def test_code_keeps_its_brackets() -> None:
    body = "see [1] and `[1]`\n\n```\n[1]: code\n```\n\n[1]: http://a.example"
    written = text_of([new_note(body, PLAIN.anchors)], Wish(Format.GITHUB))
    assert "`[1]`" in written and "\n[1]: code\n" in written


@pytest.mark.parametrize("format", [Format.COMMONMARK, Format.GITHUB, Format.PANDOC])
@pytest.mark.parametrize(
    "address",
    [
        "https://people.example.org/~ann/a_b",
        "https://a.example/_x_?y=*1*&z_=$2",
        "https://de.example/wiki/Kai_(Hafen)",
    ],
)
def test_no_backslash_gets_into_an_address(format: Format, address: str) -> None:
    note = replace(PLAIN, anchors=(replace(PLAIN.anchors[0], quote=f"See {address}, it says."),))
    assert f"<{address}>" in text_of([note], Wish(format))


# Sources

RUSSIAN = replace(
    anchor("The old quay"),
    quote="Города договорились. Осталось понять, о чём они договорились на самом деле.",
    title="Города договорились",
)


def test_keys_of_many_articles_are_all_different() -> None:
    anchors = [replace(RUSSIAN, title=f"Город {number}", authors=("Ия",)) for number in range(3000)]
    assert len({citation_key(work) for work in works(anchors)}) == 3000


def test_a_source_says_its_language() -> None:
    (item,) = json.loads(csl_json(works([RUSSIAN])))
    assert item["language"] == "ru"


def test_addresses_are_verbatim_in_bibtex() -> None:
    source = "https://a.example/~ann/a_b?x=1&y=%20"
    assert f"url = {{{source}}}" in bibtex(works([replace(RUSSIAN, source=source)]))


# Tags and days


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        *((tag, tag) for tag in ("हिन्दी", "café", "e\u0301te\u0301", "🚢", "👩\u200d💻", "to/do")),
        *(("a b", "a-b"), ("2025", "2025-"), ("c++", "c")),
    ],
)
def test_obsidian_takes_any_letter_mark_and_emoji(tag: str, written: str) -> None:
    page = text_of([replace(PLAIN, tags=(tag,))], Wish(Format.OBSIDIAN))
    (line,) = [line for line in page.split("\n") if line.startswith("tags:")]
    found = json.loads(re.sub(r"\\U([0-9a-f]{8})", lambda m: chr(int(m[1], 16)), line[5:]))
    assert found == [written]


@pytest.fixture
def los_angeles(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this platform cannot be moved to another zone")
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("los_angeles")
@pytest.mark.parametrize("format", [Format.COMMONMARK, Format.PANDOC, Format.OBSIDIAN])
def test_a_note_is_dated_by_the_readers_own_day(format: Format) -> None:
    evening = datetime(2025, 3, 2, 3, 30, tzinfo=UTC)  # 19:30 of the first, there
    note = replace(PLAIN, created=evening, modified=evening)
    written = text_of([note], Wish(format))
    assert "2025-03-01" in written and "2025-03-02" not in written


@pytest.mark.parametrize("time", [datetime.max, datetime.min])
def test_the_first_and_last_day_can_be_exported(time: datetime) -> None:
    note: Note = replace(PLAIN, created=time.replace(tzinfo=UTC), modified=time.replace(tzinfo=UTC))
    assert [piece.name for piece in export([note], Wish(Format.GITHUB))] == ["notes.md"]
    assert str(time.year) in text_of([note], Wish(Format.GITHUB))


@needs_pandoc
def test_pandoc_reads_a_whole_file(tmp_path: Path) -> None:
    from diptych.notes.export.save import save

    note = new_note("First thought\n\n---\nSecond thought", PLAIN.anchors)
    target = save([note, PLAIN], Wish(Format.PANDOC), tmp_path / "n.md").files[0]
    done = subprocess.run(
        ["pandoc", "--citeproc", target.name], cwd=tmp_path, capture_output=True, check=True
    )
    assert b"Second thought" in done.stdout and done.stderr == b""


@needs_pandoc
def test_a_task_that_is_done_leads_to_no_heading_of_its_letter() -> None:
    tasks = "- [ ] open\n- [x] done\n- [X] twice\n\n[x] is no task, nor is [open]"
    notes = [new_note(text, PLAIN.anchors) for text in ("# x\n\n# open", tasks)]
    done = subprocess.run(
        ["pandoc", "-t", "html"],
        input=text_of(notes, Wish(Format.PANDOC)),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    assert 'href="#' not in done.stdout
    assert (done.stdout.count('type="checkbox"'), done.stdout.count('checked=""')) == (3, 2)
    assert "[x] is no task, nor is [open]" in " ".join(done.stdout.split())


ENDS = ["", '"', "`", ")", "(", ".", "|", "\\", "*", "[", "&", ">", "é"]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("before", ["", "(", "<", "1", "_", "é", "[x]("])
@pytest.mark.parametrize("address", ["http://paper.example/", "www.paper.example/a", "FTP://x.y"])
def test_no_backslash_before_a_tag_is_taken_into_an_address(
    address: str, before: str, end: str
) -> None:
    """GitHub's links of bare addresses reach to the next blank or “<”, over a backslash too."""
    for tag in ("<b>", "</b>", "<img src=x onerror=alert(1)>", "<!-- c -->", "<?x ?>", "\\<b>"):
        words = f"see {before}{address}{end}{tag} on"
        there = replace(anchor("The old quay"), quote=words, title=words)
        written = text_of([new_note(words, (there,))], Wish(Format.GITHUB))
        written = written.replace("<!-- diptych", "")

        assert not re.search(r"(?:://|www\.)[^\s<]*\\<", written, re.IGNORECASE)
        assert not re.search(r"(?<!\\)<(?:b>|/b>|img|!--|\?)", written)


DEEP = "".join(f"{'  ' * level}- level {level}\n" for level in range(30))


@pytest.mark.parametrize("deep", [DEEP, "> - " * 15 + "in", ">" * 40 + " in", "- " * 1_000 + "in"])
@pytest.mark.parametrize("format_", [Format.COMMONMARK, Format.GITHUB, Format.PANDOC])
def test_what_lies_deep_swallows_nothing_behind_it(format_: Format, deep: str) -> None:
    note = new_note(f"{deep}\n\n<script>alert(1)</script> the end", PLAIN.anchors)
    written = text_of([note, PLAIN], Wish(format_))

    # Twenty tokens deep this reader stops and leaves out all that follows.
    read = MarkdownIt("commonmark").parse(written)
    words = "".join(child.content for token in read for child in token.children or [])
    assert "the end" in words
    assert "A plain note." in words
    assert not any(token.type == "html_block" and "script" in token.content for token in read)
    assert "<script>" in words
    assert all(word in words for word in deep.split() if word.isalpha())


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("before %%open remark", r"before \%\%open remark"),
        ("%%one%% and %%\n\ntwo", "%%one%% and \\%\\%\n\ntwo"),
        ("$$\nE = mc^2\n\nand more", "\\$\\$\nE = mc^2\n\nand more"),
        ("%%whole%% `%%` $$x$$", "%%whole%% `%%` $$x$$"),
        ("```\n%%\n```", "```\n%%\n```"),
        (r"escaped \%%", r"escaped \%%"),
    ],
)
def test_a_remark_left_open_hides_no_further_note_in_obsidian(body: str, written: str) -> None:
    page = text_of([new_note(body, PLAIN.anchors), PLAIN], Wish(Format.OBSIDIAN))

    assert f"\n\n{written}\n\n" in page
