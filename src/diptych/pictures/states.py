# SPDX-License-Identifier: MIT
"""The states of the window that the documentation shows, and how to get there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from diptych.notes.export.profiles import Format
from diptych.pictures import drafts
from diptych.pictures.screenshot import Stage
from diptych.services import samples
from diptych.ui.export.dialog import ExportDialog
from diptych.ui.overview.matrix import Matrix
from diptych.ui.story.dialog import StoryDialog
from diptych.values import dataclass

USUAL = (1280, 800)
WIDE = (1440, 900)
NARROW = (1024, 640)
SMALL = (900, 600)
LARGE = (2560, 1440)
FIRST_DIFFERENCE = 4  # steps of a brief, after the three agreements
RETOLD = "would bid for"  # a claim that more than two of the samples tell
LONG = 99  # characters of a passage worth opening
FAR_APART = 40  # matches in; where bands of long texts lead out of view

# Two short texts of our own that are written from right to left.
_RIGHT_TO_LEFT = {
    "קול המזח.md": """# הצבעת הנמל, חודש אחרי

מאת רות אלמוג

המועצה הצביעה ביום שני על הסכם המעבורות. ארבעה עשר חברים תמכו ואחד עשר התנגדו.

„אי אפשר ליישב את עניין הנמל בשיחה אחת”, אמר יושב ראש ועדת העבודות.

בשנה שעברה נסעו בסירת הלילה 41,000 נוסעים, שליש מהם עובדי משמרות. (The *Night Boat*, 2024)

התושבים ברציף הצפוני חוששים שהם ישלמו את המחיר, ואיש לא שאל אותם.
""",
    "מכתב מן האי.md": """# מה שהסכם המעבורות משאיר בחוץ

מאת דוד שני

האי חיכה להסכם שנים. בסירת הלילה נסעו בשנה שעברה 46,000 נוסעים, כך לפי משרד הנמל.

היושב ראש היה זהיר: „אי אפשר ליישב את עניין הנמל בשיחה אחת”, אמר.

איש לא שאל את המבטחים, והם מחזיקים בחוזה הרציף עד סוף השנה.
""",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file name, the look of the window, and what is done before.

    ``articles`` returns the files for the left and the right side, made in the
    folder that is given where the samples do not serve. ``scale`` is the
    screen's, 2 for twice as many pixels to a point.
    """

    name: str
    prepare: Callable[[Stage], None] = lambda _: None
    articles: Callable[[Path], tuple[Path, ...]] = lambda _: samples.sample_pair()
    theme: str = "light"
    size: tuple[int, int] = USUAL
    scale: int = 1
    language: str = "en"
    has_library: bool = True


# Articles that are put side by side


def _nothing(_folder: Path) -> tuple[Path, ...]:
    return ()


def _left_alone(_folder: Path) -> tuple[Path, ...]:
    return samples.sample_pair()[:1]


def _chinese(_folder: Path) -> tuple[Path, ...]:
    chinese = next(path for path in samples.sample_paths() if path.stem.endswith("-zh"))
    return chinese, samples.sample_pair()[1]


def _right_to_left(folder: Path) -> tuple[Path, ...]:
    return _written(folder, _RIGHT_TO_LEFT)


# Bands of short texts all end in view.
def _long(folder: Path) -> tuple[Path, ...]:
    """Bind the samples to two books, every other one to each."""
    written = [path for path in samples.sample_paths() if path.suffix == ".md"]
    written += [path for path in samples.sample_paths() if path.suffix == ".txt"]
    books = {"The winter papers": written[::2], "The summer papers": written[1::2]}
    for title, chapters in books.items():
        texts = [f"# {title}", *(path.read_text(encoding="utf-8") for path in chapters)]
        (folder / f"{title}.md").write_text("\n\n".join(texts), encoding="utf-8")
    return tuple(folder / f"{title}.md" for title in books)


def _written(folder: Path, texts: dict[str, str]) -> tuple[Path, ...]:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tuple(folder / name for name in texts)


def _drafts(folder: Path) -> tuple[Path, ...]:
    texts = {"lease, draft 1.md": drafts.FIRST_DRAFT, "lease, draft 2.md": drafts.SECOND_DRAFT}
    return _written(folder, texts)


def _papers(folder: Path) -> tuple[Path, ...]:
    return _written(folder, {"holm.md": drafts.FIRST_PAPER, "moe.md": drafts.SECOND_PAPER})


# What is done before a picture is taken


def _do(stage: Stage, *action_ids: str) -> None:
    for action_id in action_ids:
        stage.window.actions_by_id[action_id].trigger()


def _jump(stage: Stage) -> None:
    _do(stage, "next-match", "next-match")


def _jump_far(stage: Stage) -> None:
    _do(stage, *["next-match"] * FAR_APART)


def _search(stage: Stage) -> None:
    # Results are shown only while the field has the keyboard.
    stage.window.activateWindow()
    _do(stage, "search")
    stage.window.toolbar.search.setText("night boat")
    stage.wait_for(stage.window.results.isVisible)


def _find(stage: Stage) -> None:
    _do(stage, "find")
    stage.window.find_bar.words.setText("night boat")


def _note(stage: Stage) -> None:
    _jump(stage)
    notes = stage.diptych.states.notes
    stage.wait_for(lambda: bool(notes.pair_notes))
    notes.edit(notes.pair_notes[0].note.id)
    stage.wait_for(stage.window.editor.isVisible)


def _notes(stage: Stage) -> None:
    stage.window.tabs.setCurrentWidget(stage.window.notes)


def _only_here(stage: Stage) -> None:
    stage.window.tabs.setCurrentWidget(stage.window.only_here)
    # In the texts too, where one sees how much it is.
    stage.window.only_here_presenter.mark(True)


def _differences(stage: Stage) -> None:
    _do(stage, "next-difference", "next-difference")


def _changes(stage: Stage) -> None:
    stage.wait_for(lambda: stage.diptych.states.changes.is_versions)
    stage.settle()
    _do(stage, "next-difference", "next-difference")


def _source(stage: Stage) -> None:
    found = stage.diptych.states.pair.found
    stage.wait_for(lambda: bool(found.matches))
    # A work that both cite is no claim, and no step through the claims leads to it.
    found.choose(next(n for n, match in enumerate(found.matches) if not match.is_claim))


def _woven_at_once(stage: Stage) -> None:
    _do(stage, "woven")
    view = stage.window.retellings.woven.view
    stage.wait_for(lambda: bool(stage.diptych.states.woven.rows) and view.page is not None)
    stage.wait_for(lambda: not view.is_setting)


def _woven(stage: Stage) -> None:
    """Read both as one, the wordings of the first long passage that both have open."""
    _woven_at_once(stage)
    rows, view = stage.diptych.states.woven.rows, stage.window.retellings.woven.view
    told = ((n, row) for n, row in enumerate(rows) if row.left_text and row.right_text)
    first = next(n for n, row in told if len(row.text) > LONG and not row.differs)
    view.toggle_at(view.document().findBlockByNumber(first))


def _brief(stage: Stage) -> None:
    _do(stage, "brief")
    for _ in range(FIRST_DIFFERENCE):
        stage.window.retellings.brief.go_on()


def _story(stage: Stage) -> None:
    found, articles = stage.diptych.states.pair.found, stage.diptych.states.pair.articles()
    assert articles is not None
    told = ((n, found.matches[n].left.of(articles[0].text)) for n in found.visible)
    found.choose(next(number for number, words in told if RETOLD in words))
    _do(stage, "story")
    stage.wait_for(stage.shows_dialog)
    dialog = stage.window.findChild(StoryDialog)
    assert dialog is not None
    stage.wait_for(lambda: bool(dialog.tellers()))


def _legend(stage: Stage) -> None:
    _jump(stage)
    _do(stage, "legend")
    stage.wait_for(stage.shows_dialog)


def _report(stage: Stage) -> None:
    """Have the pages of the report in view before they are written."""
    _do(stage, "export-report")
    stage.wait_for(stage.shows_dialog)
    dialog = stage.window.findChild(ExportDialog)
    assert dialog is not None
    dialog.choose_format(Format.REPORT_PDF.value)
    # Pages are set in steps, and the dialog is there before them.
    stage.wait_for(dialog.shows_pages)


def _overview(stage: Stage) -> None:
    # Joined before the overview is opened: what is counted soon would be missed.
    is_counted: list[bool] = []
    progressed = stage.diptych.states.companions.progressed
    progressed.connect(lambda done, total: is_counted.append(done == total))
    _do(stage, "overview")
    stage.wait_for(lambda: is_counted[-1:] == [True])
    stage.settle()
    matrix = stage.window.overview.findChild(Matrix)
    assert matrix is not None
    left, right = (_place_of(side, matrix) for side in stage.diptych.states.pair.pinned_ids())
    matrix.setCurrentIndex(matrix.model().index(left, right))


def _place_of(article_id: str, matrix: Matrix) -> int:
    return [article.id for article in matrix.articles()].index(article_id)


def _opens(action_id: str) -> Callable[[Stage], None]:
    """Return the step that opens the dialog of an action."""

    def open_dialog(stage: Stage) -> None:
        _jump(stage)
        _do(stage, action_id)
        stage.wait_for(stage.shows_dialog)

    return open_dialog


def _in_every_look(name: str, prepare: Callable[[Stage], None]) -> tuple[Picture, ...]:
    """Return a view in three themes, on a small and a large screen and at 200 %."""
    return (
        Picture(name, prepare, size=WIDE),
        Picture(f"{name}-dark", prepare, theme="dark", size=SMALL),
        Picture(f"{name}-sepia", prepare, theme="sepia", size=LARGE),
        Picture(f"{name}-200", prepare, size=SMALL, scale=2),
    )


PICTURES = (
    Picture("first-start", articles=_nothing, has_library=False),
    Picture("one-pinned", articles=_left_alone),
    Picture("reading-light", _jump, size=WIDE),
    Picture("reading-dark", _jump, theme="dark", size=WIDE),
    Picture("reading-sepia", _jump, theme="sepia"),
    Picture("long-texts", _jump_far, _long),
    Picture("right-to-left", articles=_right_to_left),
    Picture("chinese", articles=_chinese),
    Picture("narrow", _jump, size=NARROW),
    Picture("only-here", _only_here),
    Picture("changes", _changes, _drafts, size=SMALL),
    Picture("same-source", _source, _papers, size=SMALL),
    Picture("overview", _overview, size=WIDE),
    *_in_every_look("differences", _differences),
    *_in_every_look("woven", _woven),
    Picture("woven-right-to-left", _woven_at_once, _right_to_left),
    *_in_every_look("brief", _brief),
    *_in_every_look("story", _story),
    *_in_every_look("legend", _legend),
    *_in_every_look("report", _report),
    Picture("search", _search),
    Picture("find", _find),
    Picture("note", _note),
    Picture("notes", _notes),
    Picture("export", _opens("export-pair")),
    Picture("palette", _opens("palette")),
    Picture("shortcuts", _opens("shortcuts")),
    Picture("appearance", _opens("appearance")),
    Picture("in-chinese", _jump, language="zh_CN"),
    Picture("in-russian", _jump, language="ru", theme="dark"),
)
