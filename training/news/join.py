# SPDX-License-Identifier: MIT
"""Joins the links of links.json to the texts of the BASIL data set, which are its publishers'.

    git clone https://github.com/launchnlp/BASIL
    python training/news/join.py BASIL

writes one file for each triple beside links.json, which git ignores. Nothing is fetched.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Write the triples, or say which article is another one than was labelled."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    known = dict(_articles(Path(sys.argv[1])))
    if not known:
        raise SystemExit(f"{sys.argv[1]} holds no articles/*/*.json; is it a clone of BASIL?")
    triples = json.loads((HERE / "links.json").read_text(encoding="utf-8"))["triples"]
    for triple in triples:
        articles = [_joined(known, triple["uuid"], told) for told in triple["articles"]]
        joined = {**triple, "articles": articles}
        path = HERE / f"{triple['id']}.json"
        path.write_text(json.dumps(joined, ensure_ascii=False), encoding="utf-8")
    print(f"{len(triples)} triples joined")


def _articles(clone: Path) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    """Yield the data set's articles by triple and source."""
    for path in sorted(clone.glob("articles/*/*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        yield (article["triplet-uuid"], article["source"].lower()), article


def _joined(
    known: dict[tuple[str, str], dict[str, Any]], triple: str, told: dict[str, Any]
) -> dict[str, Any]:
    article = known.get((triple, told["source"].lower()))
    if article is None:
        raise SystemExit(f"the data set has no article of {told['source']} in {triple}")
    stripped = ([s.strip() for s in some] for some in article["body-paragraphs"])
    paragraphs = [said for some in stripped if (said := [s for s in some if s])]
    if sum(map(len, paragraphs)) != told["sentences"]:
        raise SystemExit(f"{triple} of {told['source']} has other sentences than were labelled")
    return {**told, "title": article["title"].strip(), "paragraphs": paragraphs}


if __name__ == "__main__":
    main()
