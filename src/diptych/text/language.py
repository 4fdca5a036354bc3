# SPDX-License-Identifier: MIT
"""Which language a text is in, and which way it runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

_SAMPLE = 6000  # characters from the start; the head of a page may be furniture
_SURE_SHARE = 0.14  # of all words are this language's commonest ones
_SURE_LEAD = 1.35  # times the runner-up
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi", "ckb", "sd", "ug", "dv"})

_COMMON_WORDS = {
    "en": "the of and to in that is for on with as was are by it from at be this have has not "
    "but its he they which will an or we their his who been would more",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch "
    "es an werden aus er hat dass sie nach wird bei einer um am sind",
    "fr": "de la le les des et en du que une est dans qui par pour pas sur plus au se ce il "
    "avec ne cette sont aux mais ont été ses leur",
    "es": "de la que el en los del las por con una para se es un no al lo como su más pero "
    "sus le ha este sobre entre está también fue hay desde",
    "it": "di che e la il in un per è una del della con non sono si da le dei i nel alla più "
    "al gli anche come ha lo delle ma dalla questo",
    "pt": "de que e o a do da em os no se na por uma para com não um as dos mais ao das foi "
    "pelo como são à sua mas pela ser está também",
    "nl": "de van het een en in is dat op te voor met zijn die niet aan er om ook als maar "
    "door bij naar wordt uit nog worden heeft tot hij",
    "sv": "och i att det som en på är av för den med till har inte om ett de från men vi var "
    "kan han så när eller under också",
    "da": "og i at det er en til på som for de med den af har ikke der et fra men var vil kan "
    "også han jeg om efter ved blev være",
    "no": "og i det er på til som en for av med at har de den ikke et fra men var om også kan "
    "vil han jeg ble etter være blir seg",
    "fi": "ja on ei että se oli hän mutta ovat kun myös joka tai niin kuin ole sen sekä hänen "
    "vain jos nyt mukaan jo noin sitä voi olla ollut",
    "pl": "w i na z że się do nie to jest o jak po od za są przez dla przy jego ale tego "
    "które który może już być oraz czy tym roku",
    "cs": "a se v na je že s z do o k i ve to za by po jsou pro ale jako si od tak byl který "
    "jeho jen než podle nebo také",
    "sk": "a sa v na je že s z do o k aj vo to za by po sú pre ale ako si od tak bol ktorý "
    "jeho len než podľa alebo tiež",
    "hu": "a az és hogy nem is egy ez meg de csak már még volt ha mint azt vagy van lehet el "
    "szerint ki kell után mert sem amely",
    "ro": "de și în a la cu pe din că nu este o un se pentru care au fost mai al sunt prin ca "
    "dar după sau fi cea lui ale",
    "tr": "ve bir bu da de için ile olarak olan çok daha en gibi kadar sonra ama ne var o "
    "değil ise her türkiye göre ancak oldu üzerine tarafından",
    "vi": "và của là có được cho trong không những các một với người này để đã khi đến ở cũng "
    "như ra từ sẽ tại về hay phải",
    "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan ke adalah oleh juga "
    "telah sebagai lebih bisa tersebut karena saat mereka ada kata atau",
    "ca": "de la i el que a en els per les un del una amb es al no són més com va ser ha "
    "també aquest però seva dels entre",
    "hr": "je i u se na da su za od koji s o što ne bi kako iz to ili će nije te ali samo kao "
    "do koja već sve biti",
    "ru": "и в не на что с по как это к из а от за для его но у также то был было мы же о со "
    "бы только они который года при его до был",
    "uk": "і в на що не з до та як у за це від його для а про але він є або також щодо буде "
    "які вже було цього має під україни",
    "bg": "на и да в се за от е не с че са по това като си до той които ще след през но бе а "
    "много към както няма само те",
    "be": "і ў на з не што да па як у за гэта ад яго для але ён таксама каб пра былі быў якія",
    "sr": "и у је да се на су за од са као што не који би из о то али или ће није до само како по",
    "mk": "на и да се во за од не со што е ќе како а по но ги ја која кој беше сите",
    "el": "και του της να το των η στο για με την από τον που στην είναι ο οι θα σε δεν τα "
    "στη μια τις ότι κατά στις",
}
_COMMON = {language: frozenset(words.split()) for language, words in _COMMON_WORDS.items()}
_CYRILLIC = ("ru", "uk", "bg", "be", "sr", "mk")
_LATIN = tuple(code for code in _COMMON if code not in (*_CYRILLIC, "el"))
_LETTERS_OF_ONE = {  # a letter only one of the languages in that script writes
    "uk": "їєґ",
    "be": "ў",
    "mk": "ѓќѕ",
    "sr": "ђћ",
    "ru": "ыэё",
}
_SCRIPTS = re.compile(
    r"(?P<han>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)|(?P<kana>[\u3040-\u30ff\uff66-\uff9d]+)"
    r"|(?P<hangul>[\uac00-\ud7af\u1100-\u11ff]+)|(?P<arabic>[\u0620-\u064a\u0671-\u06d3]+)"
    r"|(?P<hebrew>[\u05d0-\u05ea]+)|(?P<cyrillic>[\u0400-\u052f]+)|(?P<greek>[\u0370-\u03ff\u1f00-\u1fff]+)"
    r"|(?P<thai>[\u0e01-\u0e4e]+)|(?P<devanagari>[\u0904-\u0963]+)|(?P<bengali>[\u0985-\u09e3]+)"
    r"|(?P<tamil>[\u0b83-\u0bd0]+)|(?P<telugu>[\u0c05-\u0c63]+)|(?P<gujarati>[\u0a85-\u0ae3]+)"
    r"|(?P<gurmukhi>[\u0a05-\u0a74]+)|(?P<kannada>[\u0c85-\u0ce3]+)|(?P<malayalam>[\u0d05-\u0d63]+)"
    r"|(?P<sinhala>[\u0d85-\u0df3]+)|(?P<georgian>[\u10a0-\u10ff]+)|(?P<armenian>[\u0531-\u0587]+)"
    r"|(?P<khmer>[\u1780-\u17d3]+)|(?P<lao>[\u0e81-\u0edf]+)|(?P<burmese>[\u1000-\u109f]+)"
    r"|(?P<ethiopic>[\u1200-\u137f]+)|(?P<latin>[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+)"
)
_ONE_LANGUAGE = {
    **{"hangul": "ko", "hebrew": "he", "greek": "el", "thai": "th", "bengali": "bn", "tamil": "ta"},
    **{"telugu": "te", "gujarati": "gu", "gurmukhi": "pa", "kannada": "kn", "malayalam": "ml"},
    **{"sinhala": "si", "georgian": "ka", "armenian": "hy", "khmer": "km", "lao": "lo"},
    **{"burmese": "my", "ethiopic": "am", "devanagari": "hi"},
}
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[a-z]{2,3}")
_THREE_LETTERS = {
    **{"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it"},
    **{"por": "pt", "nld": "nl", "dut": "nl", "rus": "ru", "ukr": "uk", "zho": "zh", "chi": "zh"},
    **{"jpn": "ja", "kor": "ko", "ara": "ar", "heb": "he", "pol": "pl", "ces": "cs", "tur": "tr"},
    **{"swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "fas": "fa", "hin": "hi", "ell": "el"},
}
_CLASSIFIED = (
    *(
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "sv",
        "da",
        "no",
        "fi",
        "pl",
        "cs",
        "sk",
        "hu",
        "ro",
    ),
    *(
        "tr",
        "vi",
        "id",
        "ca",
        "hr",
        "sl",
        "et",
        "lv",
        "lt",
        "eu",
        "gl",
        "ga",
        "is",
        "sq",
        "sw",
        "tl",
    ),
    *(
        "ru",
        "uk",
        "bg",
        "be",
        "sr",
        "mk",
        "kk",
        "el",
        "ar",
        "fa",
        "ur",
        "he",
        "hi",
        "mr",
        "ne",
        "bn",
    ),
    *("ta", "te", "th", "zh", "ja", "ko", "ka", "hy", "af", "cy", "eo", "la", "ms"),
)


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
    for found in _SCRIPTS.finditer(sample):
        counts[found.lastgroup or ""] += len(found[0])
    if not counts:
        return ""
    asian = counts["han"] + counts["kana"]
    if asian * 2 > sum(counts.values()) - asian:
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
        for code, letters in _LETTERS_OF_ONE.items():
            if sum(lower.count(letter) for letter in letters) * 200 > len(sample):
                return code
    likely = _by_common_words(words, _CYRILLIC if script == "cyrillic" else _LATIN)
    return likely or _classified(sample)


def _by_common_words(words: list[str], languages: tuple[str, ...]) -> str:
    """Return the language whose commonest words these are, if no other comes near."""
    counts = Counter(words)
    shares = sorted(
        ((sum(counts[word] for word in _COMMON[code]) / len(words), code) for code in languages),
        reverse=True,
    )
    (best, code), (second, _) = shares[0], shares[1]
    if len(words) >= 12 and best >= _SURE_SHARE and best >= second * _SURE_LEAD:
        return code
    return ""


def _arabic_script_language(sample: str) -> str:
    if sum(sample.count(letter) for letter in "ٹڈڑےںھہ") * 60 > len(sample):
        return "ur"
    if sum(sample.count(letter) for letter in "پچژگیک") * 40 > len(sample):
        return "fa"
    return "ar"


def _classified(sample: str) -> str:
    return _classifier()(sample)


@cache
def _classifier() -> Callable[[str], str]:
    """Load the statistical model, which costs a second, when it is first needed.

    Loading writes a temporary file; where that is forbidden no language is told.
    """
    import py3langid

    try:
        py3langid.set_languages(list(_CLASSIFIED))
    except OSError:
        return lambda _: ""
    return lambda sample: str(py3langid.classify(sample)[0])
