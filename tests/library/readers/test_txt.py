# SPDX-License-Identifier: MIT
"""Plain text is read as the article it is."""

from __future__ import annotations

from textwrap import fill

import pytest

from diptych.text.article import BlockKind, BlockState, TitleSource
from library.samples import BODY, PROSE, PROSE_2, PROSE_3, article_from, texts


def test_offsets_are_those_of_the_decoded_file() -> None:
    article = article_from(f"Harbour wall goes to a vote\r\n\r\n{PROSE}\r\n".encode())

    assert article.text == f"Harbour wall goes to a vote\n\n{PROSE}\n"
    assert article.blocks[1].span.of(article.text) == PROSE


def test_the_first_line_is_the_title() -> None:
    article = article_from(f"Harbour wall goes to a vote\n\n{BODY}")

    assert (article.title, article.title_source) == (
        "Harbour wall goes to a vote",
        TitleSource.TEXT,
    )
    assert article.blocks[0].kind is BlockKind.TITLE


def test_a_text_without_a_title_line_gets_its_first_words() -> None:
    article = article_from(BODY)

    assert article.title_source is TitleSource.DERIVED
    assert article.title.startswith("The council met on Tuesday")
    assert article.title.endswith("…")
    assert len(article.title) <= 91


def test_a_derived_title_does_not_stop_at_an_abbreviation() -> None:
    article = article_from(f"Envoys of the U.S. and its allies met. {PROSE}\n\n{PROSE_2}\n")

    assert article.title == "Envoys of the U.S. and its allies met."


def test_a_summary_label_is_left_out_of_the_derived_title() -> None:
    article = article_from(f"Summary – A wall that no one wants to pay for grows dearer.\n{BODY}")

    assert article.title == "A wall that no one wants to pay for grows dearer."
    assert article.blocks[0].kind is BlockKind.DECK


def test_a_section_label_is_folded_and_not_the_title() -> None:
    article = article_from(f"Opinion\nThe wall we do not need\n\n{BODY}")

    assert article.title == "The wall we do not need"
    assert texts(article, state=BlockState.FOLDED) == ["Opinion"]


def test_authors_stand_before_their_offices() -> None:
    article = article_from(
        "The wall we do not need\n\nIda Holm, Professor at the School of Ports\n"
        f"Jon Aas, Director of the Coast Institute\n{BODY}"
    )

    assert article.authors == ("Ida Holm", "Jon Aas")
    assert len(texts(article, BlockKind.BYLINE)) == 2


def test_an_office_without_a_name_names_no_author() -> None:
    article = article_from(
        f"The wall we do not need\n\nMarch 3, 2024\nVice Dean, School of Ports\n\n{BODY}"
    )

    assert article.authors == ()
    assert article.date == "2024-03-03"
    assert texts(article, BlockKind.BYLINE) == ["Vice Dean, School of Ports"]


def test_a_paragraph_before_the_date_line_is_the_deck() -> None:
    article = article_from(
        f"The wall we do not need\n\n{PROSE}\nMarch 3, 2024\n\n{PROSE_2}\n{PROSE_3}"
    )

    assert texts(article, BlockKind.DECK) == [PROSE]


def test_a_dash_below_a_hyphen_is_the_second_level() -> None:
    article = article_from(
        f"{PROSE}\n- one thing\n– a part of it\n– another part\n- two things\n{PROSE_2}"
    )

    assert [b.level for b in article.blocks if b.kind is BlockKind.LIST_ITEM] == [1, 2, 2, 1]


def test_a_lone_long_dash_opens_speech_and_not_a_list() -> None:
    article = article_from(f"{PROSE}\n— Never, said the mayor.\n{PROSE_2}")

    assert not texts(article, BlockKind.LIST_ITEM)


def test_a_short_line_before_prose_is_a_heading() -> None:
    article = article_from(
        f"{PROSE}\nWhat Comes Next?\n{PROSE_2}\nThe bill\n- dredging\n- stone\n{PROSE_3}"
    )

    assert texts(article, BlockKind.HEADING) == ["What Comes Next?", "The bill"]


@pytest.mark.parametrize(
    "line",
    [
        "And which of you, if his son had asked for bread, would hand him a stone?",
        "Do all keep watch? Do all mend nets?",
        "The pilot answered him, `How can the ebb be late?`",
        "He said to them, »Row on, and so shall I.«",
        "But since nobody had sworn an oath on it –",
    ],
)
def test_a_sentence_on_a_line_of_its_own_is_no_heading(line: str) -> None:
    article = article_from(f"{PROSE}\n\n{line}\n\n{PROSE_2}\n\n{PROSE_3}")

    assert not texts(article, BlockKind.HEADING)


def test_a_line_that_leads_into_a_list_is_no_heading() -> None:
    article = article_from(f"{PROSE}\nThe bill has two parts:\n- dredging\n- stone\n{PROSE_2}")

    assert not texts(article, BlockKind.HEADING)


def test_a_sentence_broken_after_an_abbreviation_is_one_block() -> None:
    article = article_from(
        "The talks between the shipping minister and U.S.\nPresident Ada Cole have led many to "
        f"believe that the ferry deal is near.\n{PROSE}\n"
    )

    assert len(article.blocks) == 2
    assert "\n" in article.blocks[0].span.of(article.text)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "\n\n".join(
        "\n".join([paragraph[:70], paragraph[70:140], paragraph[140:]])
        for paragraph in (PROSE, PROSE_2, PROSE_3)
    )

    assert len(article_from(wrapped).blocks) == 3


def test_lines_of_a_poem_stay_lines() -> None:
    poem = "Home\nis where the search\nbegins\nand comment\nends\n\nRegister the rain,\nshare\n" * 3

    article = article_from(poem)

    assert len(article.blocks) == 21
    assert {block.state for block in article.blocks} == {BlockState.SHOWN}


@pytest.mark.parametrize(
    "line",
    [
        "The new wall at low tide. (Image source: Coast Pictures)",
        "The mayor (L) and the harbour master. Photo:CPA",
        "Boats at the quay on Monday /Reuters",
        "The inner basin © A. Holm",
    ],
)
def test_a_line_that_ends_in_a_credit_is_a_caption(line: str) -> None:
    article = article_from(f"{PROSE}\n\n{line}\n\n{PROSE_2}\n")

    assert texts(article, BlockKind.CAPTION, BlockState.SECONDARY) == [line]


def test_a_closing_line_about_the_author_is_a_note_and_tells_the_outlet() -> None:
    note = "The author is a fellow of the Institute of Ports. opinion@coastmail.example"

    article = article_from(f"{BODY}{note}\n")

    assert texts(article, BlockKind.NOTE, BlockState.SECONDARY) == [note]
    assert article.source == "coastmail.example"


def test_forms_and_sign_up_are_folded_with_their_reason() -> None:
    article = article_from(
        "The wall we do not need\n\nwall_img\nClick Register\nRegister\nfor Free with a trial\n\n"
        f"{BODY}\nReferences\nVIEWS BY\n\nShare This Post\nLeave a Reply\nComment\nCancel\n"
    )

    folded = {b.reason for b in article.blocks if b.state is BlockState.FOLDED}
    assert {"placeholder", "sign-up", "comment form", "share buttons"} <= folded
    assert texts(article, state=BlockState.SHOWN)[1:] == [PROSE, PROSE_2, PROSE_3]


def test_one_word_inside_the_article_is_not_furniture() -> None:
    article = article_from(f"{PROSE}\n\nSearch\n\n{PROSE_2}\n\n{PROSE_3}\n")

    assert BlockState.FOLDED not in {block.state for block in article.blocks}


def test_a_file_of_nothing_but_furniture_is_shown() -> None:
    article = article_from("Share this post\nLeave a Reply\nComment\nCancel\n")

    assert {block.state for block in article.blocks} == {BlockState.SHOWN}


def test_short_lines_after_the_article_are_dimmed() -> None:
    article = article_from(f"{BODY}\nHarbour walks\nTide tables\nBoat sales\nOld quay photos\n")

    assert len(texts(article, state=BlockState.DIMMED)) == 4


def test_words_are_counted_without_what_is_folded() -> None:
    article = article_from(f"{BODY}\nLeave a Reply\n")

    assert article.words == len(f"{PROSE} {PROSE_2} {PROSE_3}".split())


def test_ideographs_count_as_words() -> None:
    assert article_from("港口围墙将于冬季前完工。").words == 11


@pytest.mark.parametrize(
    "line",
    [
        "a," * 5000 + "!",
        "(" * 3000,
        "- " * 5000,
        "By " + "A" * 8000,
        "1" * 5000 + ".",
        "Photo: " + "x " * 5000,
    ],
)
def test_no_line_makes_a_rule_run_away(line: str) -> None:
    article = article_from(f"{PROSE}\n{line}\n{PROSE_2}")

    assert line in texts(article) or line.strip() in texts(article)


def test_a_name_alone_beside_the_date_is_the_author() -> None:
    article = article_from(
        f"The wall we do not need\n\nIda Holm\n“The Coast”, 3 March 2024\n\n{BODY}"
    )

    assert (article.authors, article.date) == (("Ida Holm",), "2024-03-03")
    assert article.source == "The Coast"


def test_a_signature_is_no_heading() -> None:
    article = article_from(f"{PROSE}\n\nIda Holm, North Quay\n\nWho pays?\n\n{PROSE_2}\n{PROSE_3}")

    assert texts(article, BlockKind.HEADING) == ["Who pays?"]


def test_numbered_lines_with_prose_between_are_headings() -> None:
    article = article_from(f"{PROSE}\n\n1. Stone\n\n{PROSE_2}\n\n2. Sand\n\n{PROSE_3}\n")

    assert texts(article, BlockKind.HEADING) == ["1. Stone", "2. Sand"]


def test_front_matter_in_a_plain_text_is_read() -> None:
    article = article_from(f"---\ntitle: The wall\nauthor: Jo Marsh\n---\n\n{BODY}")

    assert (article.title, article.authors) == ("The wall", ("Jo Marsh",))


def test_a_sites_name_between_its_buttons_is_not_the_title() -> None:
    head = (
        "Skip to content\nMenu\nThe Bay Post\nSubscribe\nHarbour wall goes to a vote\n5 min read\n"
    )

    assert article_from(f"{head}{BODY}").title == "Harbour wall goes to a vote"


def test_a_line_with_a_rule_under_it_is_a_heading() -> None:
    article = article_from(
        f"The wall\n========\n\n{PROSE}\n\nWhat it costs\n-------------\n\n{PROSE_2}"
    )

    assert article.title == "The wall"
    assert texts(article, BlockKind.HEADING, BlockState.SHOWN) == ["What it costs"]


def test_paragraphs_parted_by_indents_are_whole() -> None:
    bodies = (PROSE, PROSE_2, PROSE_3, PROSE)
    source = "\n".join(fill(body, 72, initial_indent="    ") for body in bodies)

    assert texts(article_from(f"The wall\n\n{source}\n"))[1:] == list(bodies)


def test_a_word_cut_at_a_lines_end_is_shown_whole() -> None:
    source = f"{fill(PROSE, 72)}\n\n{fill(PROSE_2, 72)}\n\n{fill(PROSE_3, 72)}\n"
    end = source.index("\n")
    cut = f"{source[: end - 5]}-\n{source[end - 5 : end]} {source[end + 1 :]}"

    article = article_from(cut)

    block = article.blocks[0]
    assert [span.of(article.text) for span in block.markup] == ["-\n"]


def test_lines_of_verse_stay_apart() -> None:
    verse = (
        "O wall of stone, O wall of sand, the tide goes out along the strand,\n"
        "and who will count the stones again when winter comes and with it rain?\n"
        "the gulls have asked, the gulls have cried,\n"
        "and no one on the quay replied.\n"
    )

    assert len(texts(article_from(f"The wall\n\n{verse}\n{verse}"))) == 9


def test_page_numbers_pasted_along_are_dimmed() -> None:
    source = (
        f"{PROSE}\n12\nThe Bay Post, May 2024\n{PROSE_2}\n13\nThe Bay Post, May 2024\n{PROSE_3}"
    )

    dimmed = texts(article_from(source), state=BlockState.DIMMED)

    assert dimmed == ["12", "The Bay Post, May 2024", "13", "The Bay Post, May 2024"]
