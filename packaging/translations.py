#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Brings the words of the source into resources/i18n, and compiles what is translated there.

.venv/bin/python packaging/translations.py
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "diptych"
WORDS = ROOT / "resources" / "i18n"
LANGUAGES = ("ru", "zh_CN")
TOOLS = Path(sys.executable).parent


def main() -> int:
    """Take new words of the source into the .ts files and make the .qm files from those."""
    sources = sorted(map(str, (SOURCE / "ui").rglob("*.py")))
    with tempfile.TemporaryDirectory() as folder:
        marked = Path(folder) / "sentences.py"
        marked.write_text(marked_sentences(), encoding="utf-8")
        return _translate([*sources, str(marked)])


def _translate(sources: list[str]) -> int:
    """Bring the words of the sources into the .ts files, then compile those."""
    counted = [str(WORDS / "diptych_en.ts")]
    translated = [str(WORDS / f"diptych_{language}.ts") for language in LANGUAGES]
    collect = [str(TOOLS / "pyside6-lupdate"), "-silent", "-no-obsolete"]
    collect += ["-locations", "none", "-tr-function-alias", "QT_TRANSLATE_NOOP+=_", *sources]
    compile_ = [str(TOOLS / "pyside6-lrelease"), *counted, *translated]
    # English needs no translation, only the forms of what is counted: 1 match, 2 matches.
    steps = ([*collect, "-pluralonly", "-ts", *counted], [*collect, "-ts", *translated], compile_)
    return next((1 for step in steps if subprocess.call(step, cwd=ROOT)), 0)


def marked_sentences() -> str:
    """Return the sentences that are said below the window as Qt's tools read them."""
    lines = (
        f'QT_TRANSLATE_NOOP("Translatable", {said!r})' for said in sorted(set(sentences_below()))
    )
    return "\n".join((*lines, ""))


def sentences_below() -> Iterator[str]:
    """Yield each template that is written out in a call of Translatable, template or an error."""
    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
        if path.relative_to(SOURCE).parts[0] not in ("ui", "cli", "pictures")
    ]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    saying = {"Translatable", "template", "DiptychError"}
    more = saying
    while more:
        bases = {each.name: set(map(ast.unparse, each.bases)) for each in classes}
        more = {name for name, below in bases.items() if saying & below} - saying
        saying |= more
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in saying and node.args:
            said = node.args[0]
            if isinstance(said, ast.Constant):
                yield str(said.value)
            elif isinstance(said, ast.JoinedStr):
                raise SystemExit(
                    f"{ast.unparse(said)} cannot be translated; give its parts by name."
                )


if __name__ == "__main__":
    raise SystemExit(main())
