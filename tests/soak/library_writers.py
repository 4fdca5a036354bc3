# SPDX-License-Identifier: MIT
"""What comes into the library and leaves it: articles, pasted texts, lists, pairs, the index."""

from __future__ import annotations

import json
import random
from contextlib import closing

from diptych.services.articles import entries
from diptych.services.indexing import add
from diptych.services.pasting import keep_text
from diptych.services.stores import Stores
from soak.articles import article_text
from soak.desk import Say, Writer, may_be


class ArticleWriter(Writer):
    """Adds articles; what was added is listed and found."""

    def work(self, chance: random.Random, say: Say) -> None:
        while True:
            token = f"zq{chance.randrange(10**12)}"
            path = self._desk.folder / f"{token}.md"
            text = article_text(chance.randrange(10**6), 5)
            path.write_text(f"{text}\n\nThe word is {token}.\n", encoding="utf-8")
            self._desk.call("add", path)
            say("did", token)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        listed = self._desk.call("list", "--json")
        wrong = [f"{token} is not listed" for _, token in heard if f"{token}.md" not in listed]
        self._desk.call("index")
        for _, token in heard[-6:]:
            if not self._desk.finds(token):
                wrong.append(f"{token} is not found")
        return wrong


class IndexWriter(Writer):
    """Makes the index anew; afterwards every article is found."""

    TOKENS = tuple(f"zk{number}x" for number in range(12))

    def prepare(self) -> None:
        super().prepare()
        for token in self.TOKENS:
            path = self._desk.folder / f"{token}.md"
            path.write_text(f"{article_text(3, 5)}\n\nIt is {token}.\n", encoding="utf-8")
            self._desk.call("add", path)

    def work(self, chance: random.Random, say: Say) -> None:
        while True:
            self._desk.call("index", "--rebuild")
            say("did", "index")

    def wrong(self, heard: list[list[str]]) -> list[str]:
        self._desk.call("index")
        return [f"{token} is not found" for token in self.TOKENS if not self._desk.finds(token)]


class PasteWriter(Writer):
    """Pastes texts; each that was kept is listed and whole."""

    notes = 1
    END = "Here it ends."

    def work(self, chance: random.Random, say: Say) -> None:
        with closing(Stores(self._desk.profile)) as stores:
            while True:
                token = f"zp{chance.randrange(10**12)}"
                text = f"{token}\n\n{article_text(chance.randrange(10**6), 3)}\n\n{self.END}"
                add(stores, [keep_text(stores, text)])
                say("did", token)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        listed = self._desk.call("list", "--json")
        wrong = [f"{token} is not listed" for _, token in heard if token not in listed]
        folder = self._desk.profile.pasted_folder
        for path in folder.glob("*.txt"):
            if not path.read_text(encoding="utf-8").rstrip().endswith(self.END):
                wrong.append(f"{path.name} is torn")
        with closing(Stores(self._desk.profile)) as stores:
            keep_text(stores, f"after {len(heard)}\n\n{self.END}")
        left = [path.name for path in folder.glob(".diptych-*")]
        return wrong + ([f"left behind: {left}"] if left else [])


class RemoveWriter(IndexWriter):
    """Takes articles out and adds them again; what is found is what is listed."""

    def work(self, chance: random.Random, say: Say) -> None:
        while True:
            token = chance.choice(self.TOKENS)
            path = self._desk.folder / f"{token}.md"
            for verb in ("remove", "add"):
                say("will", token, verb)
                if verb == "add" or self._is_listed(token):
                    self._desk.call(verb, path)
                say("did", token, verb)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        self._desk.call("index")
        wrong = []
        for token, fitting in may_be(heard).items():
            is_listed = self._is_listed(token)
            if ("add" if is_listed else "remove") not in fitting:
                wrong.append(f"{token} is listed: {is_listed}, but it was {fitting}")
            if self._desk.finds(token) != is_listed:
                wrong.append(f"{token} is listed: {is_listed}, and found otherwise")
        return wrong

    def _is_listed(self, token: str) -> bool:
        return f"{token}.md" in self._desk.call("list", "--json")


class ListWriter(Writer):
    """Adds exports of reading lists; afterwards each of their pages is there, once."""

    notes = 1
    PAGES = 5

    def work(self, chance: random.Random, say: Say) -> None:
        while True:
            token = f"zl{chance.randrange(10**12)}"
            path = self._desk.folder / f"{token}.json"
            pages = [
                {
                    "title": f"{token} {number}",
                    "url": f"https://example.org/{token}/{number}",
                    "content": f"<p>{article_text(number, 2)}</p>",
                }
                for number in range(self.PAGES)
            ]
            path.write_text(json.dumps(pages), encoding="utf-8")
            say("will", token)
            self._desk.call("add", path)
            say("did", token)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        wrong = []
        for token in {words[1] for words in heard}:
            self._desk.call("add", self._desk.folder / f"{token}.json")
        with closing(Stores(self._desk.profile)) as stores:
            titles = [entry.title for entry in entries(stores)]
        for token in {words[1] for words in heard}:
            pages = [title for title in titles if title.startswith(token)]
            if len(pages) != self.PAGES or len(set(pages)) != self.PAGES:
                wrong.append(f"of {token} there are {pages}")
        left = [path.name for path in self._desk.profile.unpacked_folder.rglob(".diptych-*")]
        return wrong + ([f"left behind: {left}"] if len(left) > 1 else [])


class PairWriter(Writer):
    """Keeps pairs under names and forgets them, and marks what was read."""

    notes = 1

    def prepare(self) -> None:
        super().prepare()
        other = self._desk.folder / "right.md"
        other.write_text(article_text(1, 1), encoding="utf-8")
        self._desk.call("add", other)

    def work(self, chance: random.Random, say: Say) -> None:
        both = [self._desk.article, self._desk.folder / "right.md"]
        while True:
            name, state = f"p{chance.randrange(30)}", chance.choice(("to-read", "read"))
            listed = self._pairs()
            verb = "forget" if name in listed else "save"
            say("will", name, verb)
            self._desk.call("pair", verb, name, *(both if verb == "save" else ()))
            say("did", name, verb)
            say("will", "reading", state)
            self._desk.call("reading", "mark", state, both[0])
            say("did", "reading", state)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        fitting, listed = may_be(heard), self._pairs()
        states = fitting.pop("reading", set())
        wrong = [
            f"{name} is kept: {name in listed}, but it was {verbs}"
            for name, verbs in fitting.items()
            if ("save" if name in listed else "forget") not in verbs
        ]
        with closing(Stores(self._desk.profile)) as stores:
            now = [entry.reading for entry in entries(stores) if entry.title != "right"]
        if states and not any(state in states for state in now):
            wrong.append(f"marked is {now}, not one of {states}")
        return wrong

    def _pairs(self) -> set[str]:
        return {pair["name"] for pair in json.loads(self._desk.call("pair", "list", "--json"))}
