# SPDX-License-Identifier: MIT
"""Sentences and list items keep their exact places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diptych.library.kept_lines import line_key, with_kept
from diptych.text.article import RUNNING_HEAD, Article, Block, BlockKind, BlockState, Span
from diptych.text.segment import LONGEST, all_passages, passages, sentences, sentences_around
from diptych.text.sentence_ends import ROUGH_END
from made_articles import article_of

TRICKY = [
    ("Dr. Hale met Mr. Osei at 9 a.m. on Friday. They left.", 2),
    ("The U.S. Senate voted. It passed.", 2),
    ("She moved to the U.S. The port stayed.", 2),
    ("Trade with the U.S.\nPresident is fine. Done.", 2),
    ("Costs rose 3.5 percent to $1.2 million. Nobody paid.", 2),
    ("See Fig. 3 and pp. 12-14 for more. It helps.", 2),
    ("J. R. Marsh wrote it. M. Dunne read it.", 2),
    ("“Stop. Think. Go on,” she said. He stopped.", 2),
    ('"We will wait. We always do," he said. They waited.', 2),
    ("“It is over.” The hall was silent.", 2),
    ("“The harbour will be dredged before the winter. The ferry stays where it is,” she said.", 1),
    (f"“{'The ferry waits in the old harbour till noon. ' * 2}Go,” she said. They left.", 3),
    (f'"{"The ferry waits in the old harbour till noon. " * 2}Go," she said. They left.', 3),
    (f'"{"The ferry waits till noon. " * 3}Go," she said. They left.', 2),
    (
        "“市政府将在冬季风暴来临之前完成对旧港口的疏浚工程。渡轮必须在原来的地方再停泊整整一年才能重新开航。”他说。我们不去。",
        3,
    ),
    ("Is it true? Yes! It is.", 3),
    ("He hesitated... then spoke. No one heard.", 2),
    ("What?! Nobody knew. (They never do.) It ended.", 4),
    ("1. First we dig. 2. Then we build.", 2),
    ("No. 5 won the race. No. 6 lost.", 2),
    ("The firm, Acme Inc. of Hull, closed. Jobs went.", 2),
    ("Acme Corp. Inc. was sold. All is well.", 2),
    ("He came on Jan. 5 and left in Sept. 2020. That was all.", 2),
    ("It works, e.g. here, i.e. everywhere. Good.", 2),
    ("Visit example.com today. It loads.", 2),
    ("Версия 2.0 вышла в 2020 г. в Москве. Она работает.", 2),
    ("Это стоит 5 млн руб. в год. Дорого!", 2),
    ("В. В. Петров приехал. Он устал.", 2),
    ("今天下雨。我们不去。", 2),
    ("今天下雨。AI不去。", 2),
    ("“今天下雨。”他说。我们不去。", 2),
    ("他问：“你去吗？”我说不去。", 1),
    ("真的吗？真的！好……我们走吧。", 4),
    ("La Sra. López habló. ¿Quién escuchó? Nadie.", 3),
    ("The towns did not agree on anything.Nobody had asked them.", 2),
    ("Переговоры между городами снова сорваны.Никого не спросили.", 2),
    ("Call os.Path or write README.Md first.", 1),
    ("It was rebuilt.[1] Nobody asked.[2][note 3] All stayed.¹² It ended.* Done.", 5),
    ("水坝重建了。[1]没有人问。² 都留下了。", 3),
    ("“It was rebuilt.”[4] Nobody asked.", 2),
    ("The cost fell.4 Rain did not help.", 2),
    ("See fig.4 Above the weir, and pp.12 Of the report.", 1),
    ("No closing stop", 1),
    ("", 0),
    ("   \n  ", 0),
]


@pytest.mark.parametrize(("text", "count"), TRICKY)
def test_tricky_text_is_cut_into_its_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_sentences_carry_no_white_space_at_their_ends() -> None:
    text = "  One.   Two.\n\n Three. "
    assert [span.of(text) for span in sentences(text)] == ["One.", "Two.", "Three."]


def test_only_the_part_asked_for_is_cut() -> None:
    text = "Out. In one. In two. Out."
    assert [span.of(text) for span in sentences(text, 5, 20)] == ["In one.", "In two."]


def test_marks_of_notes_belong_to_their_sentence() -> None:
    text = "It closed.¹²[3][note 4]† It opened。¹* So."

    cut = [span.of(text) for span in sentences(text)]

    assert cut == ["It closed.¹²[3][note 4]†", "It opened。¹*", "So."]


def test_marks_of_notes_without_end_are_read() -> None:
    text = "Closed." + "¹" * 500 + "x"
    assert [span.of(text) for span in sentences(text)] == [text]


def test_endless_sentence_is_cut_at_spaces() -> None:
    text = "word " * 5000
    assert all(len(span) <= LONGEST and span.of(text).endswith("word") for span in sentences(text))


def test_endless_word_is_cut_anywhere() -> None:
    assert sum(len(span) for span in sentences("x" * 10_000)) == 10_000


def test_furniture_and_bylines_are_no_passages() -> None:
    article = an_article(
        ("By A. Writer.", BlockKind.BYLINE, BlockState.SHOWN),
        ("Share this.", BlockKind.PARAGRAPH, BlockState.FOLDED),
        ("A picture.", BlockKind.CAPTION, BlockState.SECONDARY),
        ("The vote passed.", BlockKind.PARAGRAPH, BlockState.SHOWN),
    )
    assert [p.span.of(article.text) for p in passages(article)] == ["The vote passed."]


def test_likely_furniture_is_not_compared_until_the_reader_shows_it() -> None:
    said = ("The vote passed.", BlockKind.PARAGRAPH, BlockState.SHOWN)
    teaser = ("The mayor in pictures.", BlockKind.PARAGRAPH, BlockState.DIMMED)
    article = an_article(said, teaser)

    shown = with_kept(article, frozenset({line_key(teaser[0])}))

    assert [p.block for p in passages(article)] == [0]
    assert [p.block for p in all_passages(article)] == [0]
    assert [p.block for p in passages(shown)] == [0, 1]


@pytest.mark.parametrize("head", ["Abstract.", "Zusammenfassung.", "Résumé.", "摘要。", "ملخص."])
def test_the_head_of_a_part_claims_nothing(head: str) -> None:
    text = f"{head} The weir was rebuilt."
    article = article_of([text])
    assert [p.span.of(article.text) for p in passages(article)] == ["The weir was rebuilt."]


def test_no_version_is_another_by_its_running_heads() -> None:
    article = article_of(["The weir was rebuilt.", "Lund and Reik 3", "It holds."])
    first, head, last = article.blocks
    dimmed = replace(head, state=BlockState.DIMMED, reason=RUNNING_HEAD)
    read = all_passages(replace(article, blocks=(first, dimmed, last)))
    assert [passage.block for passage in read] == [0, 2]


def test_list_item_carries_the_line_that_introduces_it() -> None:
    article = an_article(
        ("The plan has parts:", BlockKind.PARAGRAPH, BlockState.SHOWN),
        ("- a new quay", BlockKind.LIST_ITEM, BlockState.SHOWN),
    )
    lead_in = passages(article)[1].lead_in
    assert lead_in is not None and lead_in.of(article.text) == "The plan has parts:"


def test_list_item_after_a_plain_paragraph_has_no_lead_in() -> None:
    article = an_article(
        ("The plan is old.", BlockKind.PARAGRAPH, BlockState.SHOWN),
        ("- a new quay", BlockKind.LIST_ITEM, BlockState.SHOWN),
    )
    assert passages(article)[1].lead_in is None


def test_markup_is_never_read_but_offsets_stay() -> None:
    text = "The *new* quay."
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)), markup=(Span(4, 5), Span(8, 9)))
    article = Article(text, (block,), "t", "0" * 64)
    assert [p.span for p in passages(article)] == [Span(0, len(text))]


def test_row_of_stars_is_no_passage() -> None:
    assert passages(an_article(("* * *", BlockKind.PARAGRAPH, BlockState.SHOWN))) == ()


def test_each_line_of_a_table_is_a_passage() -> None:
    article = an_article(("Port | 2024\nHull | 12", BlockKind.TABLE, BlockState.SHOWN))
    assert len(passages(article)) == 2


def an_article(*parts: tuple[str, BlockKind, BlockState]) -> Article:
    blocks, at = [], 0
    for text, kind, state in parts:
        level = 1 if kind is BlockKind.LIST_ITEM else 0
        blocks.append(Block(kind, Span(at, at + len(text)), level=level, state=state))
        at += len(text) + 2
    return Article("\n\n".join(text for text, _, _ in parts), tuple(blocks), "t", "0" * 64)


VERSE = """And evening having come, they brought to him many that were ill,
that it might be told what he had done in all the towns by the sea,
and the people were glad of it; and they went home by night."""


def test_lines_broken_on_purpose_are_passages_of_their_own() -> None:
    long_line = "A long line that shows how wide this text may run. " * 5
    article = an_article(
        (VERSE, BlockKind.PARAGRAPH, BlockState.SHOWN),
        (long_line, BlockKind.PARAGRAPH, BlockState.SHOWN),
    )
    assert [p.span.of(article.text) for p in passages(article)][:3] == VERSE.split("\n")


def test_lines_wrapped_by_hand_are_joined() -> None:
    wrapped = "The board met on Monday,\nand the mayor, who had\nbeen away, took the\nchair again."
    article = an_article((wrapped, BlockKind.PARAGRAPH, BlockState.SHOWN))
    assert len(passages(article)) == 1


def test_sentence_around_a_word_is_found() -> None:
    article = article_of(["The boat is late. The pier is old. Nobody came."])
    start = article.text.index("pier")
    assert sentences_around(article, Span(start, start + 4)).of(article.text) == "The pier is old."


@pytest.mark.parametrize(
    "text",
    [
        "यह पहला वाक्य है। यह दूसरा है।",
        "هل وصلت السفينة؟ نعم وصلت.",
        "“Is it here?” She nodded.",
        "船到了。它很大。",
    ],
)
def test_a_sentence_ends_by_the_same_signs_everywhere(text: str) -> None:
    assert len(sentences(text)) == 2
    assert len(ROUGH_END.findall(text + " ")) == 2


def blocks_of(*parts: tuple[BlockKind, str]) -> Article:
    blocks, at = [], 0
    for kind, words in parts:
        blocks.append(Block(kind, Span(at, at + len(words)), level=int(kind is BlockKind.HEADING)))
        at += len(words) + 2
    return Article("\n\n".join(words for _, words in parts), tuple(blocks), "t", "0" * 64)


@pytest.mark.parametrize(
    "part",
    [
        (BlockKind.HEADING, "4 Results"),
        (BlockKind.CAPTION, "Figure 2: The quay in March."),
        (BlockKind.TABLE, "Quay\t15.2\t21.4"),
        (BlockKind.PARAGRAPH, "H = Hs + Hl (2)"),
    ],
)
def test_what_claims_nothing_is_no_passage(part: tuple[BlockKind, str]) -> None:
    article = blocks_of(part, (BlockKind.PARAGRAPH, "The quay sinks."))
    assert [p.span.of(article.text) for p in passages(article)] == ["The quay sinks."]


def test_a_table_that_holds_sentences_is_compared() -> None:
    row = "Quay\tThe Trust keeps the quay and its lamps in good order all year round."
    article = blocks_of((BlockKind.TABLE, row))
    assert len(passages(article)) == 1


def test_headings_are_compared_where_there_is_nothing_else() -> None:
    article = blocks_of((BlockKind.HEADING, "The quay"), (BlockKind.HEADING, "The pier"))
    assert len(passages(article)) == 2
