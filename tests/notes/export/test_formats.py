# SPDX-License-Identifier: MIT
"""Every format says the same: the quotes, the sources, the note."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
import yaml
from markdown_it import MarkdownIt

from diptych.errors import NoteError
from diptych.notes.anchor import Anchor
from diptych.notes.export.citations import Work, bibtex, citation_key, csl_json, works
from diptych.notes.export.file_names import distinct, file_name
from diptych.notes.export.formats import Wish, export, text_of
from diptych.notes.export.profiles import TEMPLATES, Format
from diptych.notes.export.templates import ExportTemplate, built_in_source
from diptych.notes.note import Note, Stance, new_note
from diptych.text.sides import Side
from notes.export.test_markdown import BREAKOUTS, HOSTILE, read, read_quotes
from notes.samples import anchor

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def pair(left: str = "The old quay", right: str = "a bus", **facts: object) -> tuple[Anchor, ...]:
    return (
        replace(anchor("The old quay"), quote=left, **facts),
        replace(anchor("a bus", side=Side.RIGHT), quote=right, **facts),
    )


def note(text: str = "Mine.", **facts: object) -> Note:
    return new_note(text, pair(**facts), stance=Stance.DIFFERS, tags=("bus stop", "2025", "quay"))


def front_matter(markdown: str) -> dict[str, object]:
    opening, head, _ = markdown.split("---\n", 2)
    assert opening == ""
    return dict(yaml.safe_load(head))


def cells(markdown: str) -> list[str]:
    tokens = GITHUB.parse(markdown)
    opened = [i for i, token in enumerate(tokens) if token.type == "td_open"]
    return [read(tokens[i + 1]) for i in opened[:2]]


@pytest.mark.parametrize("format", TEMPLATES)
@pytest.mark.parametrize("text", [*HOSTILE, *BREAKOUTS])
def test_no_format_writes_html(format: Format, text: str) -> None:
    written = text_of([note(text, left=text, title=text)], Wish(format))
    for token in GITHUB.parse(written):
        assert not any("html" in each.type for each in (token, *(token.children or [])))


@pytest.mark.parametrize("format", TEMPLATES)
def test_every_format_ends_with_one_line_end_and_has_no_wide_gaps(format: Format) -> None:
    written = text_of([note(), note(), new_note("Loose.")], Wish(format))
    assert written.endswith(")\n") and "\n\n\n" not in written.replace("\n\n\n---", "")


@pytest.mark.parametrize("quote", [quote for quote in HOSTILE if "\n\n" not in quote])
def test_a_github_table_holds_the_quotes_letter_for_letter(quote: str) -> None:
    assert cells(text_of([note(left=quote)], Wish(Format.GITHUB))) == [quote, "a bus"]


def test_quotes_of_several_paragraphs_stand_under_each_other_on_github() -> None:
    written = text_of([note(left="One.\n\nTwo.")], Wish(Format.GITHUB))
    assert read_quotes(written, GITHUB) == ["One.\n\nTwo.", "a bus"]


@pytest.mark.parametrize("quote", HOSTILE)
@pytest.mark.parametrize("format", [Format.PANDOC])
def test_a_hostile_quote_survives_other_formats(quote: str, format: Format) -> None:
    written = text_of([note(left=quote)], Wish(format)).split("---\n", 2)[2]
    assert read_quotes(written, GITHUB)[0] == quote


@pytest.mark.parametrize("quote", HOSTILE)
def test_a_hostile_quote_survives_a_callout(quote: str) -> None:
    written = text_of([note(left=quote)], Wish(Format.OBSIDIAN)).split("---\n", 2)[2]
    whole = MarkdownIt("commonmark").parse(written)
    opened = next(i for i, token in enumerate(whole) if token.type == "blockquote_open")
    words = [read(t) for t in whole[opened + 4 :] if t.type == "inline" and t.level == 2]
    assert "\n\n".join(words).startswith(quote)


@pytest.mark.parametrize("title", [*HOSTILE, "@x", "- a", "a: b", "'", '"', "null", "\x85\u2028"])
def test_front_matter_parses_for_any_title(title: str) -> None:
    written = text_of([note(title=title)], Wish(Format.OBSIDIAN))
    assert front_matter(written)["title"] == f"{title or 'Untitled article'} / {title}"


def test_obsidian_gets_one_file_for_each_pair_with_tags_it_takes() -> None:
    files = export([note(), note(title="Other"), note()], Wish(Format.OBSIDIAN))
    assert [file.name for file in files] == [
        "Quay to close for repairs Quay to close for repairs.md",
        "Other Other.md",
    ]
    assert front_matter("".join(files[0].text))["tags"] == ["bus-stop", "2025-", "quay"]


def test_obsidian_links_to_the_page_of_the_article() -> None:
    assert "[[Quay to close for repairs]]" in text_of([note()], Wish(Format.OBSIDIAN))


@pytest.mark.parametrize(
    ("title", "link"),
    [
        ("Who pays? 24/7: a quay", "[[Who pays 24 7 a quay|Who pays? 24/7: a quay]]"),
        ("a|b [c] ]]", "[[a b c]]"),
        ("<b>: *x*", "[[b x]]"),
        ("Quay", "[[Quay]]"),
    ],
)
def test_a_link_to_a_page_says_its_title(title: str, link: str) -> None:
    anchor = note().anchors[0]
    one = replace(note(), anchors=(replace(anchor, title=title),))
    assert link in text_of([one], Wish(Format.OBSIDIAN))


def test_pandoc_cites_what_its_bibliography_holds() -> None:
    main, csl, bib = export([note()], Wish(Format.PANDOC, name="mine"))
    written = "".join(main.text)
    (item,) = json.loads("".join(csl.text))
    assert f"[@{item['id']}, para. 1]" in written
    assert f"{{{item['id']}," in "".join(bib.text)
    assert front_matter(written)["bibliography"] == csl.name == "mine.json"


def test_a_citation_says_who_what_where_and_when() -> None:
    (item,) = json.loads(csl_json(works(pair())))
    assert (item["author"], item["title"], item["container-title"], item["issued"]) == (
        [{"family": "Holm", "given": "Ida"}],
        "Quay to close for repairs",
        "The Tide",
        {"date-parts": [[2025, 2, 14]]},
    )


def test_a_citation_key_depends_on_the_work_alone() -> None:
    work = Work("The quay closes", ("Ida Holm",), "The Tide", "2025-02")
    assert citation_key(work).startswith("holm2025quay-")
    assert citation_key(work) == citation_key(replace(work))
    assert citation_key(work) != citation_key(replace(work, source="The Post"))
    assert citation_key(work) != citation_key(replace(work, short_name="draft 2"))


def test_a_bibliography_tells_two_drafts_of_one_title_apart() -> None:
    draft = Work("The lease", (), "", "", "draft 2")
    assert "note = {draft 2}" in bibtex([draft])
    assert json.loads(csl_json([draft]))[0]["note"] == "draft 2"


@pytest.mark.parametrize("author", ["Martin Bo Holm Jr.", "Martin Bo Holm, Jr."])
def test_a_suffix_is_no_family(author: str) -> None:
    work = Work("The lease", (author,), "", "2024")

    (name,) = json.loads(csl_json([work]))[0]["author"]
    assert name == {"family": "Holm", "given": "Martin Bo", "suffix": "Jr."}
    assert "author = {Holm, Jr., Martin Bo}" in bibtex([work])


@pytest.mark.parametrize(
    ("author", "family", "given"),
    [
        ("李 小龙", "李", "小龙"),
        ("高橋 みなみ", "高橋", "みなみ"),
        ("김 민수", "김", "민수"),
        ("Ida Holm", "Holm", "Ida"),
    ],
)
def test_a_name_is_cited_by_its_family(author: str, family: str, given: str) -> None:
    (item,) = json.loads(csl_json([Work("Quay", (author,), "", "2025")]))
    assert item["author"] == [{"family": family, "given": given}]


def test_a_key_names_the_family_not_what_follows_it() -> None:
    (alone, junior) = (Work("Quay", (a,), "", "2025") for a in ("Bo King", "Bo King Jr."))
    assert citation_key(alone).startswith("king2025quay-")
    assert citation_key(junior).startswith("king2025quay-")


def test_bibtex_escapes_what_tex_would_run() -> None:
    written = bibtex([Work(r"50 % of {\x} & $y_1$ #", ("A & B Co",), "", "")])
    assert r"50 \% of \{\textbackslash{}x\} \& \$y\_1\$ \#" in written
    assert r"author = {{A \& B Co}}" in written


def test_an_article_without_anything_can_be_cited() -> None:
    assert citation_key(Work("", (), "", "")).startswith("anon")


def test_csv_has_one_row_for_each_note() -> None:
    written = text_of([note("a\nb"), new_note("c")], Wish(Format.CSV))
    rows = list(csv.DictReader(io.StringIO(written)))
    assert [(row["text"], row["left_quote"]) for row in rows] == [
        ("a\nb", "The old quay"),
        ("c", ""),
    ]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("-5", "-5"),
        ("+5.2", "+5.2"),
        ("-a", "'-a"),
        ("a=1", "a=1"),
    ],
)
def test_csv_runs_no_formulas(text: str, cell: str) -> None:
    (row,) = csv.DictReader(io.StringIO(text_of([new_note(text)], Wish(Format.CSV))))
    assert row["text"] == cell


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a/b\\c:d*e?f", "a b c d e f"),
        ("CON", "CON -"),
        ("nul.txt", "_nul.txt"),
        ("  ..  ", "Untitled"),
        ("", "Untitled"),
        ("trail. ", "trail"),
        ("#tag [x] ^y|z", "tag x y z"),
        ("é\u202e\ud800", "é"),
        ("港口投票", "港口投票"),
    ],
)
def test_a_file_name_is_safe_everywhere(title: str, name: str) -> None:
    assert file_name(title) == name


def test_long_titles_stay_apart() -> None:
    names = {file_name("港" * 200 + end, ".md") for end in "ab"}
    assert len(names) == 2 and all(len(name.encode()) < 130 for name in names)


def test_names_that_differ_in_case_alone_are_numbered() -> None:
    assert distinct(["A.md", "a.md", "b", "B"]) == ["A.md", "a 2.md", "b", "B 2"]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("one\n{% for %}", 2),
        ("{{ nothing }}", 1),
        ("a\nb\n{{ groups[0].title | unknown }}", 3),
        ("a\n\n{{ 1 / 0 }}", 3),
        ("{{ groups.__class__.__mro__ }}", 1),
        ("x\n{{ ''.__class__.__base__.__subclasses__() }}", 2),
        ("a\n{% include 'x' %}", 2),
        ("a\n{{ groups[0].entries.gi_frame }}", 2),
        ("a\n{{ groups[0]._none }}", 2),
    ],
)
def test_a_broken_template_names_its_line(source: str, line: int) -> None:
    with pytest.raises(NoteError, match=f"mine has a fault in line {line}:"):
        text_of([note()], Wish(Format.COMMONMARK, template=ExportTemplate(source, "mine")))


@pytest.mark.parametrize("source", ["", " \n", "{# x #}\n"])
def test_a_template_never_writes_an_empty_file(source: str) -> None:
    with pytest.raises(NoteError, match="empty file"):
        text_of([note()], Wish(Format.COMMONMARK, template=ExportTemplate(source, "mine")))


def test_a_template_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(NoteError):
        ExportTemplate("{{ " + "(" * 20_000 + ")" * 20_000 + " }}", "mine")


def test_a_template_of_ones_own_is_used() -> None:
    template = ExportTemplate(
        "{% for g in groups %}{% for e in g.entries %}{{ e.text }}!{% endfor %}{% endfor %}", "mine"
    )
    assert text_of([note()], Wish(Format.COMMONMARK, template=template)) == "Mine.!"


def test_braces_in_a_note_are_not_run() -> None:
    assert "{{ 6 * 7 }}" in text_of([note("{{ 6 * 7 }}")], Wish(Format.COMMONMARK))


@pytest.mark.parametrize("format", TEMPLATES)
def test_the_default_template_can_always_be_had(format: Format) -> None:
    assert "groups" in built_in_source(TEMPLATES[format])


@pytest.mark.parametrize("format", [*TEMPLATES, Format.CSV, Format.WEB_ANNOTATION])
def test_an_export_tells_how_far_it_is_and_can_be_stopped(format: Format) -> None:
    def stop(done: int, total: int) -> None:
        assert total == 3
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        text_of([note(), note(), note()], Wish(format, progress=stop))
