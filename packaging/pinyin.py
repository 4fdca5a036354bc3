# SPDX-License-Identifier: MIT
"""Write resources/language/pinyin.json: how Chinese characters are read.

pip install pypinyin==0.55.0
python packaging/pinyin.py

The readings are those of Unihan, read from pypinyin (MIT), without tones, the commonest of
each character: of the 3,755 commonest characters (GB 2312, level 1) and of those that names
and what is transliterated need besides.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

from pypinyin import Style, lazy_pinyin

TARGET = Path(__file__).resolve().parents[1] / "resources" / "language" / "pinyin.json"
_FIRST, _LAST = 0xB0, 0xD7  # rows of GB 2312, level 1
_MORE = (
    "莎薇琪茜昊婷黛蒂珀鲍戴莱茨玛娅婕妮娜琳茱薛佟邹郝邵覃阎龚晟曦瑾琛璇瑜珏琦玮钰铭鑫淼"
    "赟懿嵘峥嵩岚茗莹莺菁萱蓓蕾馨妍婧嫣娟媛雯霏骏骁烨煜炜翊翀彧"
    "張劉陳楊趙吳孫羅鄭鄧馮韓蕭蔣蘇魏呂盧譚陸賈鄒閻賀顧龔歐陽司諸葛爾紐倫羅馬裏倫維"
    "亞萊蘭貝盧薩寧華蓋納達喬"
)


def main() -> None:
    """Write the file."""
    common = (
        bytes((row, column)).decode("gb2312", errors="ignore")
        for row in range(_FIRST, _LAST + 1)
        for column in range(0xA1, 0xFF)
    )
    read: dict[str, str] = defaultdict(str)
    for character in dict.fromkeys((*"".join(common), *_MORE)):
        (syllable,) = lazy_pinyin(character, style=Style.NORMAL)
        read[syllable] += character
    written = {
        "source": "Unihan through pypinyin 0.55.0",
        "licence": "MIT AND Unicode-3.0",
        "made_by": "packaging/pinyin.py",
        "syllables": dict(sorted(read.items())),
    }
    text = json.dumps(written, ensure_ascii=False, indent=1)
    TARGET.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
