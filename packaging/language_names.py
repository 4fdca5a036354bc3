# SPDX-License-Identifier: MIT
"""Write resources/language/calendar.json: months, weekdays and how numbers are written.

python packaging/language_names.py

The names are those of the Unicode CLDR, read from Babel, which the development set
brings along; Diptych itself does without. ``months`` and ``weekdays`` hold for each of
the 12 and 7 the full names first, then "|" and the short ones; ``order`` is that in
which a short date is written, empty where countries of one language disagree.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import babel
from babel import Locale, localedata
from babel.core import get_cldr_version

TARGET = Path(__file__).resolve().parents[1] / "resources" / "language" / "calendar.json"
# A name that means two months in two languages (listopada) means that of the language
# that stands first here, unless the language is known.
LANGUAGES = """en es fr de ru pt it zh ja ar hi bn id vi ko tr fa ur pl uk nl th ro el hu cs sv bg
    sr da fi
    no sk hr he lt sl lv et mk be ca eu gl ga is sq sw fil kk hy ka az uz ms af cy eo lb mr ne
    ta te kn ml gu pa si km lo my am""".split()  # noqa: SIM905
DISAGREEING = {"en"}  # 3/4 is March in the United States and April elsewhere
OURS = {"fil": "tl"}
_NAME = re.compile(r"[^\W\d_](?:[^\d\s_,.|]*[^\s\d_,.|])?")


def names(locale: Locale, what: str) -> list[str]:
    """Return for each month or weekday its full names, "|" and its short ones."""
    tables: dict[str, dict[str, dict[int, str]]] = getattr(locale, what)
    count, first = (12, 1) if what == "months" else (7, 0)
    found = []
    for number in range(first, first + count):
        kinds = []
        for width in ("wide", "abbreviated"):
            written = (tables[form][width].get(number, "") for form in ("format", "stand-alone"))
            plain = (re.sub("[\u200e\u200f]", "", name).lower().strip(" .׳") for name in written)
            kinds.append(list(dict.fromkeys(n for n in plain if _NAME.fullmatch(n))))
        full, short = kinds
        short = [name for name in short if name not in full]
        found.append(" ".join([*full, *(["|", *short] if short else [])]))
    return found


def order(locale: Locale) -> str:
    """Return ``dmy``, ``mdy`` or ``ymd``."""
    pattern = locale.date_formats["short"].pattern.lower()
    return "".join(sorted("dmy", key=pattern.index))


def main() -> None:
    """Write the file."""
    languages: dict[str, Any] = {}
    for code in LANGUAGES:
        localedata._cache.clear()  # Babel lets what one locale inherits leak into the next
        locale = Locale.parse(code)
        languages[OURS.get(code, code)] = {
            "decimal": locale.number_symbols["latn"]["decimal"],
            "order": "" if code in DISAGREEING else order(locale),
            "months": names(locale, "months"),
            "weekdays": names(locale, "days"),
        }
    written = {
        "source": f"Unicode CLDR {get_cldr_version()} through Babel {babel.__version__}",
        "licence": "Unicode-3.0",
        "made_by": "packaging/language_names.py",
        "languages": languages,
    }
    text = json.dumps(written, ensure_ascii=False, indent=1)
    TARGET.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
