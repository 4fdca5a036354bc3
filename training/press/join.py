# SPDX-License-Identifier: MIT
"""Joins our links to the texts of a public data set, which are their publishers'.

    git clone https://github.com/ramybaly/Article-Bias-Prediction
    python training/press/join.py Article-Bias-Prediction

writes one file for each pair of links.json beside it, and of aside.json, which nothing is
to learn from, into the folder aside; git ignores them. Nothing is fetched.
The articles were gathered by Baly et al. 2020, "We can detect your bias".
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
_BETWEEN = re.compile(r"\n\s*\n")  # two paragraphs


def main() -> None:
    """Write the pairs, or say which article is another one than was labelled."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = Path(sys.argv[1]) / "data" / "jsons"
    if not folder.is_dir():
        raise SystemExit(f"{sys.argv[1]} holds no data/jsons; is it a clone of the data set?")
    for links, there in (("links.json", HERE), ("aside.json", HERE / "aside")):
        pairs = json.loads((HERE / links).read_text(encoding="utf-8"))["pairs"]
        there.mkdir(exist_ok=True)
        for pair in pairs:
            joined = {**pair, "articles": [_joined(folder, told) for told in pair["articles"]]}
            path = there / f"{pair['id']}.json"
            path.write_text(json.dumps(joined, ensure_ascii=False), encoding="utf-8")
        print(f"{links}: {len(pairs)} pairs joined")


def _joined(folder: Path, told: dict[str, Any]) -> dict[str, Any]:
    """Return an article with its sentences.

    ``told`` has for each paragraph its number among those of the text and where its
    sentences begin.
    """
    path = folder / f"{told['uuid']}.json"
    try:
        article = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SystemExit(f"the data set has no article {told['uuid']}") from None
    text = article["content_original"]
    if not hashlib.sha256(text.encode()).hexdigest().startswith(told["sha256"]):
        raise SystemExit(f"{told['uuid']} has another text than was labelled")
    said = [" ".join(paragraph.split()) for paragraph in _BETWEEN.split(text)]
    paragraphs = [_cut(said[number], starts) for number, *starts in told["paragraphs"]]
    return {"id": told["id"], "title": article["title"].strip(), "paragraphs": paragraphs}


def _cut(paragraph: str, starts: list[int]) -> list[str]:
    return [paragraph[a:b].strip() for a, b in pairwise([*starts, len(paragraph)])]


if __name__ == "__main__":
    main()
