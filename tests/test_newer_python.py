# SPDX-License-Identifier: MIT
"""Nothing in the sources is on its way out of Python, up to the newest one promised."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "src", ROOT / "bench")
SOURCES = [*sorted(path for each in FOLDERS for path in each.rglob("*.py")), ROOT / "dev.py"]
_SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|VALUES|WHERE|MATCH|LIMIT)\b")
# With a sequence of values these are refused from Python 3.14 on.
_COUNTED = re.compile(r"\?\d|\W:[a-z_]+\b|\W@[a-z_]+\b|\W\$[a-z_]+\b")
_REGULAR = {
    "compile",
    "search",
    "match",
    "fullmatch",
    "split",
    "sub",
    "subn",
    "findall",
    "finditer",
}
LEAVING_MODULES = {
    "aifc", "asynchat", "asyncore", "audioop", "cgi", "cgitb", "chunk", "crypt", "distutils",
    "imghdr", "imp", "lib2to3", "mailcap", "msilib", "nis", "nntplib", "ossaudiodev", "pipes",
    "pkg_resources", "pkgutil.find_loader", "smtpd", "sndhdr", "spwd", "sunau", "telnetlib",
    "typing.ByteString", "typing.io", "typing.re", "uu", "xdrlib", "importlib.abc.Traversable",
    "importlib.resources.open_text", "importlib.resources.read_text",
}  # fmt: skip
LEAVING_NAMES = {
    "utcnow", "utcfromtimestamp", "getdefaultlocale", "resetlocale", "get_event_loop_policy",
    "set_event_loop_policy", "findCaller", "makeSuite", "onerror", "currentThread", "setDaemon",
    "isDaemon", "enable_shared_cache", "load_module", "find_module",
}  # fmt: skip
# From Python 3.14 on they load http, ssl and sockets.
NETWORKING_NAMES = {"as_uri", "pathname2url", "url2pathname"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def texts(path: Path) -> Iterator[str]:
    """Give every text written out in a source, the fixed parts of f-strings too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def patterns(path: Path) -> Iterator[str | bytes]:
    """Give every regular expression written out in a call of ``re``."""
    for node in ast.walk(tree(path)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        of = node.func.value
        if isinstance(of, ast.Name) and of.id == "re" and node.func.attr in _REGULAR:
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str | bytes):
                yield first.value


def names_used(path: Path) -> Iterator[str]:
    """Give what a source imports, and every attribute and keyword it names."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg


def test_sql_counts_its_places_by_plain_question_marks() -> None:
    sql = ((path, text) for path in SOURCES for text in texts(path) if _SQL.search(text))

    assert [(path, text) for path, text in sql if _COUNTED.search(text)] == []


def test_sources_compile_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for path in SOURCES:  # the warning names the file
            compile(path.read_text(encoding="utf-8"), str(path), "exec")


def test_regular_expressions_compile_without_a_warning() -> None:
    re.purge()  # what was compiled before would warn of nothing
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for pattern in {pattern for path in SOURCES for pattern in patterns(path)}:
            re.compile(pattern)


def test_nothing_on_its_way_out_is_used() -> None:
    leaving = LEAVING_MODULES | LEAVING_NAMES
    used = {path: leaving & set(names_used(path)) for path in SOURCES}

    assert not {path: names for path, names in used.items() if names}


def test_addresses_of_files_are_not_made_by_what_loads_the_network() -> None:
    used = {path: NETWORKING_NAMES & set(names_used(path)) for path in SOURCES}

    assert not {path: names for path, names in used.items() if names}
