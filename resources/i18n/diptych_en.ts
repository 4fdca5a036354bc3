<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddingPresenter</name>
    <message numerus="yes">
        <source>%n article(s) were found. Add them all?</source>
        <translation>
            <numerusform>%n article was found. Add it?</numerusform>
            <numerusform>%n articles were found. Add them all?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n gone</numerusform>
            <numerusform>%n gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not readable</source>
        <translation>
            <numerusform>%n not readable</numerusform>
            <numerusform>%n not readable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message numerus="yes">
        <source>about %n passage(s) in common</source>
        <translation>
            <numerusform>about %n passage in common</numerusform>
            <numerusform>about %n passages in common</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Concordance</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more article(s) have the word.</source>
        <translation>
            <numerusform>%n more article has the word.</numerusform>
            <numerusform>%n more articles have the word.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near copy(ies)</source>
        <translation>
            <numerusform>%n near copy</numerusform>
            <numerusform>%n near copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) folded away</source>
        <translation>
            <numerusform>%n line folded away</numerusform>
            <numerusform>%n lines folded away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>agree on %n</source>
        <translation>
            <numerusform>agree on %n</numerusform>
            <numerusform>agree on %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>perhaps on %n</source>
        <comment>agree</comment>
        <translation>
            <numerusform>perhaps on %n</numerusform>
            <numerusform>perhaps on %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differ on %n</source>
        <translation>
            <numerusform>differ on %n</numerusform>
            <numerusform>differ on %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only left</source>
        <translation>
            <numerusform>%n only left</numerusform>
            <numerusform>%n only left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only right</source>
        <translation>
            <numerusform>%n only right</numerusform>
            <numerusform>%n only right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeletedNotes</name>
    <message numerus="yes">
        <source>Really? %n note(s) for good</source>
        <translation>
            <numerusform>Really? %n note for good</numerusform>
            <numerusform>Really? %n notes for good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>… %n more character(s)</source>
        <translation>
            <numerusform>… %n more character</numerusform>
            <numerusform>… %n more characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): {0}</source>
        <translation>
            <numerusform>%n file: {0}</numerusform>
            <numerusform>%n files: {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FainterLine</name>
    <message numerus="yes">
        <source>Show %n fainter one(s)</source>
        <translation>
            <numerusform>Show %n fainter one</numerusform>
            <numerusform>Show %n fainter ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPresenter</name>
    <message numerus="yes">
        <source>%n judged</source>
        <translation>
            <numerusform>%n judged</numerusform>
            <numerusform>%n judged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message numerus="yes">
        <source>%n more in this article</source>
        <translation>
            <numerusform>%n more in this article</numerusform>
            <numerusform>%n more in this article</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryCarePresenter</name>
    <message numerus="yes">
        <source>%n article(s) tagged #{0}.</source>
        <translation>
            <numerusform>%n article tagged #{0}.</numerusform>
            <numerusform>%n articles tagged #{0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) removed.</source>
        <translation>
            <numerusform>%n tag removed.</numerusform>
            <numerusform>%n tags removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyNotesPresenter</name>
    <message numerus="yes">
        <source>%n note(s) changed.</source>
        <translation>
            <numerusform>%n note changed.</numerusform>
            <numerusform>%n notes changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message numerus="yes">
        <source>about %n passage(s) in common, not compared yet</source>
        <translation>
            <numerusform>about %n passage in common, not compared yet</numerusform>
            <numerusform>about %n passages in common, not compared yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteCarePresenter</name>
    <message numerus="yes">
        <source>%n note(s) added</source>
        <translation>
            <numerusform>%n note added</numerusform>
            <numerusform>%n notes added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message numerus="yes">
        <source>%n article(s) chosen · darker: more in common · small: an estimate, not compared yet · Enter or a double click opens both</source>
        <translation>
            <numerusform>%n article chosen · darker: more in common · small: an estimate, not compared yet · Enter or a double click opens both</numerusform>
            <numerusform>%n articles chosen · darker: more in common · small: an estimate, not compared yet · Enter or a double click opens both</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuoteCheck</name>
    <message numerus="yes">
        <source>%n more article(s) have words of it in a row.</source>
        <translation>
            <numerusform>%n more article has words of it in a row.</numerusform>
            <numerusform>%n more articles have words of it in a row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingListPresenter</name>
    <message numerus="yes">
        <source>%n article(s) marked as unread.</source>
        <translation>
            <numerusform>%n article marked as unread.</numerusform>
            <numerusform>%n articles marked as unread.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) put on the reading list.</source>
        <translation>
            <numerusform>%n article put on the reading list.</numerusform>
            <numerusform>%n articles put on the reading list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as begun.</source>
        <translation>
            <numerusform>%n article marked as begun.</numerusform>
            <numerusform>%n articles marked as begun.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as read.</source>
        <translation>
            <numerusform>%n article marked as read.</numerusform>
            <numerusform>%n articles marked as read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovingPresenter</name>
    <message numerus="yes">
        <source>Take %n article(s) out of the library?</source>
        <translation>
            <numerusform>Take %n article out of the library?</numerusform>
            <numerusform>Take %n articles out of the library?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) put back into the library.</source>
        <translation>
            <numerusform>%n article put back into the library.</numerusform>
            <numerusform>%n articles put back into the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <source>Found in %n article(s)</source>
        <translation>
            <numerusform>Found in %n article</numerusform>
            <numerusform>Found in %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoryDialog</name>
    <message numerus="yes">
        <source>%n other article(s) tell(s) it.</source>
        <translation>
            <numerusform>%n other article tells it.</numerusform>
            <numerusform>%n other articles tell it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n say(s) something related.</source>
        <translation>
            <numerusform>%n says something related.</numerusform>
            <numerusform>%n say something related.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) is (are) not read yet.</source>
        <translation>
            <numerusform>%n article is not read yet.</numerusform>
            <numerusform>%n articles are not read yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message numerus="yes">
        <source>Search %n article(s)…</source>
        <translation>
            <numerusform>Search %n article…</numerusform>
            <numerusform>Search %n articles…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <source>%n word(s) in a row are the same.</source>
        <translation>
            <numerusform>%n word in a row is the same.</numerusform>
            <numerusform>%n words in a row are the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) are the same, up to {0} of them in a row.</source>
        <translation>
            <numerusform>%n word is the same, up to {0} of them in a row.</numerusform>
            <numerusform>%n words are the same, up to {0} of them in a row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other match(es) stand right beside it on both sides.</source>
        <translation>
            <numerusform>%n other match stands right beside it on both sides.</numerusform>
            <numerusform>%n other matches stand right beside it on both sides.</numerusform>
        </translation>
    </message>
</context>
</TS>
