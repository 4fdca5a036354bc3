# SPDX-License-Identifier: MIT
"""The small things that Diptych writes by itself or at a key: verdicts, labels, settings."""

from __future__ import annotations

import random
from contextlib import closing

from diptych.notes.verdict import Verdict
from diptych.services.articles import entries
from diptych.services.shelving import Correction, collect, collections, correct, tag
from diptych.services.stores import Stores
from diptych.services.verdicts import keep_verdict, kept_verdicts
from diptych.settings import SessionState, Settings, load, save
from soak.desk import Say, Writer, may_be

_PAIR = ("left", "right")


class VerdictWriter(Writer):
    """Judges matches and judges them again."""

    notes = 1

    def work(self, chance: random.Random, say: Say) -> None:
        with closing(Stores(self._desk.profile)) as stores:
            while True:
                quote, verdict = f"match {chance.randrange(50)}", chance.choice(list(Verdict))
                say("will", quote, verdict)
                keep_verdict(stores, *_PAIR, (quote, quote), verdict)
                say("did", quote, verdict)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        with closing(Stores(self._desk.profile)) as stores:
            kept = {quote: said for (quote, _), said in kept_verdicts(stores, *_PAIR).items()}
        return [
            f"{quote} is {kept.get(quote)}, not one of {fitting}"
            for quote, fitting in may_be(heard).items()
            if kept.get(quote) not in fitting
        ]


class LabelWriter(Writer):
    """Tags, collects and corrects an article of the library."""

    notes = 1

    def work(self, chance: random.Random, say: Say) -> None:
        with closing(Stores(self._desk.profile)) as stores:
            (article,) = entries(stores)
            while True:
                name = f"n{chance.randrange(10**9)}"
                tag(stores, [article.id], name)
                say("did", "tag", name)
                collect(stores, [article.id], name)
                say("did", "collection", name)
                say("will", "title", name)
                correct(stores, article.id, Correction(title=name))
                say("did", "title", name)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        with closing(Stores(self._desk.profile)) as stores:
            (article,) = entries(stores)
            there = {"tag": article.tags, "collection": tuple(collections(stores))}
        titles = may_be([words for words in heard if words[1] == "title"])
        lost = [
            f"{what} {name} is lost"
            for _, what, name in heard
            if what in there and name not in there[what]
        ]
        if titles and article.title not in titles["title"]:
            lost.append(f"the title is {article.title}, not one of {titles}")
        return lost


class SettingsWriter(Writer):
    """Writes settings and session, as each close of a window does."""

    notes = 1

    def prepare(self) -> None:
        super().prepare()
        self._save("0")

    def work(self, chance: random.Random, say: Say) -> None:
        while True:
            number = str(chance.randrange(10**9))
            say("will", "both", number)
            self._save(number)
            say("did", "both", number)

    def _save(self, number: str) -> None:
        profile = self._desk.profile
        save(Settings(mirror_folder=number * 200), profile.settings_file)
        save(SessionState(left=number * 200), profile.session_file)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        profile = self._desk.profile
        prepared = ["did", "both", "0"]
        fitting = {number * 200 for number in may_be([prepared, *heard])["both"]}
        found = (
            load(Settings, profile.settings_file).mirror_folder,
            load(SessionState, profile.session_file).left,
        )
        wrong = [
            f"{words[:40]} is none of what was written" for words in found if words not in fitting
        ]
        # What is there already is not written again, and would leave what lies beside it.
        self._save("")
        self._save(found[0][: len(found[0]) // 200])
        left = [path.name for path in profile.config.glob(".diptych-*")]
        return wrong + ([f"left behind: {left}"] if left else [])
