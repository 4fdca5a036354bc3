<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export notes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library for the se&amp;lection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in the articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches and &amp;notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scroll together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark what is &amp;only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ali&amp;gn here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove alignments made by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ppearance…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;counterpart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To a &amp;heading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin on the &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin on the &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Swap the sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the left article off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the right article off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pa&amp;ne or panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane or panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accept the match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reject the match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Diptych</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnchorState</name>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words have changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearancePopover</name>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message numerus="yes">
        <source>%n passage(s) in common</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action is called like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Concordance</name>
    <message>
        <source>Concordance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word in all its contexts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {0} of {1} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word, Enter to look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the words before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the words after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) folded away</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeletedNotes</name>
    <message>
        <source>Recently deleted notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay here for 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No note was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Really? %n note(s) for good</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Digest</name>
    <message>
        <source>Nothing that could be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its two articles are summed up here: what both say, and what only one does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open side by side ⏎</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open side by side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditArticle</name>
    <message>
        <source>Edit article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, author, date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrections are kept in the library; the file is not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ada Lindqvist; Li Wei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2025-02-14, 2025-02 or 2025</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it was published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>harbour, ferries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date is written 2025-02-14, 2025-02 or 2025.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Diptych</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes and articles are safe; you can go on. The details below stay on this computer unless you copy them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExistingFile</name>
    <message>
        <source>The file is already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in it now stays unless you replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add new notes to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a &amp;second file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… %n more character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Which notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file as it would be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit &amp;template…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no notes here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): {0}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingDelegate</name>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quoted → stands: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldReason</name>
    <message>
        <source>about the author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advertisement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>author box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cookie notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copyright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>footnote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>front matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invisible characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing left under it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page footer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>related links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running head or page number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>section label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share buttons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short lines beside the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown only without scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryWiring</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n judged</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The file is no longer where it was; this is the stored text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message numerus="yes">
        <source>%n more in this article</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message>
        <source>Articles added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files themselves were not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that could not be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Same words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same facts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Recent pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by title, author, source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you add stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight short reports on one affair, to try comparing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files stay where they are and are never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop files and folders here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clears the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article matches “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;both side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit title, author, date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;file in its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By date added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryRowDelegate</name>
    <message>
        <source>LEFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RIGHT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryWiring</name>
    <message>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles ({0});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding {0}: {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for articles {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not readable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an article in the library first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) taken out of the library; no file was touched.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Diptych</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two articles side by side: what both say, and what only one does.

Works without a network: it holds no code that could use one.
Your notes are kept in {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchCardDelegate</name>
    <message>
        <source>figures differ: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one side denies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ rejected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchesPanel</name>
    <message>
        <source>Nothing in common found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two articles share no wording, claims or facts that could be told. “Only here” lists what each of them says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin a second article with Alt+1 or Alt+2 to see what they share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin one with Alt+1 and another with Alt+2, or drag them from the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two articles make a comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can read on meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the matches you rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All matches are filtered out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch a kind on again or lower the strength.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resets the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least strength shown, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide matches weaker than this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reading order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Strongest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a &amp;note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Shared passages of each two articles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>not compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) in common</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedsAttention</name>
    <message>
        <source>Notes that need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their texts changed. Nothing was deleted; say where the words are now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All notes stand where they should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages without a sure place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is &amp;here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose in the text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the words may be now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it may be now:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing like it stands in the article now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note, in Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>＋ Add a passage from the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>＋ Add a passage from the right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesController</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note was changed elsewhere; yours is kept as a note of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>This pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export notes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently &amp;deleted…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs &amp;attention…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No note holds these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes on this pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press N on a match or a selection; the note keeps both quotations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes you write appear here, whatever the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;left passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;right passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesWiring</name>
    <message>
        <source>Written to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select words in an article, or choose a match, to note on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note was deleted. Ctrl+Z brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the passage on the other side first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a match first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match rejected. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes on a pair.md</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes.md</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnlyHereDelegate</name>
    <message>
        <source>{0} % of the left has a counterpart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % of the right has a counterpart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnlyHerePanel</name>
    <message>
        <source>Only in the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark them in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What only one of them says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin two articles to see what each of them leaves out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message numerus="yes">
        <source>%n article(s) chosen · darker: more passages in common · Enter opens both</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing: {0} of {1} pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which two should you read together?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose some articles to see which of them share most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 60 at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When they were written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose articles…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairController</name>
    <message>
        <source>No match is shown for these two articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on the other side corresponds to this passage.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceDelegate</name>
    <message>
        <source>{0} % alike</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacesWiring</name>
    <message>
        <source>This article has no headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on the other side corresponds to this passage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin two articles first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned here. A click on the peg takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Present</name>
    <message>
        <source>strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuoteCheck</name>
    <message>
        <source>Check a quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it; every place in the library is shown, exact or altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found in the library, not even with changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere exactly so; places that are like it: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands exactly so; places: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands exactly so; places: {0}. Altered: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotation to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the words as they stand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadWith</name>
    <message>
        <source>Read this with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These articles share most with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other article in the library shares a passage with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for articles that share passages with it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article goes here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the library and press Alt+1 or Alt+2, or drag it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles to read with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from the library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingWiring</name>
    <message>
        <source>Pin an article here: choose one in the library and press Alt+1, or drag it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin a second article here with Alt+2, or drag it here, to see what both say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the two articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides show the same article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These look like two versions of one text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match {0} of {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trail ends here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sides scroll together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each side scrolls alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Remap</name>
    <message>
        <source>{0} already does “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is needed to move and choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter alone is for typing; add Ctrl or Alt, or take a function key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ribbon</name>
    <message>
        <source>Bands joining matches; the match list has the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Understood as: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open at this passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · {1} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchWiring</name>
    <message>
        <source>Hit {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select some words first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys for “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Left article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none pinned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stance</name>
    <message>
        <source>Agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline by design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>When they were written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Search %n article(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Search…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
