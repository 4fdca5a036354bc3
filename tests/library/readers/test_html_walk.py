# SPDX-License-Identifier: MIT
"""Elements that hold nothing but words are taken in one step, and come out as all others do."""

from __future__ import annotations

import gc

import pytest

from diptych.library.readers import html
from library.samples import PROSE, article_from

PAGES = {
    "paragraphs": f"<p>{PROSE}</p>\n <p> two\n  words\t</p><p></p><p> \u00a0</p>a<p>so ↩</p>",
    "glued": "<div>one</div><div>Two</div><span>Lee</span><b>Reporter</b><p>three</p>after",
    "table": "<table><tr><td>North</td><th>12</th></tr> <tr><td>one</td></tr></table><td>out</td>",
    "lists": "<ol start=3><li>one</li><li>two<p>more</p><p>yet</p></li><ul><li>in</li></ul></ol>",
    "items astray": "<li>alone</li><dl><dt>what</dt><dd><p>it is</p><div>and is</div></dd></dl>",
    "code": "<pre><div>  one\n  two</div><p>three\n</p></pre>",
    "links": f"<a href=x><p>a link</p> <div>{PROSE}</div></a><p>none</p>",
    "headings": f"<h2><div>A part ¶</div></h2><h3><p>{PROSE}</p></h3><h2>never ended <p>so</p>",
    "captions": "<figure><figcaption><p>one</p><div>two</div></figcaption></figure><p>out</p>",
    "quotations": "<blockquote><p>one</p><blockquote><div>two</div></blockquote></blockquote>",
    "ruby": "<p><ruby>字<rp>(</rp><rt><div>ji</div></rt></ruby></p><p>after</p>",
    "hidden": "<p>a <span hidden>b<p>c</p></span> d</p><div>e</div>",
    "notes": "<p>back<sup>1</sup></p><p>1</p><sup><p>2</p></sup>",
    "remarks": "<p><!-- one --></p><p>two<!-- three -->four</p><div>five</div><!-- six -->seven",
    "aloud": "<q><p>said</p></q> <label><p>a</p></label><button><div>b</div></button>",
}


@pytest.mark.parametrize("name", PAGES)
def test_elements_of_words_alone_come_out_as_if_they_were_walked_into(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once, _ = html.walk_page(f"<body>{PAGES[name]}</body>")
    monkeypatch.setattr(html, "PLAIN", frozenset())

    step_by_step, _ = html.walk_page(f"<body>{PAGES[name]}</body>")

    assert at_once.fragments == step_by_step.fragments
    assert at_once.parents == step_by_step.parents
    assert (at_once.tags, at_once.names) == (step_by_step.tags, step_by_step.names)
    assert (at_once.marks, at_once.depth) == (step_by_step.marks, step_by_step.depth)


@pytest.mark.parametrize("is_collecting", [True, False])
def test_garbage_is_collected_after_an_article_is_read_if_it_was_before(
    is_collecting: bool,
) -> None:
    (gc.enable if is_collecting else gc.disable)()
    try:
        article_from(PROSE)

        assert gc.isenabled() == is_collecting
    finally:
        gc.enable()
