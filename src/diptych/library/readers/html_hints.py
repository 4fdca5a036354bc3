# SPDX-License-Identifier: MIT
"""What an element says of itself, by its tag, role and class names: furniture, byline, hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping

from diptych.patterns import late_pattern
from diptych.values import dataclass

HIDDEN = "hidden on the page"
ARTICLE_FOOT = "after the article"
UNSEEN = "hidden by its class"
GALLERY = "picture gallery"
LICENCE = "Project Gutenberg licence"
LINE_NUMBERS = "line numbers"
_AREAS = {
    "nav": "navigation",
    "footer": "page footer",
    "aside": "beside the article",
    "form": "form",
    "button": "button",
    "select": "form",
    "textarea": "form",
    "noscript": "shown only without scripts",
    "dialog": "dialog",
    "search": "form",
    "amp-ad": "advertisement",
    "amp-embed": "advertisement",
    "amp-sidebar": "navigation",
    "amp-consent": "dialog",
}
_ROLES = {
    "navigation": "navigation",
    "contentinfo": "page footer",
    "complementary": "beside the article",
    "search": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "menu": "navigation",
    "menubar": "navigation",
}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# style="display: none"
_HIDDEN_STYLE = late_pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# class="post-comments", id="sharebar": the names of a page's parts that are not its article.
_HINT_WORDS = {
    "comments": "comments?|disqus|replies|commentlist|respond",
    "share buttons": "share|sharing|social|addthis|sharedaddy|sharebar",
    "related links": "related|recommend(?:ed|ations)?|more-?(?:news|stories|from)|trending|promo"
    "|read-?(?:more|next|also)|most-?(?:read|popular)|popular|outbrain|taboola|teasers?",
    "advertisement": "ads?|advert(?:isement|ising)?|sponsor(?:ed)?|banner-ad|ad-slot",
    "navigation": "breadcrumbs?|pagination|pager|menu|navbar|nav|navigation|toc|skip-?link"
    "|screen-reader-text|sidebar|widget-area",
    "page footer": "site-?footer|page-?footer|colophon|footer",
    "reading time": "read(?:ing)?-?time",
}
_HINTS = (
    (
        "cookie notice",
        late_pattern(
            r"cookie-?(?:banner|notice|consent|bar|law|popup)|(?:gdpr|consent|privacy)[_-]?"
            r"(?:banner|manager|notice|bar|popup|modal|overlay|dialog|box|message|cookie)"
        ),
    ),
    ("sign-up", late_pattern("newsletter|subscri(?:be|ption)|sign-?up|paywall|registration")),
    *(
        (reason, late_pattern(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])"))
        for reason, words in _HINT_WORDS.items()
    ),
    (
        UNSEEN,  # whole names: “hidden-xs” and “hidden md:block” show on other screens
        late_pattern(r"(?:^|\s)(?:hide|(?:is-|visually-?)?hidden|d-none|sr-only)(?:$|\s)(?!.*:)"),
    ),
)
# class="social-media-embed", class="twitter-tweet": what the article quotes from elsewhere
_EMBEDDED = late_pattern(r"embed|tweet(?!er)")
# class="byline", class="article-author"
_BYLINE_HINT = late_pattern(r"byline|(?:^|[\s_-])(?:authors?|writer|autor)(?:$|[\s_-])")
# class="entry-date", class="post-timestamp"
_DATE_HINT = late_pattern(
    r"(?:^|[\s_-])(?:date|dateline|pubdate|published|posted-on|timestamp|entry-date)(?:$|[\s_-])"
)
# class="article-intro", class="c-standfirst"
_DECK_HINT = late_pattern(
    r"(?:^|[\s_-])(?:standfirst|subtitle|sub-?headline|dek|deck|article-?(?:summary|intro)|lede)"
    r"(?:$|[\s_-])"
)
# class="wp-caption-text" (WordPress), class="photo-credit"
_CAPTION_HINT = late_pattern(
    r"(?:^|[\s_-])(?:wp-caption-text|caption|photo-?credit|image-?credit)(?:$|[\s_-])"
)
# class="footnotes"; LibreOffice writes id="sdfootnote1", Word class=MsoFootnoteText.
_NOTE_HINT = late_pattern(
    r"(?:^|[\s_-])(?:foot|end)notes?(?:$|[\s_-])|(?:^| )sdfootnote\d"
    r"|(?:^|\s)(?:side|margin)-?note(?:$|\s)|(?:^|\s)mso(?:foot|end)notetext(?:$|\s)"
)
# What a class sets beside a line of text or takes out of it: the number of the printed page that
# begins there, the link to change a section, the words for those who hear the page, a note.
_BESIDE = {
    HIDDEN: late_pattern(r"(?:^|\s)(?:page-?num(?:ber)?|page-?no|(?:mw-)?editsection)(?:$|\s)"),
    "note": late_pattern(r"(?:^|\s)(?:(?:side|margin)-?note|tooltip-?(?:text|content))(?:$|\s)"),
    UNSEEN: late_pattern(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text)(?:$|\s)"),
    "reading time": late_pattern(r"(?:^|[\s_-])read(?:ing)?-?time(?:$|[\s_-])"),
}
# class="lineno", class="hljs-ln-numbers", class="ln": the number of a line of code
_CODE_LINE = late_pattern(
    r"(?:^|\s)(?:line-?no(?:s|-)?|line-?numbers?|lnt?|hljs-ln-numbers|gutter|blob-num)(?:$|\s)"
)
_NOTE_ROLES = ("doc-endnotes", "doc-footnote", "footnotes", "footnote", "endnotes", "rearnotes")
# class="footnote-anchor", class="footnoteRef", class="sdfootnoteanc": a mark as a link
_MARK_NAMES = late_pattern(r"(?:^|\s)(?:sd)?(?:foot|end)note-?(?:anchor|anc|ref)(?:$|\s)")
_MARK_ROLES = ("doc-noteref", "noteref")
# The readable twin that Wikipedia, KaTeX and MathJax hide beside a drawn formula.
FORMULA_NAMES = ("mwe-math", "katex-mathml", "MJX_Assistive_MathML", "mjx-assistive-mml")
_FORMULA = late_pattern(rf"\b(?:{'|'.join(FORMULA_NAMES)})")
# class="latex", class="emoji", class="wp-smiley"
_FORMULA_PICTURE = late_pattern(r"(?:^|[\s_-])(?:latex|tex|math|equation|eqn?)(?:$|[\s_-])")
_SIGN_PICTURE = late_pattern(r"emoji|smiley|emoticon")
_LONGEST_FORMULA, _LONGEST_SIGN = 300, 12  # characters


@dataclass(frozen=True, slots=True)
class Marks:
    """What one element says of itself; empty where it says nothing.

    ``area`` is why its place is not the article's ("navigation"), ``hint`` what
    its class names suggest, ``role`` what its text is (byline, date, deck,
    caption, note). ``names`` are its class names, by which its like are found.
    """

    area: str = ""
    hint: str = ""
    role: str = ""
    names: str = ""

    def __bool__(self) -> bool:
        return bool(self.area or self.hint or self.role)


NO_MARKS = Marks()


def marks_of(tag: str, attributes: Mapping[str, str]) -> Marks:
    """Return what an element says of itself."""
    area = _AREAS.get(tag, "")
    if not attributes:
        return Marks(area) if area else NO_MARKS
    area = area or _ROLES.get(attributes.get("role", ""), "")
    if is_hidden(attributes):
        area = area or HIDDEN
    id = "" if tag in _HEADINGS else attributes.get("id", "")  # a heading's is made of its words
    names = f"{attributes.get('class', '')} {id}"[:400].lower()
    if "pg-boilerplate" in names:
        area = LICENCE
    elif "wm-ipp" in names:
        area = "navigation"  # the bar of the archive that kept the page
    hint = role = ""
    if names != " ":
        hint, role = _hint_of(names), _role_of(names)
    if _is_note(attributes):
        role = "note"
    if "author" in attributes.get("itemprop", "") or attributes.get("rel") == "author":
        role = role or "byline"
    if not (area or hint or role):
        return NO_MARKS
    return Marks(area, hint, role, attributes.get("class", "")[:400].lower().strip())


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Tell whether the page hides an element; the words of a drawn formula count as shown."""
    if "hidden" in attributes and attributes.get("hidden") != "until-found":
        return True
    # The number of the printed page that begins here, in the middle of a sentence.
    if "pagebreak" in attributes.get("epub:type", "") or attributes.get("role") == "doc-pagebreak":
        return True
    style = attributes.get("style", "")
    if not style or _HIDDEN_STYLE.search(style[:500]) is None:
        return False
    return not _FORMULA.search(attributes.get("class", "")[:400])


def beside_the_line(
    attributes: Mapping[str, str], *, in_code: bool, in_heading: bool
) -> Marks | None:
    """Return what takes an element out of the line that it stands in, or None."""
    names = attributes.get("class", "")[:400].lower()
    if not names:
        return None
    if in_code and _CODE_LINE.search(names):
        return Marks(LINE_NUMBERS, names=names)
    reason = next((reason for reason, each in _BESIDE.items() if each.search(names)), "")
    # Elsewhere it may be the “By” before a name.
    if reason == UNSEEN and not in_heading:
        return None
    if reason == "note":
        return Marks(role=reason, names=names)
    if reason:
        return Marks(HIDDEN, names=names) if reason == HIDDEN else Marks(hint=reason, names=names)
    return None


def picture_text(attributes: Mapping[str, str]) -> str:
    """Return what a picture in a line says in the place of a sign or a formula."""
    text, names = attributes.get("alt", "").strip(), attributes.get("class", "")[:400].lower()
    if _FORMULA_PICTURE.search(names) and len(text) <= _LONGEST_FORMULA:
        return text
    is_sign = bool(text) and len(text) <= _LONGEST_SIGN and not any(c.isalnum() for c in text)
    return text if is_sign and (_SIGN_PICTURE.search(names) or text[0] >= "\u2600") else ""


def is_drawn_formula(tag: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether an element draws a formula whose letters stand beside it once more."""
    is_drawn = "katex-html" in attributes.get("class", "") or tag in ("nobr", "mjx-math")
    return is_drawn and attributes.get("aria-hidden") == "true"


def is_note_mark(tag: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether an element is the raised mark of a footnote."""
    if any(attributes.get(name) in _MARK_ROLES for name in ("role", "epub:type")):
        return True
    names = attributes.get("class", "")[:400].lower() if tag == "a" else ""
    return tag == "sup" or bool(names and _MARK_NAMES.search(names))


def _hint_of(names: str) -> str:
    hint = next((reason for reason, pattern in _HINTS if pattern.search(names)), "")
    return "" if hint == "share buttons" and _EMBEDDED.search(names) else hint


def _role_of(names: str) -> str:
    if _DECK_HINT.search(names):
        return "deck"
    if _BYLINE_HINT.search(names):
        return "byline"
    if _DATE_HINT.search(names):
        return "date"
    if _NOTE_HINT.search(names):
        return "note"
    return "caption" if _CAPTION_HINT.search(names) else ""


def _is_note(attributes: Mapping[str, str]) -> bool:
    """Tell whether a book or page says that an element holds footnotes."""
    return any(attributes.get(name) in _NOTE_ROLES for name in ("role", "epub:type"))
