# SPDX-License-Identifier: MIT
"""Corrects what is known of an article; the file itself is never changed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from diptych.text.calendar import is_iso_date
from diptych.ui.parts.controls import ChoiceBox, set_ink
from diptych.ui.parts.sheet import Sheet
from diptych.values import dataclass

# What texts are found in, most of all where the encoding had to be guessed.
ENCODINGS = ("utf-8", "utf-16", "cp1251", "koi8-r", "koi8-u", "cp866", "gb18030", "big5hkscs",
             "cp932", "euc_jp", "cp949", "cp1252", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256",
             "cp1257", "iso8859-2", "iso8859-5")  # fmt: skip


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What a reader may correct of an article; ``date`` is ISO 8601 or empty.

    An empty ``encoding`` is one that cannot be chosen, as in a PDF; ``remarks``
    are what was noticed while reading.
    """

    title: str
    authors: tuple[str, ...] = ()
    date: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    direction: str = "ltr"
    encoding: str = ""
    remarks: tuple[str, ...] = ()
    short_name: str = ""


def split_list(typed: str) -> tuple[str, ...]:
    """Return the parts of what was typed between semicolons, or else between commas."""
    # "Lindqvist, Ada; Li, Wei": between semicolons a comma belongs to a name.
    mark = ";" if ";" in typed else ","
    return tuple(part.strip() for part in typed.split(mark) if part.strip())


class EditArticle(Sheet):
    """Edits title, authors, date, source and tags of one article."""

    changed = Signal(object)  # ArticleFacts
    restore_requested = Signal()  # back to what the file says

    def __init__(self, facts: ArticleFacts, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Edit article"))
        self.heading.setText(self.tr("Title, author, date"))
        self.say(self.tr("Corrections are kept in the library; the file is not changed."))
        self._facts = facts
        self._build()
        self.show_facts(facts)

    def show_facts(self, facts: ArticleFacts) -> None:
        """Fill the boxes."""
        self._facts = facts
        self._title.setText(facts.title)
        self._short_name.setText(facts.short_name)
        self._authors.setText("; ".join(facts.authors))
        self._date.setText(facts.date)
        self._source.setText(facts.source)
        self._tags.setText(", ".join(facts.tags))
        self._language.setText(facts.language)
        self._direction.setCurrentIndex(max(0, self._direction.findData(facts.direction)))
        # One that is not listed is kept as it is.
        if self._encoding.findData(facts.encoding) < 0:
            self._encoding.addItem(facts.encoding, facts.encoding)
        self._encoding.setCurrentIndex(self._encoding.findData(facts.encoding))
        # Its label goes too; of a box that is merely hidden it would stay.
        self._form.setRowVisible(self._encoding, bool(facts.encoding))
        # Qt shows the end of what is set, of a long title the words that matter least.
        for box in self.findChildren(QLineEdit):
            box.setCursorPosition(0)
        self._remarks.setText("\n".join(facts.remarks))
        self._remarks.setVisible(bool(facts.remarks))

    def facts(self) -> ArticleFacts:
        """Return what stands in the boxes."""
        return ArticleFacts(
            # No article is without a title.
            title=self._title.text().strip() or self._facts.title,
            authors=split_list(self._authors.text()),
            date=self._date.text().strip(),
            source=self._source.text().strip(),
            tags=split_list(self._tags.text()),
            # “EN” and “en” are one language.
            language=self._language.text().strip().lower(),
            direction=str(self._direction.currentData()),
            encoding=str(self._encoding.currentData()),
            remarks=self._facts.remarks,
            # It stands in lists, on one line.
            short_name=" ".join(self._short_name.text().split()),
        )

    def sizeHint(self) -> QSize:
        return QSize(480, 430)

    def _build(self) -> None:
        self._form = form = QFormLayout()
        # In some languages the labels leave too little room beside them.
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._title = self._box(form, self.tr("&Title"), "")
        self._authors = self._box(form, self.tr("&Authors"), self.tr("Ada Lindqvist; Li Wei"))
        self._date = self._box(form, self.tr("&Date"), self.tr("2025-02-14, 2025-02 or 2025"))
        self._source = self._box(form, self.tr("&Source"), self.tr("where it was published"))
        self._short_name = self._box(
            form, self.tr("S&hort name"), self.tr("draft 1, KJV: tells it from another")
        )
        self._tags = self._box(form, self.tr("Ta&gs"), self.tr("harbour, ferries"))
        self._language = self._box(form, self.tr("&Language"), self.tr("its code: en, ru, zh"))
        self._direction = ChoiceBox(self.tr("Reading direction"))
        self._direction.addItem(self.tr("Left to right"), "ltr")
        self._direction.addItem(self.tr("Right to left"), "rtl")
        form.addRow(self.tr("Rea&ding direction"), self._direction)
        self._encoding = ChoiceBox(self.tr("Read the file as"))
        for encoding in ENCODINGS:
            self._encoding.addItem(encoding, encoding)
        form.addRow(self.tr("Read the file &as"), self._encoding)
        self._remarks = QLabel()
        self._remarks.setWordWrap(True)
        self.body.addWidget(self._remarks)
        self._problem = QLabel()
        self._problem.hide()
        set_ink(self._problem, self.values.color("warning"))
        self.body.addLayout(form)
        self.body.addWidget(self._problem)
        self.body.addStretch(1)
        role = QDialogButtonBox.ButtonRole
        self._save = self.buttons.addButton(self.tr("Save"), role.AcceptRole)
        self._save.setDefault(True)
        self.buttons.addButton(self.tr("Cancel"), role.RejectRole)
        restore = self.buttons.addButton(self.tr("As in the file"), role.ResetRole)
        restore.setToolTip(self.tr("Forget the corrections"))
        restore.clicked.connect(self.restore_requested)
        self.buttons.accepted.connect(self._save_facts)
        self.buttons.rejected.connect(self.reject)
        self._date.textChanged.connect(self._check)

    def _box(self, form: QFormLayout, label: str, hint: str) -> QLineEdit:
        box = QLineEdit()
        box.setPlaceholderText(hint)
        box.setAccessibleName(label.replace("&", ""))
        form.addRow(label, box)
        return box

    def _check(self) -> None:
        good = is_iso_date(self._date.text().strip())
        self._problem.setText(
            "" if good else self.tr("A date is written 2025-02-14, 2025-02 or 2025.")
        )
        self._problem.setVisible(not good)
        # What is no date could not be sorted by.
        self._save.setEnabled(good)

    def _save_facts(self) -> None:
        self.changed.emit(self.facts())
        self.accept()
