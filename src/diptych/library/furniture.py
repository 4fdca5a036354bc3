# SPDX-License-Identifier: MIT
"""Lines that belong to a web page and not to its article.

Every pattern must match a whole line and sees at most 300 characters of it.
"""

from __future__ import annotations

import re

from diptych.patterns import late_pattern

LONGEST = 300
_LONGEST_PHRASE = 5  # words that a link may have and still end in a full stop


def _any_of(phrases: str) -> re.Pattern[str]:
    """Return one pattern for phrases written one or more to a line, with bars between."""
    return re.compile(f"(?:{'|'.join(phrases.split(chr(10))[1:-1])})", re.IGNORECASE)


# The keys are the reasons that a reader is told.
_FOLDED = {
    "comment form": r"""
leave a (?:reply|comment)(?: cancel reply)?|your email address will not be published\.?.*
required fields are marked.*|you may use these html tags.*|comments?(?: ?\(\d+\)| \d+)?
\d+ (?:comments?|replies|responses)|cancel(?: reply)?|post (?:a )?comment|add (?:a )?comment
name ?\*|e-?mail ?\*|website|save my name.*|reply|submit(?: comment)?|notify me of.*
write a comment.*|join the (?:conversation|discussion)|log ?in to (?:comment|reply)
comments are closed\.?|be the first to comment.*|view comments|show comments
kommentare?(?: (?:geschlossen|deaktiviert|schließen))?(?: \(\d+\))?|\d+ kommentare?
(?:noch )?keine kommentare.{0,40}|jetzt kommentieren
kommentar schreiben|laisser un commentaire|commentaires?|deja una respuesta|comentarios?
оставить комментарий|комментарии|发表评论|评论|我要评论
""",
    "sign-up": r"""
(?:click )?register(?: now| here| for free)?|click (?:to )?register
sign ?up(?: now| for free| here)?|sign ?in|log ?in|subscribe(?: now| today)?
subscribe to (?:our|the) .{0,60}|sign up (?:for|to) (?:our|the) .{0,80}|try premium .{0,80}
for free with .{0,60}|start (?:your|a) free trial.{0,40}|get (?:our|the) newsletter.{0,40}
newsletter(?: sign-?up)?
already (?:a (?:member|subscriber)|have an account|registered)\?.{0,40}
create (?:an )?account|become a (?:member|subscriber|supporter)
(?:enter )?your e-?mail(?: address)?|donate(?: now)?|jetzt abonnieren|abonnieren|anmelden
registrieren|zum newsletter .{0,40}|.{0,40}newsletter (?:anmelden|abonnieren|bestellen).{0,20}
(?:subscribe|sign up)(?: now)? (?:to|for) .{0,140}
(?:never|don['’]t) miss .{0,100}(?:sign|subscrib).{0,100}
suscríbe(?:te|ase) .{0,100}|hazte (?:miembro|socio)\b.{0,80}|abonnez-vous.{0,100}|iscriviti .{0,100}
s['’]abonner|s['’]inscrire|suscríbete|regístrate|iniciar sesión|iscriviti
accedi|подписаться|войти|регистрация|登录|注册|订阅
""",
    "share buttons": r"""
share(?: this)?(?: (?:post|article|story|page))?(?: (?:on|via|with) .{0,30})?|share on:?
facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|e-?mail|copy link
tweet(?: this)?|print(?: this)?(?: (?:page|article))?|click to share on .{0,40}
(?:social )?(?:share|sharing)(?: (?:buttons|links|options))?|social (?:share|media|links)
(?:follow|find|like|join) (?:us|me|\S+(?: \S+){0,3}) on (?:twitter|facebook|instagram|x)\b.{0,120}
(?:folge|folgen sie) (?:uns|mir)\b.{0,80}|suivez-nous\b.{0,80}|síguenos\b.{0,80}|seguici\b.{0,80}
follow us(?: on .{0,40})?|like this:?|teilen|drucken|partager|imprimer|compartir|imprimir
condividi|поделиться|分享(?:到)?|打印|save(?: article| for later)?|bookmark
""",
    "cookie notice": r"""
accept(?: all)?(?: cookies)?|reject all|cookie (?:settings|preferences|policy)
manage (?:cookies|preferences)|(?:we|this (?:site|website)) uses? cookies.{0,200}
alle akzeptieren|tout accepter|aceptar(?: todo)?
""",
    "related links": r"""
related(?: (?:articles?|posts?|stories|topics|news|content|reading|links))?:?
top (?:stories|news)
you (?:may|might) also (?:like|be interested in):?
recommended(?: for you| articles| reading)?:?|read (?:more|next|also):?|more from .{0,40}
more (?:stories|on this (?:story|topic)|news):?
most (?:read|popular|viewed|shared|recent)(?: (?:stories|articles|posts|news|today))?:?
see also:?|also read:?.{0,120}|recent posts|up next|don['’]t miss
editors?['’]s? (?:picks?|choice)|views by|sponsored(?: content)?|advertisement|ad
promoted(?: content)?|previous (?:article|post|story)|next (?:article|post|story)
mehr (?:zum thema|dazu|themen|aus .{1,40}):?
(?:bitte )?(?:auch )?(?:lesen sie|lies) (?:auch|dazu|hier)\b.{0,120}
auch (?:interessant|lesen|auf \S+|das noch)[:!]?.{0,90}
(?:das (?:könnte|dürfte) (?:dich|sie|euch) (?:auch )?interessieren)[:!]?
(?:empfohlene|verwandte|ähnliche|weitere|neueste) (?:beiträge|artikel|themen|meldungen)\b.{0,60}
(?:zum )?weiterlesen:?|weiterführende (?:links|informationen):?|siehe auch:?.{0,120}
anzeige\b.{0,80}|werbung
(?:à )?lire (?:aussi|également|la suite)\b.{0,140}|vous aimerez aussi.{0,30}
(?:sur le même sujet|articles? (?:liés?|similaires?))
(?:te|le|les) (?:puede|podría) interesar\b.{0,120}
(?:ve[ar]|lea|lee|mira|leer) (?:también|más|además)\b.{0,120}
(?:contenidos?|notas?|noticias?|artículos?) relacionad[oa]s?|más noticias.{0,40}|más sobre .{1,60}
temas(?: relacionados)?:?
(?:leia|veja|leggi|vedi) (?:também|anche|mais)\b.{0,120}|ti potrebbe interessare.{0,30}
potrebbe interessarti.{0,30}
(?:zobacz|czytaj|przeczytaj) (?:także|też|również|więcej|też)\b.{0,120}
lees (?:ook|meer|verder)\b.{0,120}|les også.{0,120}
(?:читайте|смотрите|читать) (?:также|далее|ещё|еще)\b.{0,120}
(?:похожие|другие) (?:статьи|новости|материалы)|реклама
read more: .{1,120}
(?:also|further|related) (?:read|reading|coverage|topics?|posts?|stories)\b:? ?.{0,60}
(?:you['’]ll|you will) also (?:like|love).{0,20}|what to read next|more in .{1,40}|keep reading:?
continue reading.{0,60}
相关(?:阅读|新闻|文章)|延伸阅读|热门|推荐阅读|广告
""",
    "navigation": r"""
(?:skip|jump) to (?:main )?(?:content|navigation)|menu|main menu|toggle navigation|search
home(?:page)?|back to top|top|close|open menu|next|previous|« .{0,80}|.{0,80} »|← .{0,80}
.{0,80} →|load more|show more|see all|view all|all rights reserved\.?|contact(?: us)?
about(?: us)?|privacy(?: policy)?
terms(?: (?:of (?:use|service)|and conditions|& conditions))?|imprint|sitemap|help|faq
(?:back to|view|open|see|launch) (?:all |the )?(?:gallery|photos?|images?)(?: \(\d+\))?
\d{1,3} ?(?:of|/) ?\d{1,3}|listen to (?:this|the) (?:article|story)(?:[ :·-]*[\d:]+(?: min.*)?)?
(?:\d{1,3} ?-? ?min(?:ute)?s?\.?(?: read)?|reading time:? .{1,20})|slideshow
zurück(?: zur? (?:übersicht|startseite|liste))?|nach oben
(?:print|imprimer|drucken|rezept drucken|download pdf)
vorheriges|nächstes|previous post|next post
startseite|impressum|datenschutz|accueil|inicio|главная|поиск|首页
""",
    "copyright": r"""
last (?:modified|updated|reviewed)\b.{0,60}|letzte (?:änderung|aktualisierung)\b.{0,60}
zuletzt (?:geändert|aktualisiert)\b.{0,60}
(?:all(?:e)? (?:rights|rechte) (?:reserved|vorbehalten).{0,80}|alle angaben ohne gewähr.{0,40})
dieser (?:eintrag|beitrag|artikel) wurde .{0,40}veröffentlicht.{0,99}|this entry was posted .{0,160}
(?:unless|except where) otherwise (?:stated|noted),? .{0,160}
(?:copyright )?(?:©|\(c\)|copyright).{0,160}|版权所有.{0,80}|все права защищены.{0,80}
""",
    "placeholder": r"""
[a-z0-9]+(?:_[a-z0-9]+)*_(?:img|image|icon|logo|thumb|photo|avatar|banner)
[\w-]{1,80}\.(?:jpe?g|png|gif|webp|svg)|image|\[(?:image|photo|video|embed)\]|loading\.{0,3}
your browser does not support .{0,80}|(?:please enable|this .{1,30} requires) javascript.{0,80}
\[/?[a-z_]{3,20} [a-z_]{2,20}=.{1,300}\]
""",
    "label": r"""
(?:article|text|story|content|body|full text|artikel|texte|статья|текст|正文)\s*[:–—-]
""",
}
_SECTIONS = _any_of(
    r"""
opinions?|op-ed|editorial|commentary|comment|analysis|news|world(?: news)?|politics|business
economy|technology|tech|science|culture|sports?|health|features?|interviews?|exclusive
breaking(?: news)?|video|podcast|national|international|local|lifestyle|environment|climate
education|perspectives?|views?|insights?|blogs?|columns?|letters?|guest (?:essay|post|column)
meinung|kommentar|politik|wirtschaft|kultur|wissen|opinión|política|economía|cultura|monde
politique|économie|opinione|politica|economia|мнение|мнения|политика|экономика|культура
общество|в мире|观点|评论|时评|国际|社论|新闻
"""
)
_PATTERNS = tuple((reason, _any_of(phrases)) for reason, phrases in _FOLDED.items())
# “Leave a reply”, “12 comments”, “Related articles:”, “相关阅读”.
_TAIL = _any_of(
    r"""
(?:leave a (?:reply|comment).{0,40}|share this(?: (?:post|article|story))?|\d+ comments):?
(?:comments?(?: ?\(\d+\))?|related (?:articles|posts|stories|news)|most (?:read|popular)):?
(?:you (?:may|might) also like|recommended(?: for you)?|more from .{0,40}|read next):?
(?:post (?:a )?comment|kommentare|commentaires|comentarios|комментарии|читайте также):?
相关阅读|相关新闻|发表评论
"""
)
_AGENCIES = (
    r"(?:reuters|ap(?: photo)?|afp|getty images?|epa|xinhua|tass|shutterstock|dpa|imago|bloomberg)"
)
# “(Photo: Ann Lee)”, “Photo by: Ann Lee”, “(Bo Ek/Reuters)”.
_CREDIT_SIGN = late_pattern(
    r"(?:\((?:image|photo|picture|credit|source|photograph|file|foto|bild|фото|图)[^()]{0,120}\)"
    rf"|\((?:[^()]{{0,60}}/)?{_AGENCIES}[^()]{{0,60}}\)"
    r"|(?:photo(?:graph)?(?: by| credit)?|image|picture|credit|foto|bild|фото|图片?来源|摄影|图)"
    r"\s?[:：/]\s?[^.!?]{1,80}"
    rf"|[/|]\s?(?:{_AGENCIES}|cfp|vcg|ic)(?:[/ ][^.!?]{{0,40}})?"
    r"|©\s?(?:[^.!?]|\b[A-Z]\.){1,80})[.)]?$",
    re.IGNORECASE,
)


def furniture_reason(line: str) -> str:
    """Return why a line is surely not of the article ("comment form"), or an empty string."""
    if len(line) > LONGEST:
        return ""
    reason = next((reason for reason, pattern in _PATTERNS if pattern.fullmatch(line)), "")
    # “More news from the port was bad.” is prose, however it begins.
    is_sentence = line.endswith(".") and len(line.split()) > _LONGEST_PHRASE
    return "" if is_sentence and reason in ("related links", "navigation") else reason


def is_section_label(line: str) -> bool:
    """Tell whether a line names a newspaper's section ("Opinion")."""
    # Signs that menus put around their entries: “› Opinion |”.
    return len(line) <= 40 and bool(_SECTIONS.fullmatch(line.strip(" :|/›»-")))


def opens_the_tail(line: str) -> bool:
    """Tell whether nothing of the article may follow this line."""
    return len(line) <= 60 and bool(_TAIL.fullmatch(line))


def ends_in_a_credit(line: str) -> bool:
    """Tell whether a line ends as a picture's caption does, in who made the picture."""
    # A caption may be long; who made the picture stands at its end.
    return len(line) <= LONGEST and bool(_CREDIT_SIGN.search(line[-160:]))
