# SPDX-License-Identifier: MIT
"""Words of Hebrew and Arabic written as one with the word after them: and, in, to, the."""

from __future__ import annotations

from diptych.text.lexicon import words_of

# First and last letter of a script, and whose particles its words have.
_SCRIPTS = (("\u0590", "\u05ff", "he"), ("\u0600", "\u06ff", "ar"))
# Written in the same letters, but their particles stand apart.
_APART = frozenset({"fa", "ur", "yi"})
# Letters. Of two, the first one of a word cut down to them is hardly ever a particle.
_SHORTEST_WORD = 3


def forms_with_particles(form: str, language: str) -> list[str]:
    """Return the other forms in which a word stands in a text, likeliest first.

    A word typed with its article is expected without it as well. None for what is
    written in other scripts.
    """
    spoken = "" if form.isascii() or language in _APART else _spoken(form[0])
    if not spoken:
        return []
    bare = _without_article(form, spoken)
    particles = sorted(words_of(spoken, "particles_before"), key=lambda p: (len(p), p))
    return [*bare, *(particle + word for particle in particles for word in (form, *bare))]


def _without_article(form: str, spoken: str) -> list[str]:
    return [
        form[len(article) :]
        for article in sorted(words_of(spoken, "articles_before"))
        if form.startswith(article) and len(form) - len(article) >= _SHORTEST_WORD
    ]


def _spoken(letter: str) -> str:
    return next((code for first, last, code in _SCRIPTS if first <= letter <= last), "")
