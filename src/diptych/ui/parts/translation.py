# SPDX-License-Identifier: MIT
"""The language of the interface: which one it is, and Qt's translators for it.

The words stand in ``resources/i18n``: ``.ts`` files to work on and the ``.qm``
files made from them; ``python3 dev.py translate`` renews both.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from diptych import assets
from diptych.translatable import Translatable

SYSTEM = "system"
LANGUAGES = {"en": "English", "zh_CN": "中文", "ru": "Русский"}  # each in its own words
_INSTALLED = "diptych-translator"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001
    """Mark a text for Qt's translation tools, which know this name."""
    return text


def told(words: str) -> str:
    """Return what was said below the window in the language that is spoken.

    Numbers are grouped, and languages named, as the reader does.
    """
    if not isinstance(words, Translatable):
        return words
    if not words.parts:
        return QCoreApplication.translate("Translatable", words.template)
    parts = {name: _told_part(value) for name, value in words.parts.items()}
    code = parts.pop("language_code", "")
    if code:
        parts["language"] = language_name(code)
    return QCoreApplication.translate("Translatable", words.template).format(**parts)


def _told_part(value: str | int) -> str:
    return QLocale().toString(value) if isinstance(value, int) else told(value)


def language_name(code: str) -> str:
    """Return a language's name in its own words, or its code."""
    native = QLocale(code).nativeLanguageName()
    return native[:1].upper() + native[1:] if native else code


def language_of(chosen: str, preferred: Iterable[str] | None = None) -> str:
    """Return the language to speak: the chosen one, or the first preferred one we have.

    ``preferred`` are language tags such as ``zh-Hans-CN``, best first; by default
    those that the system names.
    """
    if chosen in LANGUAGES:
        return chosen
    tags = QLocale.system().uiLanguages() if preferred is None else preferred
    for tag in tags:
        for language in LANGUAGES:
            # By the language alone: zh-TW finds zh_CN, for it is the only Chinese there is.
            if tag.replace("_", "-").split("-")[0] == language.split("_")[0]:
                return language
    return "en"


def speak(application: QCoreApplication, chosen: str) -> str:
    """Make the application speak a language from now on and return which.

    What is already on screen keeps its words: build windows afterwards.
    """
    language = language_of(chosen)
    QLocale.setDefault(QLocale(language))  # names of months
    for old in application.findChildren(QTranslator, _INSTALLED):
        application.removeTranslator(old)
        # To remove it from the application does not free it.
        old.deleteLater()
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # The last one installed is asked first.
    for name, folder in (("qtbase", of_qt), ("diptych", str(assets.resource_path("i18n")))):
        translator = QTranslator(application)
        translator.setObjectName(_INSTALLED)
        if translator.load(f"{name}_{language}", folder):
            application.installTranslator(translator)
    return language
