# SPDX-License-Identifier: MIT
"""Which language a text is in, and which way it runs."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from functools import cache
from string import ascii_letters

from diptych.patterns import late_pattern
from diptych.text.lexicon import words_of
from diptych.text.tokens import letters

_KEPT_S = 5.0  # after it was last asked: in a folder that is read it is asked sooner again
_SAMPLE = 6000  # characters from the start; the head of a page may be furniture
_SURE_SHARE = 0.14  # of all words are this language's commonest ones
_SURE_LEAD = 1.35  # times the runner-up
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi", "ckb", "sd", "ug", "dv"})

_CYRILLIC = ("ru", "uk", "bg", "be", "sr", "mk")
_LATIN = "en de fr es it pt nl sv da no fi pl cs sk hu ro tr vi id ca hr".split()  # noqa: SIM905
_LETTERS_OF_ONE = {  # a letter only one of the languages in that script writes
    "uk": "їєґ",
    "be": "ў",
    "mk": "ѓќѕ",
    "sr": "ђћ",
    "ru": "ыэё",
}
_ASCII = bytes(range(128))
_PLAIN_LETTERS = ascii_letters.encode()
# “港口 гавань”: runs of han and cyrillic; each group has a script's name.
_SCRIPTS = late_pattern(
    r"(?P<han>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)|(?P<kana>[\u3040-\u30ff\uff66-\uff9d]+)"
    r"|(?P<hangul>[\uac00-\ud7af\u1100-\u11ff]+)|(?P<arabic>[\u0620-\u064a\u0671-\u06d3]+)"
    r"|(?P<hebrew>[\u05d0-\u05ea]+)|(?P<cyrillic>[\u0400-\u052f]+)|(?P<greek>[\u0370-\u03ff\u1f00-\u1fff]+)"
    r"|(?P<thai>[\u0e01-\u0e4e]+)|(?P<devanagari>[\u0904-\u0963]+)|(?P<bengali>[\u0985-\u09e3]+)"
    r"|(?P<tamil>[\u0b83-\u0bd0]+)|(?P<telugu>[\u0c05-\u0c63]+)|(?P<gujarati>[\u0a85-\u0ae3]+)"
    r"|(?P<gurmukhi>[\u0a05-\u0a74]+)|(?P<kannada>[\u0c85-\u0ce3]+)|(?P<malayalam>[\u0d05-\u0d63]+)"
    r"|(?P<sinhala>[\u0d85-\u0df3]+)|(?P<georgian>[\u10a0-\u10ff]+)|(?P<armenian>[\u0531-\u0587]+)"
    r"|(?P<khmer>[\u1780-\u17d3]+)|(?P<lao>[\u0e81-\u0edf]+)|(?P<burmese>[\u1000-\u109f]+)"
    r"|(?P<ethiopic>[\u1200-\u137f]+)|(?P<latin>[\u00c0-\u024f\u1e00-\u1eff]+)"
)
_ONE_LANGUAGE = {
    "hangul": "ko", "hebrew": "he", "greek": "el", "thai": "th", "bengali": "bn", "tamil": "ta",
    "telugu": "te", "gujarati": "gu", "gurmukhi": "pa", "kannada": "kn", "malayalam": "ml",
    "sinhala": "si", "georgian": "ka", "armenian": "hy", "khmer": "km", "lao": "lo", "burmese":
    "my", "ethiopic": "am", "devanagari": "hi",
}  # fmt: skip
# Words alone: digits and underscores are the same in every language.
_WORD = late_pattern(letters(without="", but="\\d_"))
_CODE = late_pattern(r"[a-z]{2,3}")
_THREE_LETTERS = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it",
    "por": "pt", "nld": "nl", "dut": "nl", "rus": "ru", "ukr": "uk", "zho": "zh", "chi": "zh",
    "jpn": "ja", "kor": "ko", "ara": "ar", "heb": "he", "pol": "pl", "ces": "cs", "tur": "tr",
    "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "fas": "fa", "hin": "hi", "ell": "el",
}  # fmt: skip
_CLASSIFIED = """en de fr es it pt nl sv da no fi pl cs sk hu ro tr vi id ca hr sl et lv lt eu gl
    ga is sq sw tl ru uk bg be sr mk kk el ar fa ur he hi mr ne bn ta te th zh ja ko ka hy af cy
    eo la ms""".split()  # noqa: SIM905


def language_of(text: str, declared: str = "") -> str:
    """Return the ISO 639-1 code of ``text``, or an empty string when it has too few words.

    ``declared`` is what the file says; it is believed unless the script of the
    text makes it impossible.
    """
    sample = text[:_SAMPLE]
    script = _main_script(sample)
    code = language_code(declared)
    if code and _can_be_written_in(code, script):
        return code
    if not script:
        return ""
    return _language_in(script, sample)


def language_code(name: str) -> str:
    """Return the two-letter code in a tag such as ``en-GB`` or ``deu``, or an empty string."""
    head = name.strip().lower().replace("_", "-").partition("-")[0]
    if not _CODE.fullmatch(head):
        return ""
    if len(head) == 3:
        return _THREE_LETTERS.get(head, "")
    return "no" if head in ("nb", "nn") else head


def direction_of(text: str, language: str = "") -> str:
    """Return ``rtl`` for text that runs from right to left, else ``ltr``."""
    if language:
        return "rtl" if language in _RIGHT_TO_LEFT else "ltr"
    return "rtl" if _main_script(text[:_SAMPLE]) in ("arabic", "hebrew") else "ltr"


def _main_script(sample: str) -> str:
    """Return the script most letters are in; an ideograph weighs as two letters."""
    counts = Counter[str]()
    # Letters of ASCII are counted in one step, and a pattern sees what is left of the text.
    letters = sample.encode(errors="replace")
    plain = len(letters) - len(letters.translate(None, _PLAIN_LETTERS))
    if plain:
        counts["latin"] = plain
    for found in _SCRIPTS.finditer(letters.translate(None, _ASCII).decode()):
        counts[found.lastgroup or ""] += len(found[0])
    if not counts:
        return ""
    # An ideograph says as much as two letters; a Latin name or two must not decide.
    asian = counts["han"] + counts["kana"]
    if asian * 2 > sum(counts.values()) - asian:
        # Japanese puts kana between its ideographs; Chinese cites a Japanese word at most.
        return "kana" if counts["kana"] * 12 > counts["han"] else "han"
    return counts.most_common(1)[0][0]


def _can_be_written_in(code: str, script: str) -> bool:
    if not script:
        return True
    if script in ("han", "kana", "hangul"):
        return code in ("zh", "ja", "ko", "yue")
    if script in ("arabic", "hebrew"):
        return code in _RIGHT_TO_LEFT or code in ("ks", "ku", "az")
    if script == "greek":
        return code == "el"
    if script == "latin":
        return code in _LATIN or code not in {*_RIGHT_TO_LEFT, *_CYRILLIC, "zh", "ja", "ko", "el"}
    return code not in _LATIN


def _language_in(script: str, sample: str) -> str:
    if script == "han":
        return "zh"
    if script == "kana":
        return "ja"
    if script == "arabic":
        return _arabic_script_language(sample)
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < 3:
        return ""
    if script == "cyrillic":
        lower = sample.lower()
        # One letter in 200 is a habit, fewer may be a name or a citation.
        for code, letters in _LETTERS_OF_ONE.items():
            if sum(lower.count(letter) for letter in letters) * 200 > len(sample):
                return code
    # Counting first: the statistical model takes a second to load, and is seldom needed.
    likely = _by_common_words(words, _CYRILLIC if script == "cyrillic" else _LATIN)
    return likely or _classified(sample)


def _by_common_words(words: list[str], languages: Sequence[str]) -> str:
    """Return the language whose commonest words these are, if no other comes near."""
    counts = Counter(words)
    met = sorted(
        (
            (sum(counts[word] for word in counts.keys() & words_of(code, "common")), code)
            for code in languages
        ),
        reverse=True,
    )
    (most, code), (second, _) = met[0], met[1]
    if len(words) >= 12 and most >= _SURE_SHARE * len(words) and most >= second * _SURE_LEAD:
        return code
    return ""


def _arabic_script_language(sample: str) -> str:
    # Letters of Urdu alone; Persian has the next four, Arabic neither.
    if sum(sample.count(letter) for letter in "ٹڈڑےںھہ") * 60 > len(sample):
        return "ur"
    if sum(sample.count(letter) for letter in "پچژگیک") * 40 > len(sample):
        return "fa"
    return "ar"


def forget_unused_model() -> None:
    """Let go of the statistical model, which takes 90 MB, where nobody needs it any more."""
    is_loaded = bool(_classifier.cache_info().currsize)
    if is_loaded and time.monotonic() - _classifier().asked_at > _KEPT_S:
        _classifier.cache_clear()


def _classified(sample: str) -> str:
    return _classifier().language_of(sample)


class _Classifier:
    """The statistical model, and when it was asked last."""

    def __init__(self) -> None:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier

        self.asked_at = time.monotonic()
        # Not the one that the package keeps for good.
        self._model = LanguageIdentifier.from_model_file(MODEL_FILE)
        self._model.set_languages(_CLASSIFIED)

    def language_of(self, sample: str) -> str:
        self.asked_at = time.monotonic()
        return str(self._model.classify(sample)[0])


class _NoClassifier:
    """Tells no language, where the model cannot be loaded."""

    asked_at = 0.0

    def language_of(self, _: str) -> str:
        return ""


@cache
def _classifier() -> _Classifier | _NoClassifier:
    """Load the statistical model, which costs a second, when it is first needed.

    Loading writes a temporary file; where that is forbidden no language is told.
    """
    try:
        return _Classifier()
    except OSError:
        return _NoClassifier()
