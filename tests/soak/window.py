# SPDX-License-Identifier: MIT
"""The soak of the window, in a process of its own: the application as it is, and a monkey.

Diptych is started by its own ``run``; the monkey lives in its event loop and closes the
window at the end, so that quitting is the application's own as well.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer

from diptych import app
from diptych.notes.doctor import check
from diptych.paths import profile_in
from diptych.ui.shell.open_windows import Asked
from soak.book import kept_notes
from soak.monkey import Monkey
from soak.watch import Complaints, Load, grown, load_now

SETTLED = 1_000  # actions after which nothing may grow any more
LOOKED_AFTER_EACH = 500
FINDINGS_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class Task:
    """How long to go on: until one of the two is reached; 0 minutes have no end."""

    folder: Path
    seed: int
    actions: int
    minutes: float
    walk: int


class Soak:
    """Lets the monkey act from the event loop, looks after it, and closes the window."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.monkey: Monkey | None = None
        self.early: list[str] = []
        self.loads: list[Load] = []
        self.began = time.monotonic()
        self.complaints = Complaints(self.complain)
        self._timer = QTimer()
        self._timer.timeout.connect(self._step)
        self._is_acting = False

    def complain(self, what: str) -> None:
        if self.monkey is None:
            self.early.append(what)
        else:
            self.monkey.find(what)

    def begin(self, diptych: app.Diptych) -> None:
        """Begin once the window lives."""
        self.complaints.watch_exceptions()
        # Keys and clicks have it built before they are answered; the monkey calls by name too.
        diptych.window._completing.finish()
        self.monkey = Monkey(diptych, self.task.folder, self.task.seed)
        self._timer.start(0)

    def _step(self) -> None:
        monkey = self.monkey
        if self._is_acting or monkey is None:
            return
        self._is_acting = True
        try:
            monkey.act()
            if monkey.done % self._looked_after() == 0:
                self._look(monkey)
            if self._is_over(monkey):
                self._end(monkey)
        finally:
            self._is_acting = False

    def _looked_after(self) -> int:
        return min(LOOKED_AFTER_EACH, max(1, self.task.actions // 4))

    def _look(self, monkey: Monkey) -> None:
        monkey.check_notes()
        monkey.settle()
        self.loads.append(load_now(monkey.done))
        print(f"soak: {self.loads[-1]}", flush=True)

    def _is_over(self, monkey: Monkey) -> bool:
        minutes = (time.monotonic() - self.began) / 60
        return (
            monkey.done >= self.task.actions
            or (self.task.minutes > 0 and minutes >= self.task.minutes)
            or len(monkey.findings) >= FINDINGS_AT_MOST
        )

    def _end(self, monkey: Monkey) -> None:
        self._timer.stop()
        monkey.walk(self.task.walk)
        monkey.check_notes()
        settled = [load for load in self.loads if load.actions >= SETTLED]
        for wrong in grown(settled[0], settled[-1]) if settled else ():
            monkey.find(wrong)
        monkey.window.close()

    def outcome(self) -> list[str]:
        """Say what was done and return what went wrong; for after the window has closed."""
        monkey = self.monkey
        if monkey is None:
            return [*self.early, "the window never came"]
        profile = monkey.diptych.profile
        wrong = [f"after quitting: {said}" for said in monkey.book.missing(kept_notes(profile))]
        wrong += [f"doctor: {ill.sentence}" for ill in check(profile.notes_file) if ill.mendable]
        print(
            f"soak: seed {monkey.seed}, {monkey.done} actions in "
            f"{time.monotonic() - self.began:.0f} s, {monkey.jumps} jumps, "
            f"{monkey.wrong_jumps} wrong jumps, {monkey.clicks} clicks on matches, "
            f"{len(monkey.book)} notes, {monkey.exports} exports"
        )
        print(f"soak: {dict(monkey.counts.most_common())}", flush=True)
        return [*self.early, *monkey.findings, *wrong]


def run(task: Task) -> int:
    """Run Diptych with a monkey in it; return 1 when anything went wrong."""
    soak = Soak(task)

    class Watched(app.Diptych):
        def start(self, *arguments: object, **more: object) -> None:
            super().start(*arguments, **more)  # type: ignore[arg-type]
            QTimer.singleShot(0, lambda: soak.begin(self))

    app.Diptych = Watched  # type: ignore[misc]
    status = app.run(profile_in(task.folder / "profile"), Asked(), "light")
    findings = soak.outcome()
    for found in findings:
        print(f"FOUND {found}", flush=True)
    return 1 if findings or status else 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="soak window")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--actions", type=int, default=10_000)
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--walk", type=int, default=0)
    options = parser.parse_args(arguments)
    return run(Task(options.folder, options.seed, options.actions, options.minutes, options.walk))
