# SPDX-License-Identifier: MIT
"""Tunes MiniLM-L6 as an encoder of claims, on all pairs of sentences of a group at once.

All six layers learn, the word embeddings stay as they are. What comes out is the mean of
the weights over the last two fifths of the way (Izmailov et al. 2018, "averaging weights").
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from groups import KINDS, Group, Link, Piece
from measures import Table, average_precision, precision_at_ten, without_hubs
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

LAYERS, WIDTH, HEADS = 6, 384, 12
LONGEST = 56  # tokens read while learning; Diptych reads more
_AT_ONCE = 24
_KEPT_AT_ONCE = 32


@dataclass(frozen=True)
class Recipe:
    """How the encoder is tuned."""

    epochs: int = 2
    rate: float = 6e-5
    seed: int = 1
    bearing: float = 0.3  # what a link of grade 1 is worth as a target
    linked: float = 4.0  # how much more a linked pair weighs
    contrast: float = 0.25
    dropout: float = 0.1
    spared: float = 0.5  # of the sentences without a link, left out each time
    affairs: float = 1.3  # how much a group of affairs weighs beside one of news
    averaged_from: float = 0.6  # of the way
    averaged_every: int = 5  # steps


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2018), its weights under their usual names."""

    def __init__(self, state: dict[str, torch.Tensor], name: str, dropout: float) -> None:
        super().__init__()
        self.weights = nn.ParameterDict(
            {
                key.removeprefix(name).replace(".", "-"): nn.Parameter(value.clone())
                for key, value in state.items()
                if key.startswith(name)
            }
        )
        self.dropout = dropout

    def forward(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        count, length, width = states.shape
        shape = (count, length, HEADS, width // HEADS)
        query, key, value = (
            self._dense(f"attention-self-{part}", states).view(shape).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(states.shape)
        seen = self._added("attention-output", seen, states)
        wide = functional.gelu(self._dense("intermediate-dense", seen))
        return self._added("output", wide, seen)

    def _dense(self, name: str, states: torch.Tensor) -> torch.Tensor:
        return functional.linear(
            states, self.weights[f"{name}-weight"], self.weights[f"{name}-bias"]
        )

    def _added(self, name: str, states: torch.Tensor, before: torch.Tensor) -> torch.Tensor:
        made = self._dense(f"{name}-dense", states)
        made = functional.dropout(made, self.dropout, self.training)
        norm = f"{name}-LayerNorm"
        return functional.layer_norm(
            made + before,
            (WIDTH,),
            self.weights[f"{norm}-weight"],
            self.weights[f"{norm}-bias"],
            1e-12,
        )


@dataclass
class ClaimEncoder:
    """A sentence encoder: the mean over the tokens of the last layer, of unit length."""

    state: dict[str, torch.Tensor]
    tokens: Tokenizer
    layers: nn.ModuleList
    embedded: dict[str, torch.Tensor] = field(default_factory=dict)  # words of each sentence

    @classmethod
    def of(cls, folder: Path, dropout: float = 0.0) -> ClaimEncoder:
        """Read the model from a folder with model.safetensors and tokenizer.json."""
        state = {
            key.removeprefix("bert.").removeprefix("0.auto_model."): value.float()
            for key, value in load_file(folder / "model.safetensors").items()
        }
        tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokens.no_padding()
        layers = nn.ModuleList(Layer(state, f"encoder.layer.{n}.", dropout) for n in range(LAYERS))
        return cls(state, tokens, layers)

    def keep(self, folder: Path) -> None:
        """Write the weights."""
        folder.mkdir(parents=True, exist_ok=True)
        state = dict(self.state)
        for number, layer in enumerate(self.layers):
            for key, value in layer.weights.items():
                state[f"encoder.layer.{number}.{key.replace('-', '.')}"] = value.detach().clone()
        save_file(state, folder / "model.safetensors")
        self.tokens.save(str(folder / "tokenizer.json"))

    def prepare(self, sentences: Iterable[str], longest: int = LONGEST) -> None:
        """Keep the embeddings of the sentences' words, which never change."""
        new = sorted({s for s in sentences if s not in self.embedded}, key=len)
        with torch.inference_mode():
            for first in range(0, len(new), _KEPT_AT_ONCE):
                some = new[first : first + _KEPT_AT_ONCE]
                ids, lengths = self._ids(some, longest)
                states = self._of_words(ids)
                for sentence, length, made in zip(some, lengths, states, strict=True):
                    self.embedded[sentence] = made[:length].half()

    def encode(self, sentences: Sequence[str]) -> torch.Tensor:
        """Return one row for each sentence that was prepared."""
        rows: list[torch.Tensor] = [torch.empty(0)] * len(sentences)
        order = sorted(range(len(sentences)), key=lambda at: len(self.embedded[sentences[at]]))
        for first in range(0, len(order), _AT_ONCE):
            some = order[first : first + _AT_ONCE]
            made = [self.embedded[sentences[at]] for at in some]
            lengths = [len(one) for one in made]
            states = torch.zeros((len(made), max(lengths), WIDTH))
            for at, one in enumerate(made):
                states[at, : len(one)] = one.float()
            states = self._through(self.layers, states, lengths)
            inside = _inside(lengths).unsqueeze(-1).float()
            for at, row in zip(some, (states * inside).sum(1) / inside.sum(1), strict=True):
                rows[at] = row
        return functional.normalize(torch.stack(rows), dim=-1)

    def read(self, sentences: Sequence[str]) -> Table:
        """Return the vectors of sentences; nothing is learned from them."""
        self.layers.eval()
        self.prepare(sentences)
        with torch.inference_mode():
            return self.encode(sentences).numpy().astype(np.float32)

    def _ids(self, sentences: Sequence[str], longest: int) -> tuple[torch.Tensor, list[int]]:
        self.tokens.enable_truncation(longest)
        read = [entry.ids for entry in self.tokens.encode_batch(list(sentences))]
        lengths = [len(ids) for ids in read]
        padded = torch.zeros((len(read), max(lengths)), dtype=torch.long)
        for at, ids in enumerate(read):
            padded[at, : len(ids)] = torch.tensor(ids)
        return padded, lengths

    def _of_words(self, ids: torch.Tensor) -> torch.Tensor:
        found = self.state
        states = found["embeddings.word_embeddings.weight"][ids]
        states = states + found["embeddings.position_embeddings.weight"][: ids.shape[1]]
        states = states + found["embeddings.token_type_embeddings.weight"][0]
        norm = "embeddings.LayerNorm"
        return functional.layer_norm(
            states, (WIDTH,), found[f"{norm}.weight"], found[f"{norm}.bias"], 1e-12
        )

    @staticmethod
    def _through(
        layers: Iterable[nn.Module], states: torch.Tensor, lengths: list[int]
    ) -> torch.Tensor:
        mask = _inside(lengths)[:, None, None, :]
        for layer in layers:
            states = layer(states, mask)
        return states


def _inside(lengths: Sequence[int]) -> torch.Tensor:
    return torch.arange(max(lengths))[None] < torch.tensor(lengths)[:, None]


def tune(
    folder: Path, groups: Sequence[Group], recipe: Recipe, say: Callable[[str], None] = print
) -> ClaimEncoder:
    """Return the encoder of ``folder`` tuned on the English articles of the groups."""
    torch.set_num_threads(1)
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    english = [group for group in groups if len(_english(group)) > 1]
    encoder = ClaimEncoder.of(folder, recipe.dropout)
    encoder.prepare(s for group in english for p in _english(group) for s in p.sentences)
    weights = list(encoder.layers.parameters())
    scale, shift = nn.Parameter(torch.tensor(12.0)), nn.Parameter(torch.tensor(-6.0))
    optimiser = torch.optim.AdamW(
        [{"params": weights, "lr": recipe.rate}, {"params": [scale, shift], "lr": 0.02}],
        weight_decay=0.01,
    )
    order = list(_in_turn(english, recipe.epochs, chance))
    steps = len(order)
    warming = max(1, round(0.08 * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / warming) * max(0.02, 1 - s / steps)
    )
    mean = _Mean()
    encoder.layers.train()
    for step, group in enumerate(order, start=1):
        loss = _loss(encoder, _thinned(group, recipe.spared, chance), scale, shift, recipe)
        loss = loss * (recipe.affairs if group.kind == "affairs" else 1.0)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        schedule.step()
        if step > recipe.averaged_from * steps and step % recipe.averaged_every == 0:
            mean.take(encoder.layers.state_dict())
        if step % 20 == 0:
            spent = time.process_time()
            say(f"{step} of {steps} steps, loss {float(loss.detach()):.3f}, {spent:.0f} CPU s")
    encoder.layers.load_state_dict(mean.state)
    encoder.layers.eval()
    return encoder


@dataclass
class _Mean:
    """The mean of weights taken one after the other."""

    state: dict[str, torch.Tensor] = field(default_factory=dict)
    count: int = 0

    def take(self, state: Mapping[str, torch.Tensor]) -> None:
        """Let these weights count as much as each before."""
        self.count += 1
        for key, value in state.items():
            before = self.state.get(key, value)
            self.state[key] = before + (value - before) / self.count


def _in_turn(groups: Sequence[Group], times: int, chance: random.Random) -> Iterator[Group]:
    """Yield all groups so many times, shuffled anew each time; a pair of the press but once.

    They are most of the groups, and the others should be heard as well.
    """
    press = [group for group in groups if group.kind == "press"]
    others = [group for group in groups if group.kind != "press"]
    chance.shuffle(press)
    for turn in range(times):
        some = [*others, *press[turn::times]]
        chance.shuffle(some)
        yield from some


def _thinned(group: Group, spared: float, chance: random.Random) -> Group:
    """Return the group without some of the sentences that nothing is linked to.

    They are most of an article and all teach the same; which are left out is drawn anew.
    """
    linked = {place for link in group.links for place in (link.left, link.right)}
    pieces, moved = [], {}
    for piece in group.pieces:
        kept = [
            at
            for at in range(len(piece.sentences))
            if (piece.id, at) in linked or chance.random() >= spared
        ]
        moved |= {(piece.id, at): (piece.id, new) for new, at in enumerate(kept)}
        said = tuple(piece.sentences[at] for at in kept)
        pieces.append(Piece(piece.id, piece.title, piece.language, (said,)))
    links = tuple(
        Link(moved[link.left], moved[link.right], link.grade, link.stance) for link in group.links
    )
    return Group(group.id, group.kind, tuple(pieces), links)


def _english(group: Group) -> list[Piece]:
    return [piece for piece in group.pieces if piece.language == "en"]


def _loss(
    encoder: ClaimEncoder, group: Group, scale: torch.Tensor, shift: torch.Tensor, recipe: Recipe
) -> torch.Tensor:
    """Return how far the cosines of a group's sentences are from its links."""
    pieces = _english(group)
    rows = encoder.encode([s for piece in pieces for s in piece.sentences])
    lengths = [len(piece.sentences) for piece in pieces]
    parts = dict(zip([piece.id for piece in pieces], rows.split(lengths), strict=True))
    losses = []
    for left, right in group.pairs():
        if left.id not in parts or right.id not in parts:
            continue
        logits = scale * (parts[left.id] @ parts[right.id].T) + shift
        grade = torch.from_numpy(group.grades(left, right))
        wanted = torch.where(grade >= 2, 1.0, torch.where(grade >= 1, recipe.bearing, 0.0))
        weight = torch.where(grade > 0, recipe.linked, 1.0)
        loss = 4 * functional.binary_cross_entropy_with_logits(logits, wanted, weight=weight)
        good = grade >= 2
        if good.any():
            # A sentence's true partner against all others of the other article.
            sharp = (1.5 * logits).masked_fill(grade == 1, -30.0)
            down, across = torch.log_softmax(sharp, 0), torch.log_softmax(sharp, 1)
            loss = loss - recipe.contrast * (down[good].mean() + across[good].mean())
        losses.append(loss)
    return torch.stack(losses).mean()


def judge(encoder: ClaimEncoder, groups: Sequence[Group]) -> str:
    """Return how well cosines find the links of groups that were held out."""
    told = []
    for kind in KINDS:
        scores, grades = [], []
        for group in groups:
            if group.kind != kind:
                continue
            vectors = {piece.id: encoder.read(piece.sentences) for piece in _english(group)}
            for left, right in group.pairs():
                if left.id in vectors and right.id in vectors:
                    scores.append(vectors[left.id] @ vectors[right.id].T)
                    grades.append(group.grades(left, right))
        if scores:
            hubless = [without_hubs(table) for table in scores]
            alone, less = average_precision(scores, grades), average_precision(hubless, grades)
            first = precision_at_ten(hubless, grades)
            told.append(f"{kind} AP {alone:.3f}, without hubs {less:.3f}, P@10 {first:.3f}")
    return "; ".join(told)
