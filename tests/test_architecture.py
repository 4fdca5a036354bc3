# SPDX-License-Identifier: MIT
"""The rules of the house, read off the imports."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "diptych"
MODULES = {
    path.relative_to(SOURCE).with_suffix("").as_posix(): path for path in SOURCE.rglob("*.py")
}
ROOMS = ("library", "search", "compare", "notes", "meaning")
FOUNDATION = (
    "diptych.text",
    "diptych.errors",
    "diptych.values",
    "diptych.patterns",
    "diptych.translatable",
    "diptych.paths",
    "diptych.assets",
    "diptych.atomic",
    "diptych.opened",
    "diptych.snapshot",
    "diptych.spawned",
)
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "huggingface_hub", "imaplib", "poplib",
    "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.error",
    "urllib.request", "urllib.response", "urllib.robotparser", "urllib3", "webbrowser",
    "websockets", "wsgiref", "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebSockets",
}  # fmt: skip
DISK = {"os", "io", "shutil", "tempfile", "sqlite3", "glob", "fileinput", "mmap"}
# What shows that a module of a room keeps something or starts something.
TOUCHING = {"sqlite3", "os", "shutil", "tempfile", "subprocess", "multiprocessing",
            "diptych.atomic", "whoosh", "tantivy", "jinja2"}  # fmt: skip
SURROUNDINGS = ("diptych.settings", "diptych.worker", "diptych.__version__")
FEATURES = {"parts", "desk", "library", "reader", "matches", "notes", "search", "overview",
            "brief", "story", "changes", "export", "shell"}  # fmt: skip
KNOWN_TO = {name: {"parts", "desk"} for name in FEATURES} | {"parts": {"parts"}}
LONGEST_FUNCTION, MOST_METHODS, MOST_PARTS, LONGEST_FILE = 60, 30, 7, 500
BANNED_NAMES = {
    "manager", "helper", "helpers", "utils", "util", "handler", "info", "data", "process",
    "misc", "common",
}  # fmt: skip


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """Return the dotted names a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(names)


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def importers(package: str) -> set[str]:
    return {m for m in MODULES if any(within(name, package) for name in imports(m))}


def in_folder(*folders: str) -> list[str]:
    return sorted(m for m in MODULES if m.split("/")[0] in folders)


def own_imports(module: str) -> set[str]:
    return {name for name in imports(module) if within(name, "diptych") and name != "diptych"}


def strays(module: str, allowed: tuple[str, ...]) -> set[str]:
    return {n for n in own_imports(module) if not any(within(n, package) for package in allowed)}


def against(modules: list[str], rule: Callable[[str], object]) -> dict[str, object]:
    """Return what each module has that a rule forbids, of those that have any."""
    return {module: found for module in modules if (found := rule(module))}


# The word lists of languages are data: one module asks for them, ``assets`` reads the file.
WORD_LISTS = {"text/lexicon": ("diptych.assets",)}


def test_text_knows_only_itself() -> None:
    itself = ("diptych.text", "diptych.errors", "diptych.values", "diptych.patterns")

    assert not against(in_folder("text"), lambda m: strays(m, (*itself, *WORD_LISTS.get(m, ()))))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_itself_and_the_text(room: str) -> None:
    known = (f"diptych.{room}", *FOUNDATION, "diptych.settings")

    assert not against(in_folder(room), lambda module: strays(module, known))


@cache
def named_modules(module: str) -> frozenset[str]:
    """Return the modules of ours that a module names, be it for the type checker alone."""
    names = {name.removeprefix("diptych.").replace(".", "/") for name in imports(module)}
    return frozenset(name for name in names if name in MODULES and name != module)


@cache
def loaded_by(module: str) -> frozenset[str]:
    """Return the modules of ours that a module imports when it runs, late ones too."""
    names = {name.removeprefix("diptych.").replace(".", "/") for name in run_imports(module)}
    return frozenset(name for name in names if name in MODULES and name != module)


@cache
def run_imports(module: str) -> frozenset[str]:
    """Return the dotted names a module imports, those for the type checker left out."""
    names: set[str] = set()
    waiting: list[ast.AST] = [tree(module)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        waiting.extend(ast.iter_child_nodes(node))
    return frozenset(names)


def circles() -> set[str]:
    """Return the modules from which a chain of imports leads back to them."""
    reach: dict[str, set[str]] = {}
    for start in MODULES:
        found: set[str] = set()
        waiting = list(loaded_by(start))
        while waiting:
            if (name := waiting.pop()) not in found:
                found.add(name)
                waiting.extend(loaded_by(name))
        reach[start] = found
    return {name for name, found in reach.items() if name in found}


@cache
def stores() -> set[str]:
    """Return the modules of the rooms that touch the disk or another process."""
    return {m for m in in_folder(*ROOMS) if imports(m) & TOUCHING}


def beyond_values() -> set[str]:
    """Return what the command line and the screen import of the rooms' stores."""
    return {f"{m} -> {n}" for m in in_folder("ui", "cli") for n in named_modules(m) & stores()}


def into_stores() -> set[str]:
    """Return where the command line and the screen ask a store themselves."""
    return {
        f"{module}: {ast.unparse(node)}"
        for module in in_folder("ui", "cli")
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute)
        and (node.value.id if isinstance(node.value, ast.Name) else "") == "stores"
        # What is of all stores together: running work with them, and what that left out.
        # What is of all stores together: running work with them, and what that left out.
        and node.attr not in ("close", "do", "troubles", "lost")
    }


def closures_with_stores() -> set[str]:
    """Return functions within functions of the screen that work with the stores."""
    return {
        f"{module}:{inner.name}"
        for module, outer in functions()
        if module.startswith("ui/")
        for inner in ast.walk(outer)
        if inner is not outer
        and isinstance(inner, ast.FunctionDef)
        and any(ast.unparse(each.annotation or each) == "Stores" for each in inner.args.args)
    }


def between_features() -> set[str]:
    """Return where a feature of the screen imports another, or what knows no feature does."""
    found = set()
    for module in in_folder("ui"):
        own = module.split("/")[1] if module.count("/") > 1 else ""
        for name in named_modules(module):
            other = name.split("/")[1] if name.count("/") > 1 and name.startswith("ui/") else ""
            if own not in ("", "shell", other) and other in (FEATURES - KNOWN_TO[own]):
                found.add(f"{module} -> {name}")
    return found


def functions() -> list[tuple[str, ast.FunctionDef]]:
    return [
        (module, node)
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef)
    ]


def too_long() -> set[str]:
    return {
        f"{module}:{node.name}"
        for module, node in functions()
        if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    }


def too_many_methods() -> set[str]:
    return {
        f"{module}:{node.name}"
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ClassDef)
        and sum(isinstance(each, ast.FunctionDef) for each in node.body) > MOST_METHODS
    }


def too_many_parts() -> set[str]:
    return {
        module
        for module, node in functions()
        if module.startswith("ui/")
        and node.name == "__init__"
        and len(node.args.args) + len(node.args.kwonlyargs) - 1 > MOST_PARTS
    }


def too_large() -> set[str]:
    return {m for m, p in MODULES.items() if len(p.read_text("utf-8").splitlines()) > LONGEST_FILE}


def test_services_know_rooms_and_no_screen() -> None:
    rooms = tuple(f"diptych.{room}" for room in ROOMS)
    known = ("diptych.services", *rooms, *FOUNDATION, *SURROUNDINGS)

    assert not against(in_folder("services"), lambda module: strays(module, known))


def test_nothing_below_knows_the_services() -> None:
    def services(module: str) -> set[str]:
        return {name for name in own_imports(module) if within(name, "diptych.services")}

    assert not against(in_folder(*ROOMS, "text"), services)


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("imports lead in a circle", circles),
        ("reaches past the services into a store", beyond_values),
        ("asks a store itself", into_stores),
        ("keeps work with the stores to itself", closures_with_stores),
        ("a feature knows another", between_features),
        ("a function of over 60 lines", too_long),
        ("a class of over 30 methods", too_many_methods),
        ("a widget or presenter of over 7 parts", too_many_parts),
        ("a file of over 500 lines", too_large),
    ],
)
def test_rule_of_the_house(rule: str, found: Callable[[], set[str]]) -> None:
    assert not found(), rule


def test_the_screen_does_not_know_who_builds_it() -> None:
    def builders(module: str) -> set[str]:
        return {n for n in own_imports(module) if n == "diptych.app" or within(n, "diptych.cli")}

    assert not against(in_folder("ui"), builders)


def test_only_the_screen_and_the_composition_root_import_qt() -> None:
    users = importers("PySide6") | importers("shiboken6")

    assert not {m for m in users if m != "app" and m.split("/")[0] not in ("ui", "pictures")}


def test_no_thread_is_of_qts_making() -> None:
    # Objects of Qt that are made or end in one beside the window have crashed it.
    kinds = ("QThread", "QRunnable", "QThreadPool")

    assert not [kind for kind in kinds if importers(f"PySide6.QtCore.{kind}")]
    assert not importers("PySide6.QtConcurrent")


def test_text_and_comparing_touch_no_disk() -> None:
    def disk(module: str) -> set[str]:
        calls = (node.func for node in ast.walk(tree(module)) if isinstance(node, ast.Call))
        called = {func.id for func in calls if isinstance(func, ast.Name)}
        return imports(module) & DISK | called & {"open"}

    assert not against(in_folder("text", "compare"), disk)


@pytest.mark.parametrize(
    ("engine", "module"), [("whoosh", "search/whoosh_index"), ("tantivy", "search/tantivy_index")]
)
def test_one_module_knows_each_search_engine(engine: str, module: str) -> None:
    assert importers(engine) == {module}


def test_platform_folders_have_one_user() -> None:
    assert importers("platformdirs") <= {"paths"}


def test_yaml_is_read_for_settings_and_front_matter_alone() -> None:
    users = importers("yaml")

    assert "settings" in users
    assert len({m for m in users if m.startswith("library/")}) <= 1
    assert not {m for m in users if m != "settings" and not m.startswith("library/")}


def test_sqlite_is_spoken_in_stores_alone() -> None:
    assert {module.split("/")[0] for module in importers("sqlite3")} <= {
        *("library", "notes"),
        "snapshot",  # what both read where nothing can be written
    }


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_opens_its_databases_in_one_place(room: str) -> None:
    openers = {m for m in in_folder(room) if "sqlite3.connect(" in MODULES[m].read_text("utf-8")}

    assert len(openers) <= 1


def test_nothing_imports_the_network() -> None:
    def network(module: str) -> set[str]:
        return {n for n in imports(module) if any(within(n, package) for package in NETWORK)}

    assert not against(sorted(MODULES), network)


def test_the_sample_articles_are_no_part_of_the_program() -> None:
    assert not importers("corpus")


def test_package_files_are_empty() -> None:
    packages = [m for m in MODULES if m.endswith("__init__") and m != "__init__"]

    assert not against(packages, lambda module: tree(module).body)


def test_a_module_says_its_licence_and_purpose() -> None:
    modules = sorted(m for m in MODULES if not m.endswith("__init__"))
    licence = "# SPDX-License-Identifier: MIT\n"

    assert not against(modules, lambda m: not MODULES[m].read_text("utf-8").startswith(licence))
    assert not against(modules, lambda module: not ast.get_docstring(tree(module)))


def test_module_names_say_something() -> None:
    def empty_words(module: str) -> set[str]:
        return set(module.replace("/", "_").split("_")) & BANNED_NAMES

    assert not against(sorted(MODULES), empty_words)


def test_the_check_is_nothing_a_user_lacks() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]

    assert commands == ["exec python3 dev.py test"]


def test_set_up_needs_the_standard_library_alone() -> None:
    script = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))
    named = {
        name.split(".")[0]
        for node in ast.walk(script)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert named <= sys.stdlib_module_names
