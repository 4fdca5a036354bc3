# SPDX-License-Identifier: MIT
"""Ends writers without warning, at random moments, and looks at what is left."""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import random
import select
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import psutil

from soak.writers import Desk, writers

PATIENCE_SECONDS = 120.0
ADOPT = 36  # PR_SET_CHILD_SUBREAPER: what a killed writer leaves running becomes ours


# Loaded once, before the writers part from this process: each would load them anew.
LOADED = (
    *("diptych.library.catalogue", "diptych.library.reading", "diptych.search.index"),
    *("diptych.search.tantivy_index", "diptych.services.indexing", "diptych.services.articles"),
    *("diptych.notes.store", "diptych.notes.doctor", "diptych.notes.mirror"),
    *("diptych.services.exporting", "diptych.services.note_import", "diptych.services.report"),
    "diptych.services.searching",
)


def kill_all(kills: int, seed: int, only: Sequence[str] = ()) -> int:
    """End each kind of writer ``kills`` times; return 1 when anything was lost or torn."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)
    for module in LOADED:
        importlib.import_module(module)
    failed = 0
    print(f"kills: seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="diptych-kills-") as folder:
        for name, (desk, writer) in writers(Path(folder)).items():
            if only and name not in only:
                continue
            began = time.monotonic()
            done, findings = _kill_often(kills, random.Random(f"{seed} {name}"), desk, writer)
            failed += bool(findings)
            spent = time.monotonic() - began
            print(f"kills: {name}: {kills} kills, {done} writes done, {spent:.0f} s", flush=True)
            for found in findings:
                print(f"FOUND {name}: {found}", flush=True)
    return 1 if failed else 0


def _kill_often(
    kills: int, chance: random.Random, desk: Desk, writer: Any
) -> tuple[int, list[str]]:
    """Return how many writes were done, and what was found wrong."""
    _apart(writer.prepare)
    heard: list[list[str]] = []
    findings: list[str] = []
    for number in range(kills):
        heard += _killed(writer.work, chance)
        wrong = _apart(partial(_wrong, writer, desk, heard))
        wrong += _left_running()
        findings += [f"kill {number + 1}: {what}" for what in wrong]
        if len(findings) > 5:
            break
    return sum(words[0] == "did" for words in heard), findings


def _wrong(writer: Any, desk: Desk, heard: list[list[str]]) -> list[str]:
    return [*writer.wrong(heard), *_ills(desk)]


def _ills(desk: Desk) -> list[str]:
    """Return what the doctor says of the profile."""
    try:
        said = json.loads(desk.call("doctor", "--json"))
    except AssertionError as error:
        return [f"doctor: {error}"]
    return [f"doctor: {ill['sentence']}" for ill in said["findings"] if ill["mendable"]]


def _killed(
    work: Callable[[random.Random, Callable[..., None]], None], chance: random.Random
) -> list[list[str]]:
    """Let a process write, end it some way into its work, and return what it said."""
    read_end, write_end = os.pipe()
    seed, wanted, pause = chance.random(), chance.randrange(6), chance.uniform(0, 0.15)

    def say(*words: str) -> None:
        os.write(write_end, json.dumps(words).encode() + b"\n")

    child = os.fork()
    if child == 0:
        _finish(lambda: work(random.Random(seed), say))
    os.close(write_end)
    said, end = b"", time.monotonic() + PATIENCE_SECONDS
    while said.count(b'["did"') < wanted and time.monotonic() < end:
        if not select.select([read_end], [], [], 1.0)[0]:
            continue
        more = os.read(read_end, 65_536)
        if not more:
            break
        said += more
    time.sleep(pause)  # the moment of the end: anywhere in what it does next
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while select.select([read_end], [], [], 0)[0] and (more := os.read(read_end, 65_536)):
        said += more
    os.close(read_end)
    if not os.WIFSIGNALED(status):
        raise AssertionError("the writer ended by itself; its error stands above")
    return [json.loads(line) for line in said.split(b"\n")[:-1]]


def _apart(call: Callable[[], Any]) -> Any:
    """Return what a function returns in a process of its own, as after a new start."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)

        def answer() -> None:
            with os.fdopen(write_end, "w") as stream:
                json.dump(call(), stream)

        _finish(answer)
    os.close(write_end)
    with os.fdopen(read_end) as stream:
        answered = stream.read()
    _, status = os.waitpid(child, 0)
    if status:
        return ["looking at what is left failed; its error stands above"]
    return json.loads(answered)


def _finish(call: Callable[[], None]) -> None:
    """Call in a forked process and end it, whatever happens."""
    status = 0
    try:
        call()
    except BaseException:
        traceback.print_exc()
        status = 1
    finally:
        sys.stderr.flush()
        os._exit(status)


def _left_running() -> list[str]:
    """Return the processes that a killed writer has left and that do not end by themselves."""
    own = psutil.Process()
    left = own.children(recursive=True)
    _, alive = psutil.wait_procs(left, timeout=PATIENCE_SECONDS / 4)
    said = [f"left running: {' '.join(process.cmdline())[:200]}" for process in alive]
    for process in alive:
        process.kill()
    return said
