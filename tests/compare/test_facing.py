# SPDX-License-Identifier: MIT
"""What two wordings of one sentence write at the same place is set against each other."""

from __future__ import annotations

import pytest

from compare.articles import article
from diptych.compare.comparison import compare
from diptych.compare.facing import Facing
from diptych.compare.reading import read
from diptych.compare.same_facts import facts_of
from diptych.compare.values import Match, Saying

PLANTED = [
    ("en", "The school in {} will close its kitchen at the end of June.", "Barrow", "Kendal"),
    ("en", "The water in the lower basin was {} warmer than in the upper one.", "3.1 °C", "1.3 °C"),
    ("en", "The mill sold {} sacks of flour to the town that winter.", "30", "38"),
    ("en", "The mill sold {} sacks of flour to the town that winter.", "1,400", "1,250"),
    ("en", "They counted {} geese on the flooded meadow that morning.", "four hundred", "300"),
    ("en", "The ferry will run again for all passengers on {} this year.", "3 March", "3 May"),
    ("de", "Im alten Speicher lagerten {} Säcke Mehl für die ganze Stadt.", "1.340", "1.430"),
    ("fr", "Le conseil a reçu {} lettres contre le projet de la gare.", "1 340", "1 430"),
    ("es", "El ayuntamiento recibió {} cartas contra el proyecto de la estación.", "1340", "1430"),
    ("ru", "В старом амбаре лежало {} мешков муки для всего города.", "1340", "1430"),
    ("zh", "老仓库里存放着全城居民过冬用的{}袋面粉。", "1,340", "1,430"),
    ("ja", "古い倉庫には町全体のための小麦粉が{}袋保管されていた。", "1340", "1430"),
    ("hi", "पुराने गोदाम में पूरे शहर के लिए आटे की {} बोरियाँ रखी थीं।", "१३४०", "१४३०"),
    ("ar", "كان في المخزن القديم {} كيسا من الدقيق للمدينة كلها في الشتاء.", "١٣٤٠", "١٤٣٠"),
    ("he", "במחסן הישן היו {} שקי קמח עבור כל העיר בחורף הקשה.", "1,340", "1,430"),
]


@pytest.mark.parametrize(("language", "sentence", "ours", "theirs"), PLANTED)
def test_what_was_exchanged_in_a_sentence_is_told(
    language: str, sentence: str, ours: str, theirs: str
) -> None:
    left, right = sentence.format(ours), sentence.format(theirs)

    (match,) = [m for m in _matches(left, right, language) if m.shown]

    assert match.saying is Saying.DIFFERS
    assert [(d.left, d.right) for d in match.evidence.differing] == [(ours, theirs)]


ALIKE = [
    ("Clause 4. The tenant pays the rent at the start of every month.", "4.", "9."),
    ("(3) Dogs are kept on a lead in every part of the garden.", "(3)", "(5)"),
    ("The rate rose by almost 5 % in the second half of the year.", "5 %", "4.9 %"),
    ("The bridge cost the county $43 million in the second year.", "$43 million", "$43,885,310"),
    ("They counted 400 geese on the flooded meadow that morning.", "400", "four hundred"),
    ("The ferry will run again for all passengers on 3 March this year.", "3 March", "March 3"),
    ("Dr. Lena Quist of Barrow said the bridge would have to be closed.", "Dr. Lena", "Lena"),
]


@pytest.mark.parametrize(("sentence", "ours", "theirs"), ALIKE)
def test_another_spelling_or_number_of_a_clause_is_no_difference(
    sentence: str, ours: str, theirs: str
) -> None:
    for match in _matches(sentence, sentence.replace(ours, theirs), "en"):
        assert not match.evidence.differing


DENIED = [
    ("One row of trees suffices to keep small streams cool.", "suffices", "is not sufficient"),
    ("The harbour office will answer letters from the island this year.", "will", "will not"),
    ("Die Behörde will die Briefe der Insel in diesem Jahr senden.", "senden", "nicht senden"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "ours", "theirs"), DENIED)
def test_a_negation_among_the_changed_words_denies(sentence: str, ours: str, theirs: str) -> None:
    language = "de" if sentence.startswith("Die") else "en"
    (match,) = _matches(sentence, sentence.replace(ours, theirs), language)[:1]

    assert match.saying is Saying.DENIES


@pytest.mark.parametrize(("ours", "theirs"), [("thou", "you"), ("here", "there")])
def test_sentences_that_deny_alike_deny_nothing_of_each_other(ours: str, theirs: str) -> None:
    sentence = "Do not {} yield unto them, for they lie in wait beside the gate."

    for match in _matches(sentence.format(ours), sentence.format(theirs), "en"):
        assert match.saying is not Saying.DENIES


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Zuerst nahmen sie 1.430 winzige Papierflicken ab."),
        ("ru", "Сначала они сняли 1430 крошечных бумажных заплат."),  # might be a year
        ("zh", "他们首先揭下了1,430块小纸片。"),
        ("ar", "أزالوا أولا ١٤٣٠ رقعة ورقية صغيرة."),
    ],
)
def test_a_wrong_number_is_told_in_a_translation(language: str, sentence: str) -> None:
    left = read(article("They first took off 1,340 tiny paper patches.", language="en"))
    right = read(article(sentence, language=language))
    facts = facts_of(left)[0], facts_of(right)[0]
    facing = Facing(left, right, (left.spans[0], right.spans[0]), facts, (set(), set()))

    assert [(a.key[:4], b.key[:4]) for a, b in facing.differing()] == [("1340", "1430")]


def _matches(left: str, right: str, language: str) -> tuple[Match, ...]:
    found = compare(article(left, language=language), article(right, language=language))
    return found.matches
