# SPDX-License-Identifier: MIT
"""What an editor did to a text is found at its place, and nothing else."""

from __future__ import annotations

import pytest
from tests.compare.articles import article

from diptych.compare.changes.finder import find_changes
from diptych.compare.changes.values import Change, ChangeKind, Changes, Finding, Ignored
from diptych.compare.values import Kind, Match
from diptych.text.article import Article, Span

FIRST = """2. The rent
The rent is 4,800 crowns a year, paid on the first day of April.
The Trust keeps the roof and the walls in good order.
The Club keeps the doors. The Club washes the windows every spring.
The courts of Kelsand decide any quarrel about this lease.
Members may not sleep in the house."""


def changes_of(left: str, right: str, *, language: str = "en", **rules: bool) -> Changes:
    ignored = Ignored(**rules)
    return find_changes(
        article(left, language=language), article(right, language=language), ignored
    )


def words(left: str, right: str, change: Change) -> list[tuple[str, str]]:
    return [(edit.left.of(left), edit.right.of(right)) for edit in change.edits]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("4,800", "4,080", Finding.NUMBER),
        ("Kelsand", "Tarnholm", Finding.NAME),
        ("may not sleep", "may sleep", Finding.DENIED),
    ],
)
def test_what_a_changed_word_tells_is_named(old: str, new: str, finding: Finding) -> None:
    found = changes_of(FIRST, FIRST.replace(old, new))
    assert [(c.kinds, c.findings) for c in found.changes] == [((ChangeKind.CHANGED,), (finding,))]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("She asked twice.", "She asked three times."),
        ("He had an hundred sheep.", "He had an thousand sheep."),
        ("See chapter IV of it.", "See chapter VI of it."),
        ("The boat leaves at 7:45 pm.", "The boat leaves at 7:45 am."),
        ("It grew from 310,000 to 342,000.", "It grew from 342,000 to 310,000."),
        ("He bought a dozen eggs.", "He bought a score eggs."),
        ("It was warmer (p < 0.05).", "It was warmer (p > 0.05)."),
        ("The ship was freed after two hours.", "It took three hours to free the ship."),
    ],
)
def test_another_number_is_told_however_it_is_put(left: str, right: str) -> None:
    (change,) = changes_of(f"{FIRST}\n{left}", f"{FIRST}\n{right}").changes
    assert Finding.NUMBER in change.findings


def test_what_the_text_writes_small_elsewhere_is_no_name_at_the_head_of_a_speech() -> None:
    left = "He said to her, Thy son is here. So thy house is glad."
    right = "He said to her, Your son is here. So your house is glad."
    found = changes_of(left, right).changes
    assert [change.findings for change in found] == [(), ()]


def test_the_first_word_of_a_numbered_heading_is_no_name() -> None:
    (change,) = changes_of("2 Methods\n" + FIRST, "2 Field work\n" + FIRST).changes
    assert change.findings == ()


def test_only_the_word_that_was_changed_is_marked() -> None:
    second = FIRST.replace("washes the windows", "cleans the windows")
    (change,) = changes_of(FIRST, second).changes
    assert words(FIRST, second, change) == [("washes", "cleans")]


def test_a_deleted_sentence_is_told_between_sentences_that_stay() -> None:
    line = "The Trust keeps the roof and the walls in good order.\n"
    (change,) = changes_of(FIRST, FIRST.replace(line, "")).changes
    assert change.kind is ChangeKind.ONLY_LEFT
    assert change.left.of(FIRST) == line.strip()
    assert change.findings == (Finding.OMITTED,)


def test_a_sentence_that_stays_parts_those_left_out_around_it() -> None:
    left = "The roof is kept. The doors are painted. The windows are washed. The rent is paid."
    right = "The doors are painted. The rent is paid."
    found = changes_of(left, right).changes
    assert [c.left.of(left) for c in found] == ["The roof is kept.", "The windows are washed."]


def test_a_moved_sentence_is_told_once_with_both_places() -> None:
    first, *rest = FIRST.split("\n")[1:]
    left, right = "\n".join([first, *rest]), "\n".join([*rest, first])
    (change,) = changes_of(left, right).changes
    assert change.kind is ChangeKind.MOVED
    assert change.left.of(left) == change.right.of(right) == first


def test_two_sentences_made_one_are_told_as_merged() -> None:
    second = FIRST.replace("the doors. The Club washes", "the doors and washes")
    (change,) = changes_of(FIRST, second).changes
    assert change.kind is ChangeKind.RESHAPED
    assert (
        change.right.of(second) == "The Club keeps the doors and washes the windows every spring."
    )


def test_a_heading_that_is_only_numbered_anew_has_not_changed() -> None:
    assert changes_of(FIRST, FIRST.replace("2. The", "3. The")).changes == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("in good order.", "in good order.[{}]"),
        ("in good order.", "in good order.³"),
        ("keeps the doors", "keeps[{}] the doors"),
    ],
)
def test_notes_that_are_only_counted_anew_are_no_change(old: str, new: str) -> None:
    left, right = FIRST.replace(old, new.format(3)), FIRST.replace(old, new.format(14))
    assert old in FIRST
    assert changes_of(left, right.replace("³", "⁴")).changes == ()


def test_a_power_is_another_where_it_is_another_figure() -> None:
    left = FIRST.replace("in good order", "for 10³ days")
    (change,) = changes_of(left, left.replace("³", "⁴")).changes
    assert words(left, left.replace("³", "⁴"), change) == [("10³", "10⁴")]


@pytest.mark.parametrize(
    ("old", "new"),
    [("12. March 1999", "14. March 1999"), ("3 lamps", "5 lamps")],
)
def test_a_number_that_counts_or_dates_is_no_number_of_a_heading(old: str, new: str) -> None:
    (change,) = changes_of(f"{old}\n{FIRST}", f"{new}\n{FIRST}").changes
    assert change.kind is ChangeKind.CHANGED


def test_a_clause_taken_out_of_a_sentence_is_omitted_and_no_longer_there() -> None:
    second = FIRST.replace(", paid on the first day of April", "")
    found = changes_of(FIRST, second)
    assert [change.findings for change in found.changes] == [(Finding.OMITTED,)]
    assert found.kept_left < 1.0 == found.kept_right


def test_one_word_a_thousand_times_is_looked_at_a_bounded_number_of_times() -> None:
    left, right = "so it was and so " * 700, "and was it so so " * 700
    assert len(changes_of(f"Then {left}.", f"Then {right}.").changes) >= 1


def test_lines_joined_to_paragraphs_are_no_change() -> None:
    verse = "The lamp was lit at half past three,\nthe wick was trimmed and small;\nI slept."
    assert changes_of(verse, verse.replace("\n", " ")).changes == ()


def test_a_number_that_joined_lines_put_behind_the_title_is_no_change() -> None:
    lines = ["The lease", "1. Parties", "The owner lets the mill to the miller.", "2. Rent"]
    left = article("\n".join([*lines, "The rent is paid in flour and in nothing else."]))
    right = article(" ".join([*lines, "The rent is paid in flour and in nothing else."]))
    assert find_changes(left, right).changes == ()


def test_the_same_text_twice_has_no_change_and_is_kept_whole() -> None:
    found = changes_of(FIRST, FIRST)
    assert (found.changes, found.kept_left, found.kept_right) == ((), 1.0, 1.0)


def test_texts_with_nothing_in_common_stand_each_alone() -> None:
    found = changes_of("The rent is due in April.", "Whales sing below the ice.")
    assert [c.kind for c in found.changes] == [ChangeKind.ONLY_LEFT, ChangeKind.ONLY_RIGHT]
    assert found.kept_left == 0.0


def test_a_text_that_is_part_of_the_other_leaves_the_rest_alone() -> None:
    part = "\n".join(FIRST.split("\n")[1:3])
    found = changes_of(part, FIRST)
    assert {c.kind for c in found.changes} == {ChangeKind.ONLY_RIGHT}
    assert found.kept_left == 1.0


@pytest.mark.parametrize("left", ["", "The rent is due."])
def test_an_empty_side_leaves_the_other_alone(left: str) -> None:
    found = changes_of(left, "")
    assert [c.kind for c in found.changes] == [ChangeKind.ONLY_LEFT] * bool(left)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("The Trust", "The trust", "case"),
        ("order.", "order;", "punctuation"),
        ("colour", "color", "spelling"),
        ("organise", "organize", "spelling"),
    ],
)
def test_what_the_reader_ignores_is_no_change(old: str, new: str, rule: str) -> None:
    left = FIRST + "\nThe Trust may organise the colour of the doors."
    right = left.replace(old, new)
    assert len(changes_of(left, right).changes) >= 1
    assert changes_of(left, right, **{rule: True}).changes == ()


def test_words_on_the_readers_own_list_count_as_one() -> None:
    left, right = "And thou shalt keep the light.", "And you shall keep the light."
    rules = Ignored(alike=(("thou", "you"), ("shalt", "shall")))
    assert find_changes(article(left), article(right), rules).changes == ()


def test_groups_on_the_readers_own_list_that_share_a_word_are_one() -> None:
    rules = Ignored(alike=(("thou", "you"), ("ye", "you")))
    left, right = article("Thou seest what ye have done."), article("You seest what you have done.")
    assert find_changes(left, right, rules).changes == ()


@pytest.mark.parametrize(
    ("language", "left", "right", "edit"),
    [
        ("zh", "守塔人把信锁进了抽屉。", "守塔人把信放进了抽屉。", ("锁", "放")),
        (
            "ar",
            "دفع النادي 4800 كرونة في السنة.",
            "دفع النادي 4080 كرونة في السنة.",
            ("4800", "4080"),
        ),
        ("he", "ספינה ישנה עגנה בנמל.", "ספינה חדשה עגנה בנמל.", ("ישנה", "חדשה")),
        ("th", "เรือออกจากท่าเรือตอนเช้า", "เรือออกจากท่าเรือตอนเย็น", ("ช้า", "ย็น")),
    ],
)
def test_words_are_marked_in_every_script(
    language: str, left: str, right: str, edit: tuple[str, str]
) -> None:
    (change,) = changes_of(left, right, language=language).changes
    assert words(left, right, change) == [edit]


def test_a_word_put_before_the_first_of_a_sentence_is_marked_alone() -> None:
    left = "The sum is small. We saw the sum."
    right = "Seldom the sum is small. We saw the sum."
    (change,) = changes_of(left, right).changes
    assert words(left, right, change) == [("", "Seldom")]


def test_what_was_rewritten_without_a_common_word_is_joined_by_its_match() -> None:
    from diptych.compare.values import Kind, Match

    left, right = article("It sank. Nobody drowned."), article("It sank. All hands survived.")
    start = len("It sank. ")
    match = Match(
        Kind.SAME_CLAIM,
        left=type(left.blocks[0].span)(start, len(left.text)),
        right=type(left.blocks[0].span)(start, len(right.text)),
        score=0.8,
        strength=0.8,
        shown=True,
    )
    assert [c.kind for c in find_changes(left, right, matches=[match]).changes] == [
        ChangeKind.CHANGED
    ]


def test_only_what_no_word_joins_is_compared_and_what_is_found_there_is_joined() -> None:
    asked: list[tuple[str, str]] = []

    def matches_of(ours: Article, theirs: Article) -> list[Match]:
        asked.append((ours.text, theirs.text))
        spans = Span(0, len(ours.text)), Span(0, len(theirs.text))
        return [Match(Kind.SAME_CLAIM, *spans, score=0.8, strength=0.8, shown=True)]

    left = article("It sank. Nobody drowned. The rest is told.")
    right = article("The rest is told. It sank. All hands survived.")
    found = find_changes(left, right, matches_of=matches_of).changes
    assert asked == [("Nobody drowned.", "All hands survived.")]
    assert [c.left.of(left.text) for c in found if c.kind is ChangeKind.CHANGED] == [
        "Nobody drowned."
    ]


def test_nothing_is_compared_where_one_side_has_nothing_left_over() -> None:
    def matches_of(ours: Article, theirs: Article) -> list[Match]:
        raise AssertionError((ours.text, theirs.text))

    left, right = article("It sank. Nobody drowned."), article("It sank.")
    (change,) = find_changes(left, right, matches_of=matches_of).changes
    assert change.kind is ChangeKind.ONLY_LEFT


def test_every_passage_stands_in_the_alignment_once() -> None:
    right = FIRST.replace("Members may not sleep in the house.", "Dogs stay outside.")
    found = changes_of(FIRST, right)
    left_spans = [each.left for each in found.alignment if len(each.left)]
    assert left_spans == sorted(set(left_spans))
    assert sum(map(len, left_spans)) <= len(FIRST)


# One denial and one figure in each language; the rest of the sentence stays.
DENIED = [
    ("ar", "يفتح الحارس باب الميناء في الليل.", "لا يفتح الحارس باب الميناء في الليل."),
    ("he", "השומר פותח את שער הנמל בלילה.", "השומר אינו פותח את שער הנמל בלילה."),
    ("hi", "पहरेदार रात में घाट का फाटक खोलता है।", "पहरेदार रात में घाट का फाटक नहीं खोलता है।"),
    ("it", "Il guardiano apre la porta del molo.", "Il guardiano non apre la porta del molo."),
    ("ja", "番人は夜に港の門を開けます。", "番人は夜に港の門を開けません。"),
    ("pt", "O guarda abre a porta do cais.", "O guarda não abre a porta do cais."),
    ("uk", "Сторож відчиняє вночі ворота порту.", "Сторож не відчиняє вночі ворота порту."),
    ("zh", "看守夜里打开港口的大门。", "看守夜里不打开港口的大门。"),
    ("pt", "Alguém quis falar do cais.", "Ninguém quis falar do cais."),
    ("nl", "Iedereen wilde over de kade praten.", "Niemand wilde over de kade praten."),
]


@pytest.mark.parametrize(("language", "old", "new"), DENIED)
def test_a_denial_is_told_in_every_language(language: str, old: str, new: str) -> None:
    (change,) = changes_of(old, new, language=language).changes
    assert change.findings == (Finding.DENIED,)


NUMBERED = [
    ("ar", "انتظر الحارس سبع سنوات على الرصيف.", "انتظر الحارس تسع سنوات على الرصيف."),
    ("ar", "دفع الحارس ١٢٥٠ يورو للميناء.", "دفع الحارس ١٥٢٠ يورو للميناء."),
    ("he", "השומר חיכה שבע שנים על המזח.", "השומר חיכה תשע שנים על המזח."),
    ("hi", "पहरेदार ने घाट पर सात साल इंतज़ार किया।", "पहरेदार ने घाट पर नौ साल इंतज़ार किया।"),
    ("hi", "पहरेदार ने घाट को १,२५० यूरो दिए।", "पहरेदार ने घाट को १,५२० यूरो दिए।"),
    ("it", "Il guardiano attese sette anni sul molo.", "Il guardiano attese nove anni sul molo."),
    ("ja", "番人は港で七年間待った。", "番人は港で九年間待った。"),
    ("pt", "O guarda esperou sete anos no cais.", "O guarda esperou nove anos no cais."),
    ("it", "Sono venute quattrocento persone.", "Sono venute cinquecento persone."),
    ("he", "לרציף באו ארבע מאות איש.", "לרציף באו חמש מאות איש."),
    ("ar", "جاء أربعمئة شخص إلى الرصيف.", "جاء خمسمئة شخص إلى الرصيف."),
    ("pl", "Na molo przyszło czterysta osób.", "Na molo przyszło pięćset osób."),
    ("uk", "На пірс прийшло чотириста людей.", "На пірс прийшло шістсот людей."),
    ("nl", "Er kwamen vierhonderd mensen.", "Er kwamen veertig mensen."),
    ("sv", "Det kom fyrahundra människor.", "Det kom sextio människor."),
    ("tr", "Rıhtıma dört yüz kişi geldi.", "Rıhtıma beş yüz kişi geldi."),
]


@pytest.mark.parametrize(("language", "old", "new"), NUMBERED)
def test_a_number_in_words_or_digits_is_told(language: str, old: str, new: str) -> None:
    (change,) = changes_of(old, new, language=language).changes
    assert change.findings == (Finding.NUMBER,)


OTHER_NAMES = [
    ("zh", "王伟先生昨天来到港口。", "李伟先生昨天来到港口。"),
    ("zh", "船从上海市开往北方。", "船从大连市开往北方。"),
    ("zh", "这艘船由Siemens建造。", "这艘船由Bosch建造。"),
    ("ja", "船長は田中さんに手紙を書いた。", "船長は鈴木さんに手紙を書いた。"),
    ("ja", "船は神戸港を出た。", "船は長崎港を出た。"),
    ("ar", "وصل السيد حسن إلى الميناء أمس.", "وصل السيد علي إلى الميناء أمس."),
    ("ar", "عاش طويلا في مدينة حلب ثم رحل.", "عاش طويلا في مدينة دمشق ثم رحل."),
    ("ar", "قالت رئيسة البلدية سلمى نصار ذلك.", "قالت رئيسة البلدية هدى سالم ذلك."),
    ("he", "מר כהן פתח את השער בבוקר.", "מר לוי פתח את השער בבוקר."),
    ("he", "הוא גר שנים בעיר חיפה ואז עזב.", "הוא גר שנים בעיר עכו ואז עזב."),
    ("hi", "श्री मोहन ने कल फाटक खोला।", "श्री रमेश ने कल फाटक खोला।"),
    ("hi", "नाव कानपुर शहर से चली थी।", "नाव नागपुर शहर से चली थी।"),
]
OTHER_WORDS = [
    ("zh", "他每天在旧船上工作。", "他每天在新船上工作。"),
    ("zh", "这个城市很安静。", "这个都市很安静。"),
    ("zh", "来了四百人。市长王伟说了话。", "来了四百人，市长王伟说了话。"),
    ("ja", "船は朝に港を出た。", "船は夜に港を出た。"),
    ("ar", "فتح الحارس باب الميناء القديم.", "فتح الحارس باب الميناء الجديد."),
    ("he", "השומר פתח את השער הישן.", "השומר פתח את השער החדש."),
    ("hi", "पहरेदार ने पुराना फाटक खोला।", "पहरेदार ने नया फाटक खोला।"),
]


@pytest.mark.parametrize(("language", "left", "right"), OTHER_NAMES)
def test_another_name_is_told_in_a_script_without_capitals(
    language: str, left: str, right: str
) -> None:
    found = changes_of(left, right, language=language)
    assert [change.findings for change in found.changes] == [(Finding.NAME,)]


@pytest.mark.parametrize(("language", "left", "right"), OTHER_WORDS)
def test_another_word_is_no_name_in_a_script_without_capitals(
    language: str, left: str, right: str
) -> None:
    found = changes_of(left, right, language=language)
    assert [change.findings for change in found.changes] == [()]
    assert not found.knows_names


def test_another_first_letter_of_a_name_is_another_name() -> None:
    (change,) = changes_of("It was signed by A. Lund.", "It was signed by E. Lund.").changes
    assert change.findings == (Finding.NAME,)


def test_where_names_have_capitals_they_are_known() -> None:
    assert changes_of(FIRST, FIRST).knows_names
    assert changes_of("Лампа горит.", "Лампа светит.", language="ru").knows_names


@pytest.mark.parametrize(
    ("old", "new"),
    [("may lend the keys", "may not lend the keys"), ("may lend the keys", "must lend the keys")],
)
def test_a_small_word_that_changed_where_a_sentence_was_split_is_told(old: str, new: str) -> None:
    left = f"The Club {old} to its members, and it keeps the doors and the windows."
    right = f"The Club {new} to its members. It keeps the doors and the windows."
    (change,) = changes_of(left, right).changes
    assert change.kinds == (ChangeKind.RESHAPED, ChangeKind.CHANGED)


@pytest.mark.parametrize("is_left_out", [True, False])
def test_a_clause_keeps_its_number_when_its_first_sentence_goes(*, is_left_out: bool) -> None:
    whole = "(1) The rent is 80 crowns.\n(2) The Trust may end the lease. The Club pays the costs."
    shorter = whole.replace("The Trust may end the lease. ", "")
    left, right = (whole, shorter) if is_left_out else (shorter, whole)
    (change,) = changes_of(left, right).changes
    told = (change.left.of(left), change.right.of(right))
    assert told == (("The Trust may end the lease.", "") if is_left_out else ("", told[1]))
    assert told[1] in ("", "The Trust may end the lease.")
