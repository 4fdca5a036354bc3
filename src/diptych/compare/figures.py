# SPDX-License-Identifier: MIT
"""Figures of a passage: their value, what they count, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from diptych.compare.units import MEASURES, counted, in_one_unit, measure
from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.lexicon import (
    entries_of_all,
    lines_of,
    lines_of_all,
    table_of,
    wordings,
    words_of,
    words_of_all,
)
from diptych.text.numbers import (
    CHINESE_SCALES,
    chinese_value,
    digits_value,
    plain,
    words_values,
)
from diptych.text.numerals import (
    Numerals,
    compound,
    numbers_by_word,
    numerals_of,
    parts_of_compound,
)
from diptych.text.patterns import any_of
from diptych.text.tokens import letters
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as told; ``key`` is its value, a fraction for a part of a whole.

    ``attached`` tells that a hyphen ties it to what it counts ("a five-year
    plan"): it describes a thing and is not the count of one.
    """

    span: Span
    key: str
    unit: str
    attached: bool = False


# A vowel sign of Hindi is a mark to Python, and no boundary of a word stands beside it.
_SIGNS = "\u0900-\u0903\u093a-\u094f"
_BEGINS, _ENDS = rf"(?<![\w{_SIGNS}])", rf"(?![\w{_SIGNS}])"
_WORD = late_pattern(letters(without="", but="\\d_"))
_HAN, _DIGIT = late_pattern("[\u4e00-\u9fff]"), late_pattern(r"\d")
_LONGEST_ABBREVIATION = 4  # "млрд.", "Mio."; after a longer word the stop is the sentence's
# 1250, 12.5; 1,250,000.75, 1.250.000,75, 1 250 000, 1'250: three digits to a group.
_DIGITS = (
    r"\d{1,3}(?:(?:[,.'’\u00a0\u202f]|(?<=\d)\s(?=\d{3}(?!\d)))\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
)
# $5, US$5, €5, 5 EUR: a sign before or after.
_MONEY = r"(?:US|HK|A|C)?\$|[£€¥₽]|\b(?:USD|EUR|GBP|RMB|CNY|RUB)\b"
_DEGREES = r"(?:°\s?[CFС]\b|[℃℉]|°(?!\s?[^\W\d_]))"  # the last is a Cyrillic letter
# Times of day, and numbers that name a thing rather than count it: none without a digit.
# 10:32, 9 a.m., 14h30; page 4.2, No. 7, § 3; "Apollo 11." at an end; the 1990s; covid-19.
_NO_FIGURE = (
    r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b)?"
    r"|\b\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\b\.?|o['’]clock\b|Uhr\b|h\d{2}\b)"
    r"|\bNUMBERED\s\d+(?:\.\d+)*"  # the words are read from their lists
    # 4.2 The tenant, (3) The buyer: the number of a clause; not 2.4 GHz, nor 421.000 Menschen.
    r"|^\s*(?:\(?\d{1,3}[.)]|\d{1,3}(?:\.\d{1,2}(?!\d))+\.?)\s+(?=(?-i:[A-ZÀ-ÞА-ЯЁ][^\W\d_A-ZА-Я]+|[AI])\b)"
    r"|(?:\bno\.|\bnr\.|\bpp?\.|№|§|#)\s?\d+(?:\.\d+)*"
    r"|(?<=[a-z]\s)(?-i:[A-Z]\w+)\s\d+(?=[.,;:!?)]|\Z)(?![.,]\d)"
    r"|\b(?:1[5-9]|20)\d0s\b|\b\d0s\b"
    r"|\bال\w{4,6}\sعشرة?\b"  # the twelfth, as it is said of a child of twelve
    # Covid-19; in Hebrew a hyphen ties "in" and "from" to their figure.
    r"|(?<![^\W\d_])(?!\w[-־]\d(?<=[א-ת][-־]\d))[^\W\d_]+-\d+\b"
)
# The mark of a note or of a work cited: [12], [3–5], [note 2].
_CITING = late_pattern(
    r"[\[［]\s?(?:[^\W\d_]{1,8}\.?\s)?\d{1,3}(?:\s?[,;，、–\-]\s?\d{1,3})*\s?[\]］]"
)
# 百分之二十, 三分之一, 三分の一; 每四只中就有一只, 四人に一人;
# 第三 (names a place in a row, counts nothing); 5000万人, 半小时.
_CHINESE = (
    r"(?P<parts>百分之|(?P<whole>[二三四五六七八九十\d]+)分[之の])"
    r"(?P<of>[零一二三四五六七八九两〇十百千.\d]+)"
    r"|每(?P<every>[二三四五六七八九十]|\d{1,2})[^\W\d_]?[中里]?就?有一"
    r"|(?P<among>[二三四五六七八九十]|\d{1,2})人に[1一]人"
    r"|(?P<ordinal>第[零一二三四五六七八九十百\d]+)"
    r"|(?P<number>(?:\d[\d,.]*\s?[十百千万萬亿億]*|[零一二三四五六七八九两〇十百千万亿]+|半))"
    r"(?P<unit>个半小时|小时|个小时|分钟|天|周|个?星期|个月|年|岁|%|元|美元|欧元|英镑|卢布|人民币|公里|米|吨"
    r"|COUNTERS|公斤|公顷|摄氏度|℃|°C|度|時間|ヶ月|か月|[名人位票艘家项次条张辆座只件所间个户亩台枚冊本匹頭回羽棟扇隻歳才段级階层軒杯着根封首篇章节円]"
    r")?"
)


def figures_in(
    text: str, span: Span, *, language: str, taken: Sequence[Span] = ()
) -> tuple[Figure, ...]:
    """Return the figures of a passage in text order, none of them inside ``taken``."""
    busy = [*taken, *_spans(_CITING, text, span)]
    # In a Chinese passage all figures are read so, also those in digits: 5000万人.
    if _has_chinese(text, span):
        return tuple(_chinese(text, span, busy, language))
    numerals = numerals_of(language)
    if language == "ar" or _DIGIT.search(text, span.start, span.end):
        busy += _spans(_no_figure(), text, span)
    found: list[Figure] = []
    # Before the plain figures: "one in three" must not be read as 1 and 3.
    for figure in (*_times(text, span), *_fractions(text, span, language)):
        if not _hits(figure.span, busy):
            found.append(figure)
            busy.append(figure.span)
    for match in _pattern(language).finditer(text, span.start, span.end):
        found += (f for f in _read(match, language, numerals) if not _hits(f.span, busy))
    return tuple(_with_ranges(text, sorted(found, key=lambda figure: figure.span)))


@cache
def _no_figure() -> re.Pattern[str]:
    numbered = any_of(words_of_all("numbered"))
    return re.compile(_NO_FIGURE.replace("NUMBERED", numbered), re.IGNORECASE)


@lru_cache(maxsize=16)
def _signs(language: str) -> frozenset[str]:
    numerals = numerals_of(language)
    return frozenset(
        {
            *numerals.values,
            *numerals.scales,
            *numerals.parts,
            *words_of_all("one_and_a_half"),
            *words_of_all("tell_figures"),
        }
    ) - words_of_all("one")  # articles far more often


def may_tell_figure(words: frozenset[str], language: str) -> bool:
    """Tell whether a passage of these words, lower case, may tell a figure without digits."""
    # Compounds are too many to list: zweihundertfünf is in no table.
    numerals = numerals_of(language)
    if numerals.in_compounds and any(len(parts_of_compound(word, numerals)) > 1 for word in words):
        return True
    if prefixes := words_of(language, "prefixes"):
        words |= {word[1:] for word in words if word[:1] in prefixes}
    return not _signs(language).isdisjoint(words)


def _has_chinese(text: str, span: Span) -> bool:
    return _HAN.search(text, span.start, span.end) is not None


def _spans(pattern: re.Pattern[str], text: str, span: Span) -> Iterator[Span]:
    for match in pattern.finditer(text, span.start, span.end):
        yield Span(match.start(), match.end())


def _hits(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in taken)


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of a figure: money, digits or number words, scale, half, unit.

    "$1.2 million" is money, digits and scale; "a million people" article, words and unit,
    "half a million" halved and words; "two and a half percent" words, half and unit, "two and
    a half million" has the scale as its tail; "zweihundertfünf Euro" is one compound.
    """
    numerals = numerals_of(language)
    known = {*numerals.values, *filter(_is_word, numerals.scales)}
    words = _words(known, language)
    joints = "|".join(sorted(numerals.joints)) or r"(?!)"
    articles = any_of(numerals.articles) or r"(?!)"
    in_one = compound(numerals)
    special = any_of(words_of_all("one_and_a_half"))
    large = any_of(filter(_is_word, numerals.scales))
    halved = "|".join(lines_of(language, "halves")) or r"(?!)"
    half = "|".join(lines_of_all("and_a_half"))
    half_at_end = any_of(words_of_all("half_at_end"))
    # "and seven" is one word in Arabic and Hebrew.
    prefixes = words_of(language, "prefixes")
    prefix = f"(?:{any_of(prefixes)})?" if prefixes else ""
    # So is "for 160": لـ160, with a stroke between.
    tied = rf"|(?<=\b[{''.join(prefixes)}])|(?<=ـ)" if prefixes else ""
    return re.compile(
        rf"(?P<money>{_MONEY})?\s?"
        rf"(?:(?:(?<![\w.]){tied})(?P<digits>{_DIGITS})(?P<scale>(?:(?:k|m|mn|bn|tn)\b|\s?(?:{large})\b\.?)+)?"
        rf"|{_BEGINS}{prefix}(?:(?:(?P<halved>{halved})|(?P<article>{articles})\s)(?={large}))?"
        rf"(?P<words>(?:(?P<one_and_a_half>{special})|{in_one}|{words})"
        rf"(?:(?:[-\s]{prefix}|\s(?:{joints})\s)(?:{in_one}|{words}))*)"
        rf"(?:{_ENDS}|(?={half_at_end}{_ENDS})))"
        rf"(?P<half>(?:\s(?:{half})|{half_at_end}){_ENDS})?(?P<tail>\s(?:ال)?(?:{large}){_ENDS})?"
        rf"(?P<rest>\s?(?:{wordings('percent')})|\s?{_DEGREES}|"
        rf"(?:\sde\s|\sd[’'])?[-\s]?(?:[^\W\d_][{_SIGNS}]*)+|\s?[$£€¥₽])?",
        re.IGNORECASE,
    )


def _words(known: Iterable[str], language: str) -> str:
    """Return the pattern of a number word; Hebrew's שנים is two in "twelve" alone, else years."""
    only_before = table_of(language, "numeral_only_before")
    careful = [rf"{word}(?=\s(?:{any_of(next.split())}))" for word, next in only_before.items()]
    return "|".join((*careful, any_of(word for word in known if word not in only_before)))


def _is_word(scale: str) -> bool:
    """Tell whether a scale is a word, and not "bn"; सौ has two letters."""
    return len(scale) > 2 or not scale.isascii()


def _read(match: re.Match[str], language: str, numerals: Numerals) -> Iterator[Figure]:
    if match["digits"]:
        value = digits_value(match["digits"], language)
        if value is None:
            return
        scales = re.findall(r"[^\s.]+", (match["scale"] or "").lower())
        for scale in scales:
            value *= numerals.scales.get(scale, 1)
        last = scales[-1] if scales else ""
        yield _figure(match, _with_half(match, value, last, numerals), match.start("digits"))
        return
    forms, starts, ends = _number_words(match, language, numerals)
    if match["one_and_a_half"]:
        scale = numerals.scales.get(forms[-1], 1)  # anderthalb Millionen
        yield _figure(match, Decimal("1.5") * scale, match.start("words"))
        return
    before = "halved" if match["halved"] else "article"
    if match[before]:  # "a hundred", "half a million"
        # "\0" is no word of any text.
        forms, starts, ends = ["\0", *forms], [match.start(before), *starts], [0, *ends]
        numerals = _with_article(numerals)
    for number, first, end in words_values(forms, numerals):
        whole = Decimal(number) / 2 if match["halved"] and not first else Decimal(number)
        # "One" is an article or a pronoun far more often than a count.
        if number == 1 and not match["half"]:
            continue
        if end == len(forms):
            value = _with_half(match, whole, forms[-1], numerals)
            yield _figure(match, value, starts[first])
        else:
            yield Figure(Span(starts[first], ends[end - 1]), plain(whole), "")


def _with_half(match: re.Match[str], value: Decimal, last: str, numerals: Numerals) -> Decimal:
    """Return a number with the half behind it, that of its ``last`` word if this is a scale.

    "Two and a half million" has the scale behind the half, "a million and a half" before it.
    """
    scale = numerals.scales.get(last, 1)
    if match["half"]:
        value += Decimal("0.5") * scale
    behind = (match["tail"] or "").strip().lower().removeprefix("ال")
    return value * numerals.scales.get(behind, 1) if scale == 1 else value


def _number_words(
    match: re.Match[str], language: str, numerals: Numerals
) -> tuple[list[str], list[int], list[int]]:
    """Return the words of a number, lower case, and where each begins and ends.

    A letter that ties a word to the one before is a word of its own: وعشرون, "and twenty".
    """
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    prefixes = words_of(language, "prefixes")
    for place in _WORD.finditer(match["words"]):
        form = place.group().lower()
        start, end = (match.start("words") + at for at in place.span())
        # מאות is no "from" with a word behind it.
        is_whole = form in numerals.values or form in numerals.scales
        if forms and form[:1] in prefixes and not is_whole:
            forms.append(form[0])
            starts.append(start)
            ends.append(start)
            form, start = form[1:], start + 1
        forms.append(form)
        starts.append(start)
        ends.append(end)
    return forms, starts, ends


def _with_article(numerals: Numerals) -> Numerals:
    """Return the numerals with the article before a scale read as one."""
    return replace(numerals, values={**numerals.values, "\0": 1})


def _figure(match: re.Match[str], value: Decimal, start: int) -> Figure:
    """Return the figure with what follows or precedes it as its unit."""
    end = match.end("digits") if match["digits"] else match.end("words")
    if match["scale"]:
        is_short = len(match["scale"].strip(" .")) <= _LONGEST_ABBREVIATION
        end = match.end("scale") - (match["scale"].endswith(".") and not is_short)
    for behind in ("half", "tail"):
        if match[behind]:
            end = match.end(behind)
    money = match["money"]
    if money:
        return Figure(Span(match.start("money"), end), plain(value), measure(money) or money)
    rest = match["rest"] or ""
    word = re.sub(r"^(?:de|d[’'])\s?", "", rest.strip().lstrip("-"), flags=re.IGNORECASE)
    unit = "%" if re.match(wordings("percent"), word, re.IGNORECASE) else counted(word)
    # A measure belongs to the figure, "5 km"; what is counted does not, "5 boats".
    if unit in MEASURES:
        end = match.end("rest")
    # Weeks as days and hours as minutes, as other figures have them.
    value, unit = in_one_unit(value, unit)
    return Figure(
        Span(start, end),
        plain(value),
        "" if len(unit) < 2 and unit not in MEASURES else unit,
        attached=rest.startswith("-"),
    )


def _times(text: str, span: Span) -> Iterator[Figure]:
    """Yield spans of time without a number word: an hour and a half, полчаса, a fortnight."""
    pattern, amounts = _spans_of_time()
    for match in pattern.finditer(text, span.start, span.end):
        number, unit = amounts[(match.lastindex or 1) - 1].split()
        yield Figure(Span(match.start(), match.end()), number, unit)


@cache
def _spans_of_time() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return what matches a span of time, and what each group of it means: "90 minute"."""
    told: dict[str, list[str]] = {}
    for amount, phrase in entries_of_all("spans_of_time"):
        told.setdefault(amount, []).append(phrase)
    groups = "|".join(f"({'|'.join(phrases)})" for phrases in told.values())
    return re.compile(rf"\b(?:{groups})\b", re.IGNORECASE), tuple(told)


@cache
def _named_parts(language: str) -> tuple[re.Pattern[str], Mapping[str, int], Mapping[str, int]]:
    """Return what matches a part of a whole, into how many each names, and the "every nth"."""
    parts, nth = numbers_by_word(language, "fractions"), numbers_by_word(language, "every_nth")
    # PART and NTH stand for these: \b(?P<n>a|one|two)[-\s](?P<part>PART), \bevery\s(?P<every>NTH).
    phrase = "|".join(lines_of(language, "parts_of_a_whole"))
    phrase = phrase.replace("PART", any_of(parts)).replace("NTH", any_of(nth))
    return re.compile(phrase, re.IGNORECASE), parts, nth


def _fractions(text: str, span: Span, language: str) -> Iterator[Figure]:
    """Yield parts of a whole: "a third of", "two thirds", "one in three", "every fifth"."""
    # Without phrases of its own a language is read by the English ones.
    pattern, parts, nth = _named_parts(language if lines_of(language, "parts_of_a_whole") else "en")
    numerals = numerals_of(language)
    for match in pattern.finditer(text, span.start, span.end):
        groups = match.groupdict()
        over, under = 1, 2
        if groups.get("part"):
            number = (groups["n"] or "").lower()
            over = numerals.values.get(number, 1)
            under = parts[groups["part"].lower()]
            if language in ("", "en") and not groups["s"] and not _is_part(text, match, span):
                continue
        elif groups.get("every"):
            under = nth[groups["every"].lower()]
        elif groups.get("b"):
            over = _small(groups.get("a") or "1", numerals)
            under = _small(groups["b"], numerals)
        if 0 < over < under:  # three in two is no part
            yield Figure(Span(match.start(), match.end()), _fraction(over, under), "part")


def _is_part(text: str, match: re.Match[str], span: Span) -> bool:
    """Tell whether "a quarter" is a part: alone it may be three months, or a coin."""
    if re.match(r"\s(?:of|as)\b", text[match.end() : span.end]):
        return True
    before = text[span.start : match.start()]
    return re.search(r"\b(?:only|about|nearly|almost|over|just|by)\s\Z", before) is not None


def _small(written: str, numerals: Numerals) -> int:
    lower = written.lower()
    return int(lower) if lower.isdecimal() else numerals.values.get(lower, 0)


def _fraction(over: int, under: int) -> str:
    """Return a part in lowest terms: four in ten is two fifths."""
    # Euclid's algorithm.
    top, bottom = over, under
    while bottom:
        top, bottom = bottom, top % bottom
    return f"{over // top}/{under // top}"


@cache
def _chinese_pattern(language: str) -> re.Pattern[str]:
    # 分 is a minute in Japanese; 十分 is "very" in Chinese.
    counters = any_of(words_of(language, "counters")) or r"(?!)"
    return re.compile(_CHINESE.replace("COUNTERS", counters))


def _chinese(text: str, span: Span, taken: Sequence[Span], language: str) -> Iterator[Figure]:
    for match in _chinese_pattern(language).finditer(text, span.start, span.end):
        place = Span(match.start(), match.end())
        if match["ordinal"] or _hits(place, taken):
            continue
        is_part = match["parts"] or match["every"] or match["among"]
        read = _chinese_part if is_part else _chinese_figure
        figure = read(match, place)
        if figure is not None:
            yield figure


def _chinese_part(match: re.Match[str], place: Span) -> Figure | None:
    if not match["parts"]:
        among = _chinese_number(match["every"] or match["among"])
        return Figure(place, _fraction(1, int(among)), "part") if among and among > 1 else None
    over = _chinese_number(match["of"])
    if over is None:
        return None
    if not match["whole"]:
        return Figure(place, plain(over), "%")
    under = _chinese_number(match["whole"])
    if under is None or over != int(over) or not 0 < over < under:
        return None
    return Figure(place, _fraction(int(over), int(under)), "part")


def _chinese_figure(match: re.Match[str], place: Span) -> Figure | None:
    unit = match["unit"] or ""
    written = match["number"].strip()
    in_digits = written[0].isdigit()
    if written == "半":
        return Figure(place, "30", "minute") if unit in ("小时", "个小时") else None
    # 一, 千 and their like stand in words that count nothing: 一些, 千里; 十分 is "enough".
    is_vague = not unit or written in ("一", "千", "万", "百") or written + unit == "十分"
    if not in_digits and is_vague and unit != "个半小时":
        return None
    value = _chinese_number(written)
    if value is None:
        return None
    if unit == "个半小时":
        return Figure(place, plain((value + Decimal("0.5")) * 60), "minute")
    value, name = in_one_unit(value, measure(unit))
    end = place.end if name in MEASURES else match.end("number")
    return Figure(Span(place.start, end), plain(value), name or unit)


def _chinese_number(written: str) -> Decimal | None:
    # 三百, or 300 with scales behind it: 300万.
    found = re.fullmatch(r"(\d[\d,.]*)\s?([十百千万萬亿億]*)", written)
    if found is None:
        return chinese_value(written)
    # "5,000," ends with the comma of its sentence.
    value = digits_value(found[1].rstrip(",."), "zh")
    if value is None:
        return None
    for scale in found[2]:
        value *= CHINESE_SCALES[scale]
    return value


@cache
def _between() -> re.Pattern[str]:
    """Return what may stand between the two ends of a range: "30 to 40 percent", 30–40 %."""
    words = any_of(words_of_all("between_figures"))
    return re.compile(rf"\s?(?:{words}|[–—~-])\s?", re.IGNORECASE)


def _with_ranges(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Give the first figure of a range the unit of the second: "30 to 40 percent"."""
    following: Figure | None = None
    found: list[Figure] = []
    # From the end, so that "10, 20 or 30 percent" hands its unit on twice.
    for figure in reversed(figures):
        told = figure
        if following is not None and following.unit in MEASURES and figure.unit not in MEASURES:
            between = text[figure.span.end : following.span.start]
            if _between().fullmatch(between) and following.unit not in ("day", "minute"):
                told = replace(figure, unit=following.unit)
        found.append(told)
        following = told
    return reversed(found)
