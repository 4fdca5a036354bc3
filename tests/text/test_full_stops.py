# SPDX-License-Identifier: MIT
"""A full stop ends its sentence, or belongs to a short form or a number."""

from __future__ import annotations

import pytest

from diptych.text.segment import sentences

ONE_SENTENCE = [
    "Der Markt ist ab dem 12. September im alten Hafen.",
    "Am 3. Mai kam der Bus nicht.",
    "Am 1. Advent singt der Chor.",
    "Nach der 3. Lesung wurde abgestimmt.",
    "Die 2. Bundesliga pausiert.",
    "Vom 4. bis zum 12. Oktober ist zu.",
    "Es kamen z. B. Bäcker, d. h. Leute mit Mehl.",
    "Das steht u. a. in Abb. 3 und auf S. 12 f. und S. 14 ff.",
    "Die Brücke kostet 5 Mio. Euro und 3 Mrd. Kronen.",
    "Siehe Nr. IV und Art. XII der Ordnung.",
    "Den 12. Juni 1820 schrieb er, vgl. Kap. 4.",
    "El puerto de EE. UU. cerró en la pág. 12.",
    "Il en vient, p. ex. Paul, vers midi.",
    "Он жил в г. Москва и на ул. Лесной, д. 5, кв. 3.",
    "Это верно, т. е. Ольга права, см. рис. 4 и с. 12.",
    "W tym m. in. Anna i 5 mln. Duńczyków.",
    "Siehe Sec. IV and Fig. 3 of it.",
    "It was written by Ana M. La Rosa in May.",
    "A. The plan is old.",
    "It opened on Sept. 3 and closed on Dec. 12 that year.",
    "De bouw is geleid door ir. Jansen.",
]

TWO_SENTENCES = [
    "I am 12. My brother is ten.",
    "They keep all the plants in Annex A. The Contractor may not.",
    "We need vitamin C. It is in lemons.",
    "She ate a fig. Then she left.",
    "He studied art. His sister sang.",
    "Das war im Jahr 2012. Die Brücke stand noch.",
    "Es kamen 14. Danach war Ruhe.",
    "Они приехали в 1990 г. Город был пуст.",
    "Das kostet 5 Mio. Die Stadt zahlt.",
    "Man aß Brot, Käse usw. Danach ging man.",
    "Er kam u. a. Die Leute sahen es.",
    "We have eggs, milk etc. I think it is enough.",
    "Costó 3 euros en EE. UU. Los demás callaron.",
    # Words that are short forms in other languages.
    "Ils étaient sept. Les autres dormaient.",
    "La casa está frente al mar. El puerto queda lejos.",
    "Ella no quería ir. La puerta estaba abierta.",
    "Das ist alles, was er mag. Die anderen warten.",
    "It opened in Dec. The town was snowed in.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_full_stop_of_a_short_form_or_an_ordinal_ends_nothing(text: str) -> None:
    assert [text[each.start : each.end] for each in sentences(text)] == [text]


@pytest.mark.parametrize("text", TWO_SENTENCES)
def test_full_stop_ends_a_sentence(text: str) -> None:
    assert len(sentences(text)) == 2
