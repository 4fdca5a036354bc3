<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>П&amp;ереход</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Заметки</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Добавить &amp;файлы…</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>Добавить &amp;папку…</translation>
    </message>
    <message>
        <source>Paste as an ar&amp;ticle</source>
        <translation>Вставить как ст&amp;атью</translation>
    </message>
    <message>
        <source>Open the &amp;sample articles</source>
        <translation>Открыть &amp;образцы статей</translation>
    </message>
    <message>
        <source>Remove the articles from the library</source>
        <translation>Убрать статьи из библиотеки</translation>
    </message>
    <message>
        <source>&amp;Export notes…</source>
        <translation>&amp;Экспорт заметок…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy with sourc&amp;e</source>
        <translation>Копи&amp;ровать с источником</translation>
    </message>
    <message>
        <source>H&amp;ow sources are written…</source>
        <translation>Как пи&amp;шутся источники…</translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation>&amp;Искать в библиотеке</translation>
    </message>
    <message>
        <source>Search the library for the se&amp;lection</source>
        <translation>Искать выд&amp;еленное в библиотеке</translation>
    </message>
    <message>
        <source>&amp;Find in the articles…</source>
        <translation>&amp;Найти в статьях…</translation>
    </message>
    <message>
        <source>&amp;Next hit</source>
        <translation>&amp;Следующее место</translation>
    </message>
    <message>
        <source>&amp;Previous hit</source>
        <translation>&amp;Предыдущее место</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Библиотека</translation>
    </message>
    <message>
        <source>Matches an&amp;d notes</source>
        <translation>Общее и &amp;заметки</translation>
    </message>
    <message>
        <source>Compare by meaning as &amp;well</source>
        <translation>Сравнивать и по см&amp;ыслу</translation>
    </message>
    <message>
        <source>Next &amp;difference or change</source>
        <translation>Следующее разли&amp;чие или изменение</translation>
    </message>
    <message>
        <source>Previous difference or change</source>
        <translation>Предыдущее различие или изменение</translation>
    </message>
    <message>
        <source>Beside its v&amp;ersion before</source>
        <translation>Р&amp;ядом с прежней версией</translation>
    </message>
    <message>
        <source>Close the left article</source>
        <translation>Закрыть левую статью</translation>
    </message>
    <message>
        <source>Close the right article</source>
        <translation>Закрыть правую статью</translation>
    </message>
    <message>
        <source>Next pane &amp;or panel</source>
        <translation>Следующая п&amp;анель</translation>
    </message>
    <message>
        <source>&amp;Scroll together</source>
        <translation>&amp;Прокручивать вместе</translation>
    </message>
    <message>
        <source>Articles taken o&amp;ut…</source>
        <translation>&amp;Убранные статьи…</translation>
    </message>
    <message>
        <source>Edit t&amp;itle, author, date…</source>
        <translation>Исправить &amp;название, автора, дату…</translation>
    </message>
    <message>
        <source>Ta&amp;g the articles…</source>
        <translation>&amp;Метки статей…</translation>
    </message>
    <message>
        <source>Put the library in or&amp;der…</source>
        <translation>На&amp;вести порядок в библиотеке…</translation>
    </message>
    <message>
        <source>Show the file in its folder</source>
        <translation>Показать файл в его папке</translation>
    </message>
    <message>
        <source>Open a &amp;chapter…</source>
        <translation>Открыть &amp;главу…</translation>
    </message>
    <message>
        <source>Put on the reading &amp;list</source>
        <translation>В спи&amp;сок для чтения</translation>
    </message>
    <message>
        <source>&amp;Mark as read</source>
        <translation>О&amp;тметить как прочитанное</translation>
    </message>
    <message>
        <source>Sa&amp;ve this pair…</source>
        <translation>Сохранить эту па&amp;ру…</translation>
    </message>
    <message>
        <source>Repo&amp;rt on the pair…</source>
        <translation>От&amp;чёт о паре…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>П&amp;ечать…</translation>
    </message>
    <message>
        <source>Copy bot&amp;h passages of the match</source>
        <translation>Копирова&amp;ть оба отрывка совпадения</translation>
    </message>
    <message>
        <source>Search &amp;both articles…</source>
        <translation>Искать в о&amp;беих статьях…</translation>
    </message>
    <message>
        <source>Check a &amp;quotation…</source>
        <translation>Проверить &amp;цитату…</translation>
    </message>
    <message>
        <source>A &amp;word in all its contexts…</source>
        <translation>Слово во всех контекстах…</translation>
    </message>
    <message>
        <source>Sa&amp;ve this search</source>
        <translation>Сохр&amp;анить этот поиск</translation>
    </message>
    <message>
        <source>O&amp;verview of articles</source>
        <translation>Обзор стате&amp;й</translation>
    </message>
    <message>
        <source>Read both as one</source>
        <translation>Читать обе статьи как одну</translation>
    </message>
    <message>
        <source>&amp;Compare as two versions</source>
        <translation>Сравнить как две &amp;версии</translation>
    </message>
    <message>
        <source>Show changes of versions at once</source>
        <translation>Сразу показывать изменения версий</translation>
    </message>
    <message>
        <source>The pair in brief</source>
        <translation>Пара вкратце</translation>
    </message>
    <message>
        <source>Mark what is &amp;only here</source>
        <translation>Отмечать, чего &amp;нет в другой</translation>
    </message>
    <message>
        <source>Pause reading for meaning</source>
        <translation>Приостановить чтение по смыслу</translation>
    </message>
    <message>
        <source>Show all &amp;hidden lines of the article</source>
        <translation>Показат&amp;ь все скрытые строки статьи</translation>
    </message>
    <message>
        <source>Ali&amp;gn here</source>
        <translation>Вы&amp;ровнять здесь</translation>
    </message>
    <message>
        <source>Remove alignments made by hand</source>
        <translation>Убрать выравнивания, сделанные вручную</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>Крупнее &amp;текст</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Мельче текст</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>Обычный размер</translation>
    </message>
    <message>
        <source>A&amp;ppearance…</source>
        <translation>Вид те&amp;кста…</translation>
    </message>
    <message>
        <source>&amp;Bands between the texts</source>
        <translation>&amp;Ленты между текстами</translation>
    </message>
    <message>
        <source>The te&amp;xts alone</source>
        <translation>Т&amp;олько тексты</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>На весь &amp;экран</translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation>&amp;Следующее совпадение</translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation>&amp;Предыдущее совпадение</translation>
    </message>
    <message>
        <source>To the &amp;counterpart</source>
        <translation>К соответс&amp;твию</translation>
    </message>
    <message>
        <source>The story of this claim…</source>
        <translation>История этого утверждения…</translation>
    </message>
    <message>
        <source>&amp;Why this match</source>
        <translation>Поч&amp;ему это совпадение</translation>
    </message>
    <message>
        <source>To a &amp;heading…</source>
        <translation>К &amp;заголовку…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Вперёд</translation>
    </message>
    <message>
        <source>Pin on the &amp;left</source>
        <translation>Закрепить с&amp;лева</translation>
    </message>
    <message>
        <source>Pin on the righ&amp;t</source>
        <translation>Закрепить сп&amp;рава</translation>
    </message>
    <message>
        <source>&amp;Swap the sides</source>
        <translation>Поменять стороны &amp;местами</translation>
    </message>
    <message>
        <source>To the two that share &amp;most</source>
        <translation>К двум самым &amp;близким</translation>
    </message>
    <message>
        <source>Previous pane or panel</source>
        <translation>Предыдущая панель</translation>
    </message>
    <message>
        <source>Left article</source>
        <translation>Левая статья</translation>
    </message>
    <message>
        <source>Right article</source>
        <translation>Правая статья</translation>
    </message>
    <message>
        <source>&amp;New note</source>
        <translation>&amp;Новая заметка</translation>
    </message>
    <message>
        <source>Add the &amp;selection to the note</source>
        <translation>&amp;Добавить выделенное в заметку</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>В&amp;ыделить цветом</translation>
    </message>
    <message>
        <source>Highlight in yellow</source>
        <translation>Выделить жёлтым</translation>
    </message>
    <message>
        <source>Highlight in green</source>
        <translation>Выделить зелёным</translation>
    </message>
    <message>
        <source>Highlight in blue</source>
        <translation>Выделить синим</translation>
    </message>
    <message>
        <source>Highlight in red</source>
        <translation>Выделить красным</translation>
    </message>
    <message>
        <source>Highlight in violet</source>
        <translation>Выделить фиолетовым</translation>
    </message>
    <message>
        <source>Mark with its &amp;counterpart</source>
        <translation>Отметить вместе с соответствием</translation>
    </message>
    <message>
        <source>&amp;Go between note and passage</source>
        <translation>П&amp;ереход между заметкой и фрагментом</translation>
    </message>
    <message>
        <source>Show the note as it &amp;will look</source>
        <translation>Показать &amp;вид заметки</translation>
    </message>
    <message>
        <source>Tags of the chosen notes…</source>
        <translation>Метки выбранных заметок…</translation>
    </message>
    <message>
        <source>Merge the chosen notes</source>
        <translation>Объединить выбранные заметки</translation>
    </message>
    <message>
        <source>Link the chosen notes</source>
        <translation>Связать выбранные заметки</translation>
    </message>
    <message>
        <source>Show a&amp;ll notes</source>
        <translation>Показать все за&amp;метки</translation>
    </message>
    <message>
        <source>Gro&amp;up the notes by…</source>
        <translation>&amp;Группировать заметки…</translation>
    </message>
    <message>
        <source>Notes that need at&amp;tention…</source>
        <translation>&amp;Требуют внимания…</translation>
    </message>
    <message>
        <source>Recently &amp;deleted notes…</source>
        <translation>&amp;Удалённые заметки…</translation>
    </message>
    <message>
        <source>&amp;Import notes…</source>
        <translation>&amp;Импорт заметок…</translation>
    </message>
    <message>
        <source>Keep a &amp;Markdown copy of the notes…</source>
        <translation>Хранить копию в Mar&amp;kdown…</translation>
    </message>
    <message>
        <source>Restore a &amp;backup…</source>
        <translation>Восстановить &amp;копию…</translation>
    </message>
    <message>
        <source>&amp;Accept the match</source>
        <translation>Пр&amp;инять совпадение</translation>
    </message>
    <message>
        <source>&amp;Reject the match</source>
        <translation>&amp;Отклонить совпадение</translation>
    </message>
    <message>
        <source>Let my &amp;verdicts order the other matches</source>
        <translation>Учитыват&amp;ь оценки в порядке совпадений</translation>
    </message>
    <message>
        <source>&amp;Judge listed matches by letters</source>
        <translation>С&amp;удить совпадения в списке буквами</translation>
    </message>
    <message>
        <source>&amp;Legend: what the colours mean</source>
        <translation>&amp;Легенда: что означают цвета</translation>
    </message>
    <message>
        <source>The &amp;guide</source>
        <translation>&amp;Руководство</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Клавиши</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Все действия…</translation>
    </message>
    <message>
        <source>&amp;Report for a fault…</source>
        <translation>Отчёт о &amp;неполадке…</translation>
    </message>
    <message>
        <source>&amp;About Diptych</source>
        <translation>&amp;О программе Diptych</translation>
    </message>
</context>
<context>
    <name>AddingPresenter</name>
    <message>
        <source>Diptych uses no network: save the page as a file and drop that.</source>
        <translation>Diptych не пользуется сетью: сохраните страницу в файл и перетащите его.</translation>
    </message>
    <message>
        <source>The text cannot be read as an article.</source>
        <translation>Этот текст не читается как статья.</translation>
    </message>
    <message>
        <source>Made an article of the text: “{0}”.</source>
        <translation>Из текста сделана статья: «{0}».</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Добавить файлы</translation>
    </message>
    <message>
        <source>Articles ({0});;All files (*)</source>
        <translation>Статьи ({0});;Все файлы (*)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Добавить папку</translation>
    </message>
    <message>
        <source>Many articles</source>
        <translation>Много статей</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were found. Add them all?</source>
        <translation>
            <numerusform>Найдена %n статья. Добавить?</numerusform>
            <numerusform>Найдено %n статьи. Добавить все?</numerusform>
            <numerusform>Найдено %n статей. Добавить все?</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading them takes a while; you can go on reading, pause and cancel.</source>
        <translation>Чтение займёт время; можно читать дальше, приостановить и отменить.</translation>
    </message>
    <message>
        <source>&amp;Add them</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>The rest of your folders is looked through at the next start.</source>
        <translation>Остальные файлы ваших папок будут просмотрены при следующем запуске.</translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>исчезло: %n</numerusform>
            <numerusform>исчезло: %n</numerusform>
            <numerusform>исчезло: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Your folders: {0}</source>
        <translation>Ваши папки: {0}</translation>
    </message>
    <message>
        <source>Adding {0}: {1} of {2}</source>
        <translation>Добавление {0}: {1} из {2}</translation>
    </message>
    <message>
        <source>Looking for articles {0}</source>
        <translation>Поиск статей {0}</translation>
    </message>
    <message>
        <source>{0} goes to the next match; {1} writes a note on it.</source>
        <translation>{0} — к следующему совпадению; {1} — заметка о нём.</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>добавлено: %n</numerusform>
            <numerusform>добавлено: %n</numerusform>
            <numerusform>добавлено: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>обновлено: %n</numerusform>
            <numerusform>обновлено: %n</numerusform>
            <numerusform>обновлено: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>уже есть: %n</numerusform>
            <numerusform>уже есть: %n</numerusform>
            <numerusform>уже есть: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not readable</source>
        <translation>
            <numerusform>не прочитано: %n</numerusform>
            <numerusform>не прочитано: %n</numerusform>
            <numerusform>не прочитано: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlikeSheet</name>
    <message>
        <source>Words that count as one</source>
        <translation>Слова, которые считаются одним</translation>
    </message>
    <message>
        <source>A line for each, parted by commas: thou, you. Kept for this pair.</source>
        <translation>По строке на группу, через запятую: thou, you. Сохраняется для этой пары.</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>AnchorState</name>
    <message>
        <source>moved</source>
        <translation>сместилась</translation>
    </message>
    <message>
        <source>words have changed</source>
        <translation>слова изменились</translation>
    </message>
    <message>
        <source>place lost</source>
        <translation>место потеряно</translation>
    </message>
</context>
<context>
    <name>AppearancePopover</name>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Вид текста</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>Шрифт</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Высота строки</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
    <message>
        <source>Tints</source>
        <translation>Оттенки</translation>
    </message>
    <message>
        <source>Bands between the texts</source>
        <translation>Ленты между текстами</translation>
    </message>
    <message>
        <source>Jump without motion</source>
        <translation>Переходить без анимации</translation>
    </message>
    <message>
        <source>Letters of menus and lists</source>
        <translation>Буквы меню и списков</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Язык окна</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Сепия</translation>
    </message>
    <message>
        <source>{0} pt</source>
        <translation>{0} пт</translation>
    </message>
</context>
<context>
    <name>Arranging</name>
    <message>
        <source>No author</source>
        <translation>Без автора</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Без источника</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Без даты</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>прочесть</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>начата</translation>
    </message>
    <message>
        <source>✓ read</source>
        <translation>✓ прочитана</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Восстановить копию</translation>
    </message>
    <message>
        <source>All notes become what they were then. Those of now are copied first.</source>
        <translation>Все заметки станут такими, какими были тогда. Нынешние сначала копируются.</translation>
    </message>
    <message>
        <source>There is no backup yet; one is made at every start.</source>
        <translation>Копий пока нет; они делаются при каждом запуске.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Копии</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Really? &amp;Restore {0}</source>
        <translation>Точно? &amp;Восстановить {0}</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Восстановить…</translation>
    </message>
</context>
<context>
    <name>BriefPanel</name>
    <message>
        <source>Nothing to tell in brief</source>
        <translation>Вкратце сказать нечего</translation>
    </message>
    <message>
        <source>The two have nothing in common, and neither says anything of weight.</source>
        <translation>У статей нет ничего общего, и ни одна не сообщает ничего важного.</translation>
    </message>
    <message>
        <source>What the two may have in common stands in the list of matches.</source>
        <translation>Что у них, возможно, общего — в списке совпадений.</translation>
    </message>
    <message>
        <source>Two articles make a brief</source>
        <translation>Для обзора нужны две статьи</translation>
    </message>
    <message>
        <source>Pin one with Alt+1 and another with Alt+2.</source>
        <translation>Закрепите одну клавишами Alt+1, другую — Alt+2.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнение…</translation>
    </message>
    <message>
        <source>You can read on meanwhile.</source>
        <translation>Тем временем можно читать дальше.</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Не сравнено</translation>
    </message>
    <message>
        <source>Close the brief and press Compare in the list.</source>
        <translation>Закройте обзор и нажмите «Сравнить» в списке.</translation>
    </message>
    <message>
        <source>The pair in brief</source>
        <translation>Пара вкратце</translation>
    </message>
    <message>
        <source>Close the brief</source>
        <translation>Закрыть обзор</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
    <message>
        <source>Next (Space)</source>
        <translation>Дальше (Пробел)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>With each new pair</source>
        <translation>С каждой новой парой</translation>
    </message>
    <message>
        <source>Open the brief by itself with a pair that is new; it stays in the View menu</source>
        <translation>Открывать обзор самостоятельно, когда пара новая; он остаётся в меню «Вид»</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>расходится</translation>
    </message>
    <message>
        <source>left: {0}</source>
        <translation>слева: {0}</translation>
    </message>
    <message>
        <source>right: {0}</source>
        <translation>справа: {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} из {1}</translation>
    </message>
</context>
<context>
    <name>BriefPresenter</name>
    <message>
        <source>Both say</source>
        <translation>Говорят обе</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Расходятся</translation>
    </message>
    <message>
        <source>The right leaves out</source>
        <translation>Правая опускает</translation>
    </message>
    <message>
        <source>The left leaves out</source>
        <translation>Левая опускает</translation>
    </message>
    <message>
        <source>The brief stays in the View menu.</source>
        <translation>Краткий обзор остаётся в меню «Вид».</translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message numerus="yes">
        <source>about %n passage(s) in common</source>
        <translation>
            <numerusform>около %n общего отрывка</numerusform>
            <numerusform>около %n общих отрывков</numerusform>
            <numerusform>около %n общих отрывков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CareSheet</name>
    <message>
        <source>Put the library in order</source>
        <translation>Порядок в библиотеке</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Near copies {0}</source>
        <translation>Почти копии {0}</translation>
    </message>
    <message>
        <source>No article has a tag. Choose articles and File, Tag the articles.</source>
        <translation>Меток нет. Выберите статьи и «Файл», «Метки статей».</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>&amp;Show its articles</source>
        <translation>&amp;Показать статьи</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Переименова&amp;ть…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>No folder is looked through. Add one, and what comes into it is added.</source>
        <translation>Папки не просматриваются. Добавьте папку, и всё новое в ней будет добавлено.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Добавить…</translation>
    </message>
    <message>
        <source>Look through &amp;now</source>
        <translation>Просмотреть &amp;сейчас</translation>
    </message>
    <message>
        <source>Look through no &amp;longer</source>
        <translation>&amp;Больше не просматривать</translation>
    </message>
    <message>
        <source>No two articles here are copies of one another.</source>
        <translation>Почти одинаковых статей здесь нет.</translation>
    </message>
    <message>
        <source>Near copies</source>
        <translation>Почти копии</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>&amp;Take out of the library</source>
        <translation>У&amp;брать из библиотеки</translation>
    </message>
</context>
<context>
    <name>ChangeChips</name>
    <message>
        <source>To check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Show these alone: {0}</source>
        <translation>Показать только это: {0}</translation>
    </message>
</context>
<context>
    <name>ChangeTools</name>
    <message>
        <source>Ignore ▾</source>
        <translation>Не учитывать ▾</translation>
    </message>
    <message>
        <source>What counts as no change</source>
        <translation>Что не считается изменением</translation>
    </message>
    <message>
        <source>&amp;Capital letters</source>
        <translation>&amp;Заглавные буквы</translation>
    </message>
    <message>
        <source>&amp;Punctuation</source>
        <translation>З&amp;наки препинания</translation>
    </message>
    <message>
        <source>&amp;Spelling variants</source>
        <translation>&amp;Варианты написания</translation>
    </message>
    <message>
        <source>&amp;Words that count as one…</source>
        <translation>&amp;Слова, которые считаются одним…</translation>
    </message>
    <message>
        <source>Save ▾</source>
        <translation>Сохранить ▾</translation>
    </message>
    <message>
        <source>Save the list of changes</source>
        <translation>Сохранить список изменений</translation>
    </message>
    <message>
        <source>As a &amp;Markdown table…</source>
        <translation>Таблицей &amp;Markdown…</translation>
    </message>
    <message>
        <source>As &amp;CSV for a spreadsheet…</source>
        <translation>Файлом &amp;CSV для таблиц…</translation>
    </message>
    <message>
        <source>As a &amp;Word document…</source>
        <translation>Документом &amp;Word…</translation>
    </message>
    <message>
        <source>As a &amp;translation memory (TMX)…</source>
        <translation>&amp;Памятью переводов (TMX)…</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Перемещено</translation>
    </message>
    <message>
        <source>Split or merged</source>
        <translation>Разделено или слито</translation>
    </message>
    <message>
        <source>Only left</source>
        <translation>Только слева</translation>
    </message>
    <message>
        <source>Only right</source>
        <translation>Только справа</translation>
    </message>
    <message>
        <source>Omitted</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Number differs</source>
        <translation>Другое число</translation>
    </message>
    <message>
        <source>Date differs</source>
        <translation>Другая дата</translation>
    </message>
    <message>
        <source>Name differs</source>
        <translation>Другое имя</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Отрицается</translation>
    </message>
    <message>
        <source>Both sides show the same article.</source>
        <translation>С обеих сторон одна и та же статья.</translation>
    </message>
    <message>
        <source>The two say the same, word for word.</source>
        <translation>Оба текста совпадают слово в слово.</translation>
    </message>
    <message>
        <source>Nothing was found left out or added, and no figure, day or name that differs. Of two languages no word is set against another.</source>
        <translation>Пропусков, вставок и расхождений в числах, датах и именах не найдено. Слова двух языков друг с другом не сравниваются.</translation>
    </message>
    <message>
        <source>The two have nothing in common: these are hardly two versions.</source>
        <translation>У них нет ничего общего: вряд ли это две версии.</translation>
    </message>
    <message>
        <source>The left text is a part of the right one.</source>
        <translation>Левый текст — часть правого.</translation>
    </message>
    <message>
        <source>The right text is a part of the left one.</source>
        <translation>Правый текст — часть левого.</translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message>
        <source>None of these</source>
        <translation>Таких нет</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Изменений нет</translation>
    </message>
    <message>
        <source>Other chips show other changes.</source>
        <translation>Другие кнопки покажут другие изменения.</translation>
    </message>
    <message>
        <source>Finding the changes…</source>
        <translation>Поиск изменений…</translation>
    </message>
    <message>
        <source>You can read on meanwhile.</source>
        <translation>Пока можно читать дальше.</translation>
    </message>
    <message>
        <source>The changes were not found</source>
        <translation>Изменения не найдены</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Вы остановили поиск.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>Find the changes</source>
        <translation>Найти изменения</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>Изменение {0} из {1}</translation>
    </message>
    <message>
        <source>gone: {0}</source>
        <translation>убрано: {0}</translation>
    </message>
    <message>
        <source>new: {0}</source>
        <translation>новое: {0}</translation>
    </message>
</context>
<context>
    <name>ChangesPresenter</name>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>Saved {0}.</source>
        <translation>Сохранено: {0}.</translation>
    </message>
    <message>
        <source>Pin the two versions first, with Alt+1 and Alt+2.</source>
        <translation>Сначала закрепите обе версии: Alt+1 и Alt+2.</translation>
    </message>
    <message>
        <source>Finding the changes</source>
        <translation>Поиск изменений</translation>
    </message>
    <message>
        <source>Changes {0}</source>
        <translation>Изменения {0}</translation>
    </message>
    <message>
        <source>Compared as two versions, as you chose.</source>
        <translation>Сравнивается как две версии, как вы выбрали.</translation>
    </message>
    <message>
        <source>These look like a text and its translation.</source>
        <translation>Похоже, это текст и его перевод.</translation>
    </message>
    <message>
        <source>These look like two versions of one text.</source>
        <translation>Похоже, это две версии одного текста.</translation>
    </message>
    <message>
        <source>{0} % of the left and {1} % of the right stand on both sides.</source>
        <translation>{0} % левого и {1} % правого текста есть с обеих сторон.</translation>
    </message>
    <message>
        <source>Neighbouring sentences of one side alone are one change; the matches count each.</source>
        <translation>Соседние предложения одной стороны — одно изменение; в совпадениях считается каждое.</translation>
    </message>
    <message>
        <source>Another name is told here only where it is a common one, beside a title or a kind of place, or in Latin letters.</source>
        <translation>Другое имя здесь называется, только если оно употребительно, стоит рядом с титулом или родом места или написано латиницей.</translation>
    </message>
    <message>
        <source>Save the list of changes</source>
        <translation>Сохранить список изменений</translation>
    </message>
    <message>
        <source>No change is listed.</source>
        <translation>В списке нет изменений.</translation>
    </message>
    <message>
        <source>This is the last change.</source>
        <translation>Это последнее изменение.</translation>
    </message>
    <message>
        <source>This is the first change.</source>
        <translation>Это первое изменение.</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>Изменение {0} из {1}</translation>
    </message>
</context>
<context>
    <name>Colour</name>
    <message>
        <source>No colour</source>
        <translation>Без цвета</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Жёлтый</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёный</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Синий</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красный</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Фиолетовый</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Все действия</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>Наберите несколько букв нужного действия</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>No action is called like that.</source>
        <translation>Такого действия нет.</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>сейчас недоступно</translation>
    </message>
</context>
<context>
    <name>Concordance</name>
    <message>
        <source>Concordance</source>
        <translation>Конкорданс</translation>
    </message>
    <message>
        <source>A word in all its contexts</source>
        <translation>Слово во всех его контекстах</translation>
    </message>
    <message>
        <source>The word was not found.</source>
        <translation>Слово не найдено.</translation>
    </message>
    <message>
        <source>The first {0} of {1} places</source>
        <translation>Первые {0} мест из {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n место</numerusform>
            <numerusform>%n места</numerusform>
            <numerusform>%n мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more article(s) have the word.</source>
        <translation>
            <numerusform>Слово есть ещё в %n статье.</numerusform>
            <numerusform>Слово есть ещё в %n статьях.</numerusform>
            <numerusform>Слово есть ещё в %n статьях.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Press Enter to look for it.</source>
        <translation>Нажмите Enter, чтобы найти его.</translation>
    </message>
    <message>
        <source>A word, Enter to look</source>
        <translation>Слово, затем Enter</translation>
    </message>
    <message>
        <source>Word to look for</source>
        <translation>Искомое слово</translation>
    </message>
    <message>
        <source>This pair</source>
        <translation>Эта пара</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Библиотека</translation>
    </message>
    <message>
        <source>Order of the places</source>
        <translation>Порядок мест</translation>
    </message>
    <message>
        <source>As they stand</source>
        <translation>Как в тексте</translation>
    </message>
    <message>
        <source>By the words before</source>
        <translation>По словам слева</translation>
    </message>
    <message>
        <source>By the words after</source>
        <translation>По словам справа</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Места</translation>
    </message>
    <message>
        <source>&amp;Copy as table</source>
        <translation>&amp;Копировать таблицей</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Слово</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n слово</numerusform>
            <numerusform>%n слова</numerusform>
            <numerusform>%n слов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n заметка</numerusform>
            <numerusform>%n заметки</numerusform>
            <numerusform>%n заметок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n ч</numerusform>
            <numerusform>%n ч</numerusform>
            <numerusform>%n ч</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near copy(ies)</source>
        <translation>
            <numerusform>%n почти копия</numerusform>
            <numerusform>%n почти копии</numerusform>
            <numerusform>%n почти копий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) folded away</source>
        <translation>
            <numerusform>свёрнута %n строка</numerusform>
            <numerusform>свёрнуты %n строки</numerusform>
            <numerusform>свёрнуто %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>agree on %n</source>
        <translation>
            <numerusform>согласны в %n</numerusform>
            <numerusform>согласны в %n</numerusform>
            <numerusform>согласны в %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>perhaps on %n</source>
        <comment>agree</comment>
        <translation>
            <numerusform>возможно, ещё в %n</numerusform>
            <numerusform>возможно, ещё в %n</numerusform>
            <numerusform>возможно, ещё в %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differ on %n</source>
        <translation>
            <numerusform>расходятся в %n</numerusform>
            <numerusform>расходятся в %n</numerusform>
            <numerusform>расходятся в %n</numerusform>
        </translation>
    </message>
    <message>
        <source>only on one side: none sure enough to list</source>
        <translation>только на одной стороне: нет ничего достаточно надёжного для списка</translation>
    </message>
    <message>
        <source>only left: none sure enough to list</source>
        <translation>только слева: нет ничего достаточно надёжного для списка</translation>
    </message>
    <message>
        <source>only right: none sure enough to list</source>
        <translation>только справа: нет ничего достаточно надёжного для списка</translation>
    </message>
    <message numerus="yes">
        <source>%n only left</source>
        <translation>
            <numerusform>%n только слева</numerusform>
            <numerusform>%n только слева</numerusform>
            <numerusform>%n только слева</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only right</source>
        <translation>
            <numerusform>%n только справа</numerusform>
            <numerusform>%n только справа</numerusform>
            <numerusform>%n только справа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n совпадение</numerusform>
            <numerusform>%n совпадения</numerusform>
            <numerusform>%n совпадений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n изменение</numerusform>
            <numerusform>%n изменения</numerusform>
            <numerusform>%n изменений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeletedNotes</name>
    <message>
        <source>Recently deleted notes</source>
        <translation>Недавно удалённые заметки</translation>
    </message>
    <message>
        <source>They stay here for 30 days.</source>
        <translation>Они хранятся здесь 30 дней.</translation>
    </message>
    <message>
        <source>No note was deleted.</source>
        <translation>Удалённых заметок нет.</translation>
    </message>
    <message>
        <source>Deleted notes</source>
        <translation>Удалённые заметки</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Восстановить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message numerus="yes">
        <source>Really? %n note(s) for good</source>
        <translation>
            <numerusform>Точно? Навсегда: %n заметка</numerusform>
            <numerusform>Точно? Навсегда: %n заметки</numerusform>
            <numerusform>Точно? Навсегда: %n заметок</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete for good</source>
        <translation>&amp;Удалить навсегда</translation>
    </message>
</context>
<context>
    <name>Digest</name>
    <message>
        <source>Both say</source>
        <translation>Говорят обе</translation>
    </message>
    <message>
        <source>No match was found.</source>
        <translation>Соответствий не найдено.</translation>
    </message>
    <message>
        <source>Nothing is sure enough to be listed, which does not mean nothing.</source>
        <translation>Нет ничего достаточно надёжного для списка, но это не значит, что ничего нет.</translation>
    </message>
    <message>
        <source>Only “{0}”</source>
        <translation>Только «{0}»</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнение…</translation>
    </message>
    <message>
        <source>Choose a square</source>
        <translation>Выберите квадрат</translation>
    </message>
    <message>
        <source>Its two articles are summed up here: what both say, and what only one does.</source>
        <translation>Здесь кратко показаны его две статьи: что говорят обе и что только одна.</translation>
    </message>
    <message>
        <source>The chosen pair in brief</source>
        <translation>Выбранная пара вкратце</translation>
    </message>
    <message>
        <source>Open side by side ⏎</source>
        <translation>Открыть рядом ⏎</translation>
    </message>
    <message>
        <source>Open side by side</source>
        <translation>Открыть рядом</translation>
    </message>
</context>
<context>
    <name>EditArticle</name>
    <message>
        <source>Edit article</source>
        <translation>Сведения о статье</translation>
    </message>
    <message>
        <source>Title, author, date</source>
        <translation>Название, автор, дата</translation>
    </message>
    <message>
        <source>Corrections are kept in the library; the file is not changed.</source>
        <translation>Исправления хранятся в библиотеке; файл не меняется.</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Название</translation>
    </message>
    <message>
        <source>S&amp;hort name</source>
        <translation>К&amp;раткое имя</translation>
    </message>
    <message>
        <source>draft 1, KJV: tells it from another</source>
        <translation>черновик 1, KJV: отличает от другого</translation>
    </message>
    <message>
        <source>&amp;Authors</source>
        <translation>&amp;Авторы</translation>
    </message>
    <message>
        <source>Ada Lindqvist; Li Wei</source>
        <translation>Анна Линд; Ли Вэй</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Дата</translation>
    </message>
    <message>
        <source>2025-02-14, 2025-02 or 2025</source>
        <translation>2025-02-14, 2025-02 или 2025</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Источник</translation>
    </message>
    <message>
        <source>where it was published</source>
        <translation>где опубликовано</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>&amp;Метки</translation>
    </message>
    <message>
        <source>harbour, ferries</source>
        <translation>порт, паромы</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>its code: en, ru, zh</source>
        <translation>его код: en, ru, zh</translation>
    </message>
    <message>
        <source>Reading direction</source>
        <translation>Направление чтения</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>Слева направо</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>Справа налево</translation>
    </message>
    <message>
        <source>Rea&amp;ding direction</source>
        <translation>Нап&amp;равление письма</translation>
    </message>
    <message>
        <source>Read the file as</source>
        <translation>Кодировка файла</translation>
    </message>
    <message>
        <source>Read the file &amp;as</source>
        <translation>&amp;Читать файл как</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Как в файле</translation>
    </message>
    <message>
        <source>Forget the corrections</source>
        <translation>Забыть исправления</translation>
    </message>
    <message>
        <source>A date is written 2025-02-14, 2025-02 or 2025.</source>
        <translation>Дата пишется так: 2025-02-14, 2025-02 или 2025.</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Что-то пошло не так</translation>
    </message>
    <message>
        <source>Something went wrong in Diptych</source>
        <translation>В Diptych что-то пошло не так</translation>
    </message>
    <message>
        <source>Your notes and articles are safe; you can go on. The details below stay on this computer unless you copy them.</source>
        <translation>Ваши заметки и статьи целы, можно продолжать. Подробности ниже остаются на этом компьютере, пока вы их не скопируете.</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Подробности ошибки</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>&amp;Копировать подробности</translation>
    </message>
</context>
<context>
    <name>ExistingFile</name>
    <message>
        <source>The file is already there</source>
        <translation>Такой файл уже есть</translation>
    </message>
    <message>
        <source>“{0}” is already there</source>
        <translation>«{0}» уже есть</translation>
    </message>
    <message>
        <source>What is in it now stays unless you replace it.</source>
        <translation>Его содержимое останется, если вы его не замените.</translation>
    </message>
    <message>
        <source>&amp;Add new notes to it</source>
        <translation>&amp;Дописать новые заметки</translation>
    </message>
    <message>
        <source>Write a &amp;second file</source>
        <translation>Записать &amp;второй файл</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>&amp;Заменить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export notes</source>
        <translation>Экспорт заметок</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>Как поставляется</translation>
    </message>
    <message numerus="yes">
        <source>… %n more character(s)</source>
        <translation>
            <numerusform>… ещё %n знак</numerusform>
            <numerusform>… ещё %n знака</numerusform>
            <numerusform>… ещё %n знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>Вёрстка страниц…</translation>
    </message>
    <message>
        <source>Which notes</source>
        <translation>Какие заметки</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>The file as it would be written</source>
        <translation>Файл, каким он будет записан</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Заметки</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>Te&amp;mplate</source>
        <translation>&amp;Шаблон</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Запись…</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Сохранить…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Edit &amp;template…</source>
        <translation>&amp;Изменить шаблон…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Report on the pair</source>
        <translation>Отчёт о паре</translation>
    </message>
    <message>
        <source>Reading the notes…</source>
        <translation>Заметки читаются…</translation>
    </message>
    <message>
        <source>There are no notes here yet.</source>
        <translation>Здесь пока нет заметок.</translation>
    </message>
    <message>
        <source>Setting the pages… {0} %</source>
        <translation>Вёрстка страниц… {0} %</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): {0}</source>
        <translation>
            <numerusform>%n файл: {0}</numerusform>
            <numerusform>%n файла: {0}</numerusform>
            <numerusform>%n файлов: {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>only the beginning is shown</source>
        <translation>показано только начало</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>ExportPresenter</name>
    <message>
        <source>This pair</source>
        <translation>Эта пара</translation>
    </message>
    <message>
        <source>This note</source>
        <translation>Эта заметка</translation>
    </message>
    <message>
        <source>Selected notes</source>
        <translation>Выбранные заметки</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Скопировано.</translation>
    </message>
    <message>
        <source>Folder for the pages</source>
        <translation>Папка для страниц</translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>Экспорт заметок</translation>
    </message>
    <message>
        <source>Report on the pair</source>
        <translation>Отчёт о паре</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Запись…</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Записано в {0}</translation>
    </message>
    <message>
        <source>{1} files written to {0}</source>
        <translation>Записано файлов: {1}, в {0}</translation>
    </message>
    <message>
        <source>Left alone, for it is not as Diptych wrote it: {0}</source>
        <translation>Оставлено как есть, так как изменено не программой Diptych: {0}</translation>
    </message>
</context>
<context>
    <name>FacetBar</name>
    <message>
        <source>Narrow the search</source>
        <translation>Сузить поиск</translation>
    </message>
</context>
<context>
    <name>FacingDelegate</name>
    <message>
        <source>– nothing like it –</source>
        <translation>– ничего похожего –</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>read as {0}, a guess</source>
        <translation>прочитано как {0}, это догадка</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>FainterLine</name>
    <message>
        <source>Matches that are less likely right than wrong</source>
        <translation>Совпадения, которые скорее неверны, чем верны</translation>
    </message>
    <message>
        <source>Hide the fainter ones</source>
        <translation>Скрыть слабые</translation>
    </message>
    <message numerus="yes">
        <source>Show %n fainter one(s)</source>
        <translation>
            <numerusform>Показать ещё %n более слабое</numerusform>
            <numerusform>Показать ещё %n более слабых</numerusform>
            <numerusform>Показать ещё %n более слабых</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the articles</source>
        <translation>Найти в статьях</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Обе стороны</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Слева</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Справа</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Где искать</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>Учитывать &amp;регистр</translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation>&amp;Слова целиком</translation>
    </message>
    <message>
        <source>Pa&amp;ttern</source>
        <translation>&amp;Шаблон</translation>
    </message>
    <message>
        <source>A regular expression, such as \d+ (per cent|%)</source>
        <translation>Регулярное выражение, например \d+ (процентов|%)</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Предыдущее место</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Следующее место</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не найдено</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} из {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n место</numerusform>
            <numerusform>%n места</numerusform>
            <numerusform>%n мест</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingDelegate</name>
    <message>
        <source>exact</source>
        <translation>точно</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>in pieces</source>
        <translation>по частям</translation>
    </message>
    <message>
        <source>quoted → stands: {0}</source>
        <translation>в цитате → в тексте: {0}</translation>
    </message>
</context>
<context>
    <name>FoldReason</name>
    <message>
        <source>about the author</source>
        <translation>об авторе</translation>
    </message>
    <message>
        <source>advertisement</source>
        <translation>реклама</translation>
    </message>
    <message>
        <source>after the article</source>
        <translation>после статьи</translation>
    </message>
    <message>
        <source>author box</source>
        <translation>рамка автора</translation>
    </message>
    <message>
        <source>beside the article</source>
        <translation>рядом со статьёй</translation>
    </message>
    <message>
        <source>button</source>
        <translation>кнопка</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>подпись</translation>
    </message>
    <message>
        <source>comment form</source>
        <translation>форма комментария</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>комментарии</translation>
    </message>
    <message>
        <source>contents</source>
        <translation>оглавление</translation>
    </message>
    <message>
        <source>cookie notice</source>
        <translation>уведомление о cookie</translation>
    </message>
    <message>
        <source>copyright</source>
        <translation>авторские права</translation>
    </message>
    <message>
        <source>dialog</source>
        <translation>диалог</translation>
    </message>
    <message>
        <source>footnote</source>
        <translation>сноска</translation>
    </message>
    <message>
        <source>form</source>
        <translation>форма</translation>
    </message>
    <message>
        <source>front matter</source>
        <translation>служебный заголовок</translation>
    </message>
    <message>
        <source>hidden on the page</source>
        <translation>скрыто на странице</translation>
    </message>
    <message>
        <source>invisible characters</source>
        <translation>невидимые знаки</translation>
    </message>
    <message>
        <source>label</source>
        <translation>ярлык</translation>
    </message>
    <message>
        <source>line numbers</source>
        <translation>номера строк</translation>
    </message>
    <message>
        <source>link address</source>
        <translation>адрес ссылки</translation>
    </message>
    <message>
        <source>navigation</source>
        <translation>навигация</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>нет текста</translation>
    </message>
    <message>
        <source>nothing left under it</source>
        <translation>под ним ничего не осталось</translation>
    </message>
    <message>
        <source>page footer</source>
        <translation>подвал страницы</translation>
    </message>
    <message>
        <source>placeholder</source>
        <translation>заглушка</translation>
    </message>
    <message>
        <source>Project Gutenberg licence</source>
        <translation>лицензия проекта «Гутенберг»</translation>
    </message>
    <message>
        <source>related links</source>
        <translation>похожие ссылки</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>линейка</translation>
    </message>
    <message>
        <source>running head or page number</source>
        <translation>колонтитул или номер страницы</translation>
    </message>
    <message>
        <source>section label</source>
        <translation>рубрика</translation>
    </message>
    <message>
        <source>share buttons</source>
        <translation>кнопки «поделиться»</translation>
    </message>
    <message>
        <source>short lines beside the article</source>
        <translation>короткие строки рядом со статьёй</translation>
    </message>
    <message>
        <source>shown only without scripts</source>
        <translation>видно только без скриптов</translation>
    </message>
    <message>
        <source>sign-up</source>
        <translation>подписка</translation>
    </message>
    <message>
        <source>words in a figure</source>
        <translation>слова на рисунке</translation>
    </message>
</context>
<context>
    <name>FoundMatches</name>
    <message>
        <source>No match is shown for these two articles.</source>
        <translation>Для этих двух статей совпадений не показано.</translation>
    </message>
    <message>
        <source>This is the last match.</source>
        <translation>Это последнее совпадение.</translation>
    </message>
    <message>
        <source>This is the first match.</source>
        <translation>Это первое совпадение.</translation>
    </message>
    <message>
        <source>Nothing is shown in which these two articles differ.</source>
        <translation>Среди показанного нет ничего, в чём эти две статьи расходятся.</translation>
    </message>
    <message>
        <source>This is the last difference.</source>
        <translation>Это последнее расхождение.</translation>
    </message>
    <message>
        <source>This is the first difference.</source>
        <translation>Это первое расхождение.</translation>
    </message>
    <message>
        <source>These two articles are not compared yet.</source>
        <translation>Эти две статьи ещё не сравнены.</translation>
    </message>
    <message>
        <source>Nothing on the other side corresponds to this passage.</source>
        <translation>На другой стороне этому фрагменту ничего не соответствует.</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>Not grouped</source>
        <translation>Без групп</translation>
    </message>
    <message>
        <source>By pair</source>
        <translation>По паре</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>По статье</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>По метке</translation>
    </message>
    <message>
        <source>By stance</source>
        <translation>По оценке</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>по дате</translation>
    </message>
    <message>
        <source>By colour</source>
        <translation>По цвету</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>Pages of the guide</source>
        <translation>Страницы руководства</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>Руководство</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>Что означают цвета</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Клавиши</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>HistoryPresenter</name>
    <message numerus="yes">
        <source>%n judged</source>
        <translation>
            <numerusform>%n оценено</numerusform>
            <numerusform>%n оценено</numerusform>
            <numerusform>%n оценено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n заметка</numerusform>
            <numerusform>%n заметки</numerusform>
            <numerusform>%n заметок</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message numerus="yes">
        <source>%n more in this article</source>
        <translation>
            <numerusform>ещё %n в этой статье</numerusform>
            <numerusform>ещё %n в этой статье</numerusform>
            <numerusform>ещё %n в этой статье</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitsPresenter</name>
    <message>
        <source>There is no hit to go to: Ctrl+F searches both articles.</source>
        <translation>Переходить не к чему: Ctrl+F ищет в обеих статьях.</translation>
    </message>
    <message>
        <source>Hit {0} of {1}</source>
        <translation>Место {0} из {1}</translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message>
        <source>Articles added</source>
        <translation>Статьи добавлены</translation>
    </message>
    <message>
        <source>The files themselves were not touched.</source>
        <translation>Сами файлы не тронуты.</translation>
    </message>
    <message>
        <source>Files that could not be added</source>
        <translation>Файлы, которые не удалось добавить</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Show the &amp;file</source>
        <translation>Показать &amp;файл</translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation>&amp;Копировать список</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>IndexPresenter</name>
    <message>
        <source>The index is of another version or was damaged. It is made anew.</source>
        <translation>Индекс другой версии или был повреждён. Он создаётся заново.</translation>
    </message>
    <message>
        <source>The library has grown. Its index moves to a faster engine.</source>
        <translation>Библиотека выросла. Её индекс переходит на более быстрый движок.</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Match rejected. Ctrl+Z takes it back.</source>
        <translation>Совпадение отклонено. Ctrl+Z отменит.</translation>
    </message>
    <message>
        <source>A verdict on another match was taken back.</source>
        <translation>Решение по другому совпадению отменено.</translation>
    </message>
    <message>
        <source>A verdict on another match was given again.</source>
        <translation>Решение по другому совпадению вынесено снова.</translation>
    </message>
    <message>
        <source>Match accepted. Ctrl+Z takes it back.</source>
        <translation>Совпадение принято. Ctrl+Z отменит.</translation>
    </message>
    <message>
        <source>The match is accepted again.</source>
        <translation>Совпадение снова принято.</translation>
    </message>
    <message>
        <source>The match is rejected again.</source>
        <translation>Совпадение снова отклонено.</translation>
    </message>
    <message>
        <source>The match is no longer rejected.</source>
        <translation>Совпадение больше не отклонено.</translation>
    </message>
    <message>
        <source>The match is no longer accepted.</source>
        <translation>Совпадение больше не принято.</translation>
    </message>
    <message>
        <source>Pin two articles first.</source>
        <translation>Сначала закрепите две статьи.</translation>
    </message>
    <message>
        <source>No match is shown for these two articles.</source>
        <translation>Для этих двух статей совпадений не показано.</translation>
    </message>
    <message>
        <source>Choose a match first: Alt+Down goes to the next.</source>
        <translation>Сначала выберите совпадение: Alt+Down ведёт к следующему.</translation>
    </message>
</context>
<context>
    <name>KeepingState</name>
    <message>
        <source>Close Diptych and run “diptych doctor --repair”.</source>
        <translation>Закройте Diptych и выполните «diptych doctor --repair».</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Same words</source>
        <translation>Те же слова</translation>
    </message>
    <message>
        <source>Same claim</source>
        <translation>То же утверждение</translation>
    </message>
    <message>
        <source>Same source</source>
        <translation>Один источник</translation>
    </message>
    <message>
        <source>Same facts</source>
        <translation>Те же факты</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Близко</translation>
    </message>
    <message>
        <source>Denies</source>
        <translation>Отрицает</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Расходится</translation>
    </message>
</context>
<context>
    <name>KindChips</name>
    <message>
        <source>Show only where the two disagree: figures, dates, what one side denies (F8)</source>
        <translation>Показать только расхождения: числа, даты, что отрицает одна из сторон (F8)</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонённые</translation>
    </message>
    <message>
        <source>Show the matches you rejected</source>
        <translation>Показать отклонённые совпадения</translation>
    </message>
</context>
<context>
    <name>KindKey</name>
    <message>
        <source>What the colours mean</source>
        <translation>Что означают цвета</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Подробнее…</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>word for word</source>
        <translation>слово в слово</translation>
    </message>
    <message>
        <source>the same in other words</source>
        <translation>то же другими словами</translation>
    </message>
    <message>
        <source>the same figures, dates, names</source>
        <translation>те же числа, даты, имена</translation>
    </message>
    <message>
        <source>a work that both cite</source>
        <translation>работа, на которую ссылаются оба</translation>
    </message>
    <message>
        <source>Both have this wording: a quotation, or text that one took from the other.</source>
        <translation>Эти слова есть в обоих: цитата или текст, который один взял у другого.</translation>
    </message>
    <message>
        <source>Both say this, each in words of its own; the strength tells how likely it is.</source>
        <translation>Это говорят оба, каждый своими словами; сила показывает, насколько это вероятно.</translation>
    </message>
    <message>
        <source>Both give the same figures, dates or names, whatever they say of them.</source>
        <translation>В обоих одни и те же числа, даты или имена, что бы о них ни говорилось.</translation>
    </message>
    <message>
        <source>Both cite this work, whatever they say of it: in their lists, and in the text.</source>
        <translation>Оба ссылаются на эту работу, что бы о ней ни говорили: в списках литературы и в тексте.</translation>
    </message>
    <message>
        <source>Only this article says it (View, Mark what is only here).</source>
        <translation>Это говорит только эта статья (Вид, отметить то, что есть только здесь).</translation>
    </message>
    <message>
        <source>You have written a note on it, in the colour of the note.</source>
        <translation>Здесь ваша заметка; цвет черты — цвет заметки.</translation>
    </message>
    <message>
        <source>It holds a word you search for; Esc takes these away.</source>
        <translation>Здесь искомое слово; Esc убирает эти отметки.</translation>
    </message>
    <message>
        <source>The two differ here: another figure or date, or one side denies it (F8).</source>
        <translation>Здесь тексты расходятся: другое число или дата, или одна сторона это отрицает (F8).</translation>
    </message>
    <message>
        <source>The current match: stronger, with a line under it.</source>
        <translation>Текущее совпадение: ярче и с чертой под ним.</translation>
    </message>
    <message>
        <source>Where matches overlap, the colour of the strongest is shown.</source>
        <translation>Где совпадения накладываются, показан цвет самого сильного.</translation>
    </message>
    <message>
        <source>The bands between the texts and the strips beside them have the same colours; the letter of a kind says the same without colour.</source>
        <translation>У лент между текстами и полос рядом с ними те же цвета; буква каждого вида говорит то же без цвета.</translation>
    </message>
    <message>
        <source>A bar under a row of the library says how much it shares with the open article.</source>
        <translation>Полоска под строкой библиотеки показывает, сколько общего у неё с открытой статьёй.</translation>
    </message>
    <message>
        <source>A card says Related where two claims are only near one another, Denies or Differs where they part.</source>
        <translation>Карточка говорит «Близко», где утверждения лишь близки, и «Отрицает» или «Расходится», где они расходятся.</translation>
    </message>
    <message>
        <source>Grey text was taken for something that is not the article&apos;s.</source>
        <translation>Серый текст, по всей видимости, не относится к статье.</translation>
    </message>
</context>
<context>
    <name>LibraryCarePresenter</name>
    <message>
        <source>Tag the articles</source>
        <translation>Метки статей</translation>
    </message>
    <message>
        <source>Without a tag nothing changes.</source>
        <translation>Без метки ничего не изменится.</translation>
    </message>
    <message>
        <source>Other articles have it too.</source>
        <translation>Эта метка есть и у других статей.</translation>
    </message>
    <message>
        <source>No article has it so far.</source>
        <translation>Такой метки пока нет ни у одной статьи.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) tagged #{0}.</source>
        <translation>
            <numerusform>%n статья с меткой #{0}.</numerusform>
            <numerusform>%n статьи с меткой #{0}.</numerusform>
            <numerusform>%n статей с меткой #{0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tag stays as it is.</source>
        <translation>Метка останется как есть.</translation>
    </message>
    <message>
        <source>The two tags become one.</source>
        <translation>Две метки станут одной.</translation>
    </message>
    <message>
        <source>Every article that has it follows.</source>
        <translation>Она изменится у всех статей, где есть.</translation>
    </message>
    <message>
        <source>Rename the tag</source>
        <translation>Переименовать метку</translation>
    </message>
    <message>
        <source>#{0} is #{1} now.</source>
        <translation>#{0} теперь #{1}.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) removed.</source>
        <translation>
            <numerusform>Удалена %n метка.</numerusform>
            <numerusform>Удалены %n метки.</numerusform>
            <numerusform>Удалено %n меток.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked through no longer; its articles stay.</source>
        <translation>Больше не просматривается; статьи остаются.</translation>
    </message>
</context>
<context>
    <name>LibraryHeading</name>
    <message>
        <source>In &amp;groups</source>
        <translation>По &amp;группам</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>&amp;Показать</translation>
    </message>
    <message>
        <source>Sort the library</source>
        <translation>Порядок библиотеки</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Чтение</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Подборки</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>&amp;All articles</source>
        <translation>&amp;Все статьи</translation>
    </message>
    <message>
        <source>Reading list</source>
        <translation>Список для чтения</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Непрочитанные</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитанные</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Библиотека</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>по названию</translation>
    </message>
    <message>
        <source>By author</source>
        <translation>по автору</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>по источнику</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>по дате</translation>
    </message>
    <message>
        <source>By date added</source>
        <translation>по добавлению</translation>
    </message>
    <message>
        <source>By similarity</source>
        <translation>по сходству</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Add articles</source>
        <translation>Добавить статьи</translation>
    </message>
    <message>
        <source>Filter by title, author, source</source>
        <translation>Название, автор, источник</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>Отбор в библиотеке</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Добавить &amp;файлы…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>Добавить &amp;папку…</translation>
    </message>
    <message>
        <source>Open the &amp;sample articles</source>
        <translation>Открыть &amp;образцы статей</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Статей пока нет</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Clears the filter.</source>
        <translation>Сбрасывает отбор.</translation>
    </message>
    <message>
        <source>No article matches “{0}”</source>
        <translation>Нет статей по отбору «{0}»</translation>
    </message>
    <message>
        <source>Nothing in “{0}”</source>
        <translation>В «{0}» пока пусто</translation>
    </message>
    <message>
        <source>Articles come here by their menu: “Put into a collection”, or by a tag.</source>
        <translation>Статьи попадают сюда из своего меню: «Добавить в подборку» — или по метке.</translation>
    </message>
    <message>
        <source>What you add with the + above, or drop here, is listed here.</source>
        <translation>Здесь появится всё, что вы добавите кнопкой + вверху или перетащите сюда.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>Open &amp;both side by side</source>
        <translation>Открыть обе &amp;рядом</translation>
    </message>
    <message>
        <source>Pin &amp;left</source>
        <translation>Закрепить с&amp;лева</translation>
    </message>
    <message>
        <source>Pin &amp;right</source>
        <translation>Закрепить с&amp;права</translation>
    </message>
    <message>
        <source>&amp;Edit title, author, date…</source>
        <translation>&amp;Изменить название, автора, дату…</translation>
    </message>
    <message>
        <source>Ta&amp;gs…</source>
        <translation>&amp;Метки…</translation>
    </message>
    <message>
        <source>Open a &amp;chapter…</source>
        <translation>Открыть &amp;главу…</translation>
    </message>
    <message>
        <source>Show the &amp;file in its folder</source>
        <translation>Показать &amp;файл в папке</translation>
    </message>
    <message>
        <source>Re&amp;move from the library</source>
        <translation>&amp;Убрать из библиотеки</translation>
    </message>
    <message>
        <source>Put into a co&amp;llection</source>
        <translation>Добавить в под&amp;борку</translation>
    </message>
    <message>
        <source>&amp;New collection…</source>
        <translation>&amp;Новая подборка…</translation>
    </message>
    <message>
        <source>Take out of “{0}”</source>
        <translation>Убрать из «{0}»</translation>
    </message>
    <message>
        <source>Rea&amp;ding</source>
        <translation>&amp;Чтение</translation>
    </message>
    <message>
        <source>On the reading &amp;list</source>
        <translation>В &amp;списке для чтения</translation>
    </message>
    <message>
        <source>&amp;Begun</source>
        <translation>&amp;Начата</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Прочитана</translation>
    </message>
    <message>
        <source>&amp;Unread</source>
        <translation>Н&amp;е прочитана</translation>
    </message>
    <message>
        <source>pinned left</source>
        <translation>закреплена слева</translation>
    </message>
    <message>
        <source>pinned right</source>
        <translation>закреплена справа</translation>
    </message>
    <message>
        <source>{0} % in common</source>
        <translation>общего {0} %</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>файл не найден</translation>
    </message>
</context>
<context>
    <name>LibraryPresenter</name>
    <message>
        <source>Choose an article in the library first.</source>
        <translation>Сначала выберите статью в библиотеке.</translation>
    </message>
    <message>
        <source>Looking for two that share much…</source>
        <translation>Ищем две, у которых много общего…</translation>
    </message>
    <message>
        <source>No two articles here share a passage.</source>
        <translation>Здесь нет двух статей с общим отрывком.</translation>
    </message>
    <message>
        <source>“{0}” made room for “{1}”; Alt+Left brings it back.</source>
        <translation>«{0}» уступила место «{1}»; Alt+Left вернёт её.</translation>
    </message>
    <message>
        <source>The folder {0} is no longer there.</source>
        <translation>Папки {0} больше нет.</translation>
    </message>
</context>
<context>
    <name>LibraryRowDelegate</name>
    <message>
        <source>LEFT</source>
        <translation>СЛЕВА</translation>
    </message>
    <message>
        <source>RIGHT</source>
        <translation>СПРАВА</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>файл не найден</translation>
    </message>
</context>
<context>
    <name>LookupsPresenter</name>
    <message>
        <source>Pin two articles first.</source>
        <translation>Сначала закрепите две статьи.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Matches</source>
        <translation>Общее</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Только здесь</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
</context>
<context>
    <name>ManyNotesPresenter</name>
    <message>
        <source>Co&amp;lour</source>
        <translation>&amp;Цвет</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>&amp;Метки…</translation>
    </message>
    <message>
        <source>&amp;Merge into one</source>
        <translation>&amp;Объединить в одну</translation>
    </message>
    <message>
        <source>Lin&amp;k with one another</source>
        <translation>&amp;Связать друг с другом</translation>
    </message>
    <message>
        <source>Cop&amp;y the note</source>
        <translation>Копировать &amp;заметку</translation>
    </message>
    <message>
        <source>&amp;Copy the link</source>
        <translation>&amp;Копировать ссылку</translation>
    </message>
    <message>
        <source>Choose notes in the list first.</source>
        <translation>Сначала выберите заметки в списке.</translation>
    </message>
    <message>
        <source>Without a tag nothing changes.</source>
        <translation>Без метки ничего не изменится.</translation>
    </message>
    <message>
        <source>Tags of the notes</source>
        <translation>Метки заметок</translation>
    </message>
    <message>
        <source>Added: port ferry. Taken away: -ferry</source>
        <translation>Добавить: порт паром. Убрать: -паром</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Скопировано.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed.</source>
        <translation>
            <numerusform>Изменена %n заметка.</numerusform>
            <numerusform>Изменены %n заметки.</numerusform>
            <numerusform>Изменено %n заметок.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkingPresenter</name>
    <message>
        <source>Select the words to highlight first.</source>
        <translation>Сначала выделите слова.</translation>
    </message>
    <message>
        <source>Highlighted. Press H once more, or Ctrl+Z, to take it back.</source>
        <translation>Выделено. Нажмите H ещё раз или Ctrl+Z, чтобы отменить.</translation>
    </message>
    <message>
        <source>Select words in an article first.</source>
        <translation>Сначала выделите слова в статье.</translation>
    </message>
    <message>
        <source>No match is found there: select it on the other side, then do this again.</source>
        <translation>Совпадения здесь нет: выделите отрывок на другой стороне и повторите.</translation>
    </message>
    <message>
        <source>Both passages are highlighted.</source>
        <translation>Оба отрывка выделены.</translation>
    </message>
</context>
<context>
    <name>MatchCardDelegate</name>
    <message>
        <source>differ: {0}</source>
        <translation>расходятся: {0}</translation>
    </message>
    <message>
        <source>one side denies it</source>
        <translation>одна сторона отрицает</translation>
    </message>
    <message>
        <source>counterpart {0} of {1}</source>
        <translation>соответствие {0} из {1}</translation>
    </message>
    <message>
        <source>✓ accepted</source>
        <translation>✓ принято</translation>
    </message>
    <message>
        <source>✕ rejected</source>
        <translation>✕ отклонено</translation>
    </message>
</context>
<context>
    <name>MatchList</name>
    <message>
        <source>Matches</source>
        <translation>Общее</translation>
    </message>
    <message>
        <source>&amp;Go to it</source>
        <translation>&amp;Перейти</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>При&amp;нять</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>&amp;Отклонить</translation>
    </message>
    <message>
        <source>Write a &amp;note…</source>
        <translation>Написать &amp;заметку…</translation>
    </message>
    <message>
        <source>&amp;Why this match</source>
        <translation>Поч&amp;ему это совпадение</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation>Совпадение {0} из {1}</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>есть заметка</translation>
    </message>
    <message>
        <source>left: {0}</source>
        <translation>слева: {0}</translation>
    </message>
    <message>
        <source>right: {0}</source>
        <translation>справа: {0}</translation>
    </message>
</context>
<context>
    <name>MatchTools</name>
    <message>
        <source>Strongest</source>
        <translation>Сильнейшие</translation>
    </message>
    <message>
        <source>Reading order</source>
        <translation>По ходу чтения</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Сила</translation>
    </message>
    <message>
        <source>Least strength shown, in percent</source>
        <translation>Наименьшая сила, в процентах</translation>
    </message>
    <message>
        <source>Hide matches weaker than this</source>
        <translation>Скрыть совпадения слабее</translation>
    </message>
    <message>
        <source>Order of the matches</source>
        <translation>Порядок совпадений</translation>
    </message>
    <message>
        <source>&amp;Reading order</source>
        <translation>По &amp;ходу чтения</translation>
    </message>
    <message>
        <source>&amp;Strongest first</source>
        <translation>Сначала &amp;сильные</translation>
    </message>
    <message>
        <source>Same &amp;words from</source>
        <translation>Те же &amp;слова от</translation>
    </message>
</context>
<context>
    <name>MatchesPanel</name>
    <message>
        <source>Not compared by meaning</source>
        <translation>По смыслу не сравнивалось</translation>
    </message>
    <message>
        <source>The two are in different languages. Until an encoder that knows both has read them, only quotations, names and figures can be compared.</source>
        <translation>Статьи на разных языках. Пока их не прочла модель, знающая оба языка, сравнить можно только цитаты, имена и числа.</translation>
    </message>
    <message>
        <source>Not yet compared by meaning</source>
        <translation>По смыслу ещё не сравнено</translation>
    </message>
    <message>
        <source>Their words have nothing in common. What they say in other words is still being read; the line at the bottom tells how far that is.</source>
        <translation>Общих слов в них нет. Что сказано другими словами, ещё читается; внизу видно, сколько прочитано.</translation>
    </message>
    <message>
        <source>No words in common</source>
        <translation>Общих слов нет</translation>
    </message>
    <message>
        <source>These two articles share no wording, names or figures. What they say in other words was not compared.</source>
        <translation>У этих двух статей нет общих слов, имён и чисел. Сказанное другими словами не сравнивалось.</translation>
    </message>
    <message>
        <source>Nothing in common found</source>
        <translation>Общего не найдено</translation>
    </message>
    <message>
        <source>These two articles share no wording, claims or facts that could be told. “Only here” lists what each of them says.</source>
        <translation>У этих статей не видно общих слов, утверждений или фактов. Во вкладке «Только здесь» — что говорит каждая.</translation>
    </message>
    <message>
        <source>Pin a second article with Alt+1 or Alt+2 to see what they share.</source>
        <translation>Закрепите вторую статью: Alt+1 или Alt+2, и станет видно общее.</translation>
    </message>
    <message>
        <source>Pin one with Alt+1 and another with Alt+2, or drag them from the library.</source>
        <translation>Закрепите одну клавишами Alt+1, другую — Alt+2, или перетащите их из библиотеки.</translation>
    </message>
    <message>
        <source>Two articles make a comparison</source>
        <translation>Для сравнения нужны две статьи</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнение…</translation>
    </message>
    <message>
        <source>You can read on meanwhile.</source>
        <translation>Читать можно и сейчас.</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Не сравнено</translation>
    </message>
    <message>
        <source>Comparing was stopped.</source>
        <translation>Сравнение остановлено.</translation>
    </message>
    <message>
        <source>Order adjusted by your verdicts: {0}</source>
        <translation>Порядок учитывает ваши оценки: {0}</translation>
    </message>
    <message>
        <source>Find two that share much</source>
        <translation>Найти две с общим содержанием</translation>
    </message>
    <message>
        <source>The overview shows how much each two have in common.</source>
        <translation>Обзор показывает, сколько общего у каждых двух статей.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Long texts take a while.</source>
        <translation>Длинные тексты требуют времени.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Resets the filters.</source>
        <translation>Сбрасывает отбор.</translation>
    </message>
</context>
<context>
    <name>MatchesPresenter</name>
    <message>
        <source>Comparing the two articles</source>
        <translation>Сравнение двух статей</translation>
    </message>
    <message>
        <source>Both sides show the same article.</source>
        <translation>С обеих сторон одна и та же статья.</translation>
    </message>
    <message>
        <source>The left article has no text to compare.</source>
        <translation>В левой статье нет текста для сравнения.</translation>
    </message>
    <message>
        <source>The right article has no text to compare.</source>
        <translation>В правой статье нет текста для сравнения.</translation>
    </message>
    <message>
        <source>These look like two versions of one text.</source>
        <translation>Похоже, это две версии одного текста.</translation>
    </message>
    <message>
        <source>Without matches the sides scroll together by proportion.</source>
        <translation>Без совпадений стороны прокручиваются пропорционально.</translation>
    </message>
    <message>
        <source>The matches now go by meaning as well.</source>
        <translation>Совпадения теперь учитывают и смысл.</translation>
    </message>
    <message>
        <source>The matches now go by meaning as well: {0} instead of {1}.</source>
        <translation>Совпадения теперь найдены и по смыслу: {0} вместо {1}.</translation>
    </message>
    <message>
        <source>Compared across two languages by meaning ({0}).</source>
        <translation>Два языка сравнены по смыслу ({0}).</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Общее</translation>
    </message>
    <message>
        <source>Matches {0}</source>
        <translation>Общее {0}</translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation>Совпадение {0} из {1}</translation>
    </message>
    <message>
        <source>There is no match to tell of.</source>
        <translation>Нет совпадения, о котором можно рассказать.</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Shared passages of each two articles</source>
        <translation>Общие фрагменты каждых двух статей</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>not compared yet</source>
        <translation>ещё не сравнивались</translation>
    </message>
    <message numerus="yes">
        <source>about %n passage(s) in common, not compared yet</source>
        <translation>
            <numerusform>около %n общего отрывка, ещё не сравнено</numerusform>
            <numerusform>около %n общих отрывков, ещё не сравнено</numerusform>
            <numerusform>около %n общих отрывков, ещё не сравнено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeaningPresenter</name>
    <message>
        <source>Both are read for meaning: these counts are final.</source>
        <translation>Обе прочитаны по смыслу: эти числа окончательные.</translation>
    </message>
    <message>
        <source>Reading for meaning is paused</source>
        <translation>Чтение по смыслу приостановлено</translation>
    </message>
    <message>
        <source>Click to go on</source>
        <translation>Щёлкните, чтобы продолжить</translation>
    </message>
    <message>
        <source>Reading for meaning: {0} %</source>
        <translation>Чтение по смыслу: {0} %</translation>
    </message>
    <message>
        <source>Click to pause</source>
        <translation>Щёлкните, чтобы приостановить</translation>
    </message>
</context>
<context>
    <name>NameSheet</name>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;ОК</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>NeedsAttention</name>
    <message>
        <source>Notes that need attention</source>
        <translation>Заметки, требующие внимания</translation>
    </message>
    <message>
        <source>Their texts changed. Nothing was deleted; say where the words are now.</source>
        <translation>Тексты изменились. Ничего не удалено; укажите, где слова теперь.</translation>
    </message>
    <message>
        <source>All notes stand where they should.</source>
        <translation>Все заметки на своих местах.</translation>
    </message>
    <message>
        <source>Passages without a sure place</source>
        <translation>Фрагменты без надёжного места</translation>
    </message>
    <message>
        <source>It is &amp;here</source>
        <translation>Это &amp;здесь</translation>
    </message>
    <message>
        <source>&amp;Choose in the text…</source>
        <translation>&amp;Выбрать в тексте…</translation>
    </message>
    <message>
        <source>&amp;Keep without a place</source>
        <translation>&amp;Оставить без места</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Where the words may be now</source>
        <translation>Где слова могут быть теперь</translation>
    </message>
    <message>
        <source>Where it may be now:</source>
        <translation>Где это может быть:</translation>
    </message>
    <message>
        <source>Nothing like it stands in the article now.</source>
        <translation>Ничего похожего в статье теперь нет.</translation>
    </message>
</context>
<context>
    <name>NoneLeft</name>
    <message>
        <source>They differ nowhere</source>
        <translation>Расхождений нет</translation>
    </message>
    <message>
        <source>No figure or date is told otherwise, and nothing is denied, as far as could be told.</source>
        <translation>Насколько можно судить, ни число, ни дата не названы иначе, и ничего не отрицается.</translation>
    </message>
    <message>
        <source>All matches are filtered out</source>
        <translation>Все совпадения скрыты отбором</translation>
    </message>
    <message>
        <source>Switch a kind on again or lower the strength.</source>
        <translation>Включите вид снова или снизьте силу.</translation>
    </message>
</context>
<context>
    <name>NoteCardDelegate</name>
    <message>
        <source>other version</source>
        <translation>другая версия</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>выделение</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>из {0}</translation>
    </message>
</context>
<context>
    <name>NoteCarePresenter</name>
    <message>
        <source>The backup was restored. Your notes of before are kept in {0}</source>
        <translation>Копия восстановлена. Прежние заметки сохранены в {0}</translation>
    </message>
    <message>
        <source>The backup was restored.</source>
        <translation>Копия восстановлена.</translation>
    </message>
    <message>
        <source>Keep a Markdown copy of the notes in this folder</source>
        <translation>Хранить копию заметок в Markdown в этой папке</translation>
    </message>
    <message>
        <source>A Markdown copy of your notes is kept in {0}</source>
        <translation>Копия заметок в Markdown хранится в {0}</translation>
    </message>
    <message>
        <source>No Markdown copy of your notes is kept now.</source>
        <translation>Копия заметок в Markdown больше не ведётся.</translation>
    </message>
    <message>
        <source>Changed by someone else and left alone: {0}</source>
        <translation>Изменено кем-то другим и оставлено: {0}</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>Импорт заметок</translation>
    </message>
    <message>
        <source>Notes (*.json *.jsonld *.md);;All files (*)</source>
        <translation>Заметки (*.json *.jsonld *.md);;Все файлы (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added</source>
        <translation>
            <numerusform>добавлено заметок: %n</numerusform>
            <numerusform>добавлено заметок: %n</numerusform>
            <numerusform>добавлено заметок: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} updated</source>
        <translation>обновлено: {0}</translation>
    </message>
    <message>
        <source>{0} already here</source>
        <translation>уже есть: {0}</translation>
    </message>
    <message>
        <source>{0} kept as copies</source>
        <translation>сохранено копиями: {0}</translation>
    </message>
    <message>
        <source>{0} without their article here</source>
        <translation>без статьи здесь: {0}</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Saved {0}</source>
        <translation>Сохранено {0}</translation>
    </message>
    <message>
        <source>Your note, in Markdown</source>
        <translation>Ваша заметка, в Markdown</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Текст заметки</translation>
    </message>
    <message>
        <source>#tags</source>
        <translation>#метки</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>The note as it will look</source>
        <translation>Каким будет вид заметки</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Удалить эту заметку</translation>
    </message>
    <message>
        <source>Close the note</source>
        <translation>Закрыть заметку</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Отношение</translation>
    </message>
    <message>
        <source>No stance</source>
        <translation>Без оценки</translation>
    </message>
    <message>
        <source>＋ Add a passage from the left</source>
        <translation>＋ Добавить фрагмент слева</translation>
    </message>
    <message>
        <source>＋ Add a passage from the right</source>
        <translation>＋ Добавить фрагмент справа</translation>
    </message>
</context>
<context>
    <name>NotePassages</name>
    <message>
        <source>The words of this note are gone from the article.</source>
        <translation>Слов этой заметки больше нет в статье.</translation>
    </message>
    <message>
        <source>Not in the library: {0}</source>
        <translation>Нет в библиотеке: {0}</translation>
    </message>
</context>
<context>
    <name>NoteSort</name>
    <message>
        <source>Notes and highlights</source>
        <translation>Заметки и выделения</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Выделения</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>The newest {0} of {1} notes; search to see others.</source>
        <translation>Новейшие {0} из {1} заметок; остальные — поиском.</translation>
    </message>
    <message>
        <source>This pair</source>
        <translation>Эта пара</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Требуют внимания</translation>
    </message>
    <message>
        <source>Group the notes</source>
        <translation>Группировать заметки</translation>
    </message>
    <message>
        <source>Which notes are listed</source>
        <translation>Какие заметки показаны</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>Отбор заметок</translation>
    </message>
    <message>
        <source>Filter the notes</source>
        <translation>Отбор заметок</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Новая заметка</translation>
    </message>
    <message>
        <source>New note (N)</source>
        <translation>Новая заметка (N)</translation>
    </message>
    <message>
        <source>Export notes…</source>
        <translation>Экспорт заметок…</translation>
    </message>
    <message>
        <source>More about notes</source>
        <translation>Ещё о заметках</translation>
    </message>
    <message>
        <source>Recently &amp;deleted…</source>
        <translation>Недавно &amp;удалённые…</translation>
    </message>
    <message>
        <source>Needs &amp;attention…</source>
        <translation>Требуют &amp;внимания…</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Nothing of this sort here</source>
        <translation>Здесь такого нет</translation>
    </message>
    <message>
        <source>Select words and press H to highlight them.</source>
        <translation>Выделите слова и нажмите H, чтобы отметить их цветом.</translation>
    </message>
    <message>
        <source>No note holds these words</source>
        <translation>Нет заметок с этими словами</translation>
    </message>
    <message>
        <source>No notes on this pair</source>
        <translation>Об этой паре заметок нет</translation>
    </message>
    <message>
        <source>Press N on a match or a selection; the note keeps both quotations.</source>
        <translation>Нажмите N на совпадении или выделении; заметка сохранит обе цитаты.</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>Заметок пока нет</translation>
    </message>
    <message>
        <source>Notes you write appear here, whatever the article.</source>
        <translation>Здесь появятся ваши заметки ко всем статьям.</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Изменить…</translation>
    </message>
    <message>
        <source>Go to the &amp;left passage</source>
        <translation>К фрагменту с&amp;лева</translation>
    </message>
    <message>
        <source>Go to the &amp;right passage</source>
        <translation>К фрагменту с&amp;права</translation>
    </message>
    <message>
        <source>Open the note “{0}”</source>
        <translation>Открыть заметку «{0}»</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Note {0} of {1}</source>
        <translation>Заметка {0} из {1}</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>выделение</translation>
    </message>
    <message>
        <source>names the note “{0}”</source>
        <translation>упоминает заметку «{0}»</translation>
    </message>
</context>
<context>
    <name>NotesPresenter</name>
    <message>
        <source>Notes {0}</source>
        <translation>Заметки {0}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Select words in an article, or choose a match, to note on.</source>
        <translation>Выделите слова в статье или выберите совпадение, чтобы сделать заметку.</translation>
    </message>
    <message>
        <source>The note was deleted. Ctrl+Z brings it back.</source>
        <translation>Заметка удалена. Ctrl+Z вернёт её.</translation>
    </message>
    <message>
        <source>Select the passage on the other side first.</source>
        <translation>Сначала выделите фрагмент на другой стороне.</translation>
    </message>
    <message>
        <source>Open a note first.</source>
        <translation>Сначала откройте заметку.</translation>
    </message>
    <message>
        <source>Select the passage first.</source>
        <translation>Сначала выделите фрагмент.</translation>
    </message>
    <message>
        <source>The note has this passage already.</source>
        <translation>Это место в заметке уже есть.</translation>
    </message>
    <message>
        <source>Select the passage in the article, then press N.</source>
        <translation>Выделите фрагмент в статье и нажмите N.</translation>
    </message>
    <message>
        <source>The note stands there now.</source>
        <translation>Теперь заметка стоит там.</translation>
    </message>
    <message>
        <source>No note stands here.</source>
        <translation>Здесь нет заметки.</translation>
    </message>
</context>
<context>
    <name>NotesState</name>
    <message>
        <source>The note was changed elsewhere; yours is kept as a note of its own.</source>
        <translation>Заметка изменена в другом месте; ваша сохранена отдельно.</translation>
    </message>
</context>
<context>
    <name>OnlyHereDelegate</name>
    <message>
        <source>{0} % of the left has a counterpart</source>
        <translation>{0} % левой имеет соответствие</translation>
    </message>
    <message>
        <source>{0} % of the right has a counterpart</source>
        <translation>{0} % правой имеет соответствие</translation>
    </message>
</context>
<context>
    <name>OnlyHerePanel</name>
    <message>
        <source>Only in the left</source>
        <translation>Только в левой</translation>
    </message>
    <message>
        <source>Only in the right</source>
        <translation>Только в правой</translation>
    </message>
    <message>
        <source>The surest come first; what is not sure is not listed.</source>
        <translation>Сначала самое надёжное; ненадёжное в список не входит.</translation>
    </message>
    <message>
        <source>{0} % of the left has no match, but none of it is sure enough.</source>
        <translation>У {0} % левой статьи нет соответствия, но ни в чём из этого нет достаточной уверенности.</translation>
    </message>
    <message>
        <source>{0} % of the right has no match, but none of it is sure enough.</source>
        <translation>У {0} % правой статьи нет соответствия, но ни в чём из этого нет достаточной уверенности.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнение…</translation>
    </message>
    <message>
        <source>You can read on meanwhile.</source>
        <translation>Тем временем можно читать дальше.</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Не сравнено</translation>
    </message>
    <message>
        <source>Press Compare in the list of matches.</source>
        <translation>Нажмите «Сравнить» в списке совпадений.</translation>
    </message>
    <message>
        <source>Not compared by meaning</source>
        <translation>По смыслу не сравнивалось</translation>
    </message>
    <message>
        <source>The two are in different languages. Until an encoder that knows both has read them, nobody can tell what stands only here.</source>
        <translation>Статьи на разных языках. Пока их не прочла модель, знающая оба языка, нельзя сказать, что есть только в одной из них.</translation>
    </message>
    <message>
        <source>Not yet compared by meaning</source>
        <translation>По смыслу ещё не сравнено</translation>
    </message>
    <message>
        <source>What stands only here is told once the two have been read for meaning.</source>
        <translation>Что есть только здесь, будет сказано, когда обе статьи прочитаны по смыслу.</translation>
    </message>
    <message>
        <source>Mark them in the text</source>
        <translation>Отмечать в тексте</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Только здесь</translation>
    </message>
    <message>
        <source>What only one of them says</source>
        <translation>Что говорит только одна</translation>
    </message>
    <message>
        <source>Pin two articles to see what each of them leaves out.</source>
        <translation>Закрепите две статьи, чтобы увидеть, о чём молчит каждая.</translation>
    </message>
    <message>
        <source>only left</source>
        <translation>только слева</translation>
    </message>
    <message>
        <source>only right</source>
        <translation>только справа</translation>
    </message>
</context>
<context>
    <name>OnlyHerePresenter</name>
    <message>
        <source>Only here {0}</source>
        <translation>Только здесь {0}</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Только здесь</translation>
    </message>
</context>
<context>
    <name>OtherWords</name>
    <message>
        <source>theme dark light sepia night font letters language settings</source>
        <translation>тема тёмная светлая сепия ночь шрифт буквы язык настройки</translation>
    </message>
    <message>
        <source>save markdown pandoc obsidian csv</source>
        <translation>сохранить markdown pandoc obsidian csv</translation>
    </message>
    <message>
        <source>pdf word docx html export save</source>
        <translation>pdf word docx html экспорт сохранить</translation>
    </message>
    <message>
        <source>open import pdf web page</source>
        <translation>открыть импорт pdf страница</translation>
    </message>
    <message>
        <source>clipboard insert text</source>
        <translation>буфер вставить текст</translation>
    </message>
    <message>
        <source>bin trash deleted restore</source>
        <translation>корзина удалённые восстановить</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>удалить</translation>
    </message>
    <message>
        <source>metadata rename correct</source>
        <translation>метаданные переименовать исправить</translation>
    </message>
    <message>
        <source>sort</source>
        <translation>сортировать</translation>
    </message>
    <message>
        <source>find</source>
        <translation>найти</translation>
    </message>
    <message>
        <source>concordance kwic</source>
        <translation>конкорданс kwic</translation>
    </message>
    <message>
        <source>citation bibtex reference</source>
        <translation>цитата bibtex ссылка</translation>
    </message>
    <message>
        <source>woven merge one column</source>
        <translation>сплести вместе столбец</translation>
    </message>
    <message>
        <source>diff changes track redline</source>
        <translation>правки изменения различия diff</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>кратко сводка</translation>
    </message>
    <message>
        <source>zoom bigger font</source>
        <translation>масштаб крупнее шрифт</translation>
    </message>
    <message>
        <source>zoom font</source>
        <translation>масштаб шрифт</translation>
    </message>
    <message>
        <source>ribbons lines links</source>
        <translation>ленты линии связи</translation>
    </message>
    <message>
        <source>focus distraction zen</source>
        <translation>сосредоточиться фокус</translation>
    </message>
    <message>
        <source>timeline who first</source>
        <translation>хронология кто первый</translation>
    </message>
    <message>
        <source>evidence reason explain</source>
        <translation>доказательства причина объяснить</translation>
    </message>
    <message>
        <source>outline contents section chapter</source>
        <translation>содержание оглавление раздел глава</translation>
    </message>
    <message>
        <source>mark colour marker</source>
        <translation>отметить цвет маркер</translation>
    </message>
    <message>
        <source>annotate comment write</source>
        <translation>комментарий написать пометка</translation>
    </message>
    <message>
        <source>recover</source>
        <translation>вернуть</translation>
    </message>
    <message>
        <source>keys hotkeys</source>
        <translation>клавиши горячие</translation>
    </message>
    <message>
        <source>manual help</source>
        <translation>руководство справка помощь</translation>
    </message>
    <message>
        <source>bug error problem</source>
        <translation>ошибка сбой проблема</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Filter the headings</source>
        <translation>Отбор заголовков</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Таких нет</translation>
    </message>
    <message>
        <source>No headings</source>
        <translation>Нет заголовков</translation>
    </message>
    <message>
        <source>No heading is called like that.</source>
        <translation>Такого заголовка нет.</translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation>В этой статье нет заголовков.</translation>
    </message>
    <message>
        <source>you are here, at {0} %</source>
        <translation>вы здесь, на {0} %</translation>
    </message>
</context>
<context>
    <name>OutlinePresenter</name>
    <message>
        <source>Headings</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation>В этой статье нет заголовков.</translation>
    </message>
    <message>
        <source>You are at {0} % of “{1}”.</source>
        <translation>Вы на {0} % текста «{1}».</translation>
    </message>
    <message>
        <source>You are at {0} % of “{1}” and at {2} % of this part.</source>
        <translation>Вы на {0} % текста «{1}» и на {2} % этой части.</translation>
    </message>
    <message>
        <source>The number beside a heading counts its changes.</source>
        <translation>Число у заголовка — сколько в нём изменений.</translation>
    </message>
    <message>
        <source>The number beside a heading counts its matches.</source>
        <translation>Число у заголовка — сколько в нём соответствий.</translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message numerus="yes">
        <source>%n article(s) chosen · darker: more in common · small: an estimate, not compared yet · Enter or a double click opens both</source>
        <translation>
            <numerusform>Выбрана %n статья · темнее: больше общего · мелко: оценка, ещё не сравнено · Enter или двойной щелчок открывает обе</numerusform>
            <numerusform>Выбрано %n статьи · темнее: больше общего · мелко: оценка, ещё не сравнено · Enter или двойной щелчок открывает обе</numerusform>
            <numerusform>Выбрано %n статей · темнее: больше общего · мелко: оценка, ещё не сравнено · Enter или двойной щелчок открывает обе</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing: {0} of {1} pairs</source>
        <translation>Сравнение: {0} из {1} пар</translation>
    </message>
    <message>
        <source>Which two should you read together?</source>
        <translation>Какие две прочитать вместе?</translation>
    </message>
    <message>
        <source>Choose some articles to see which of them share most.</source>
        <translation>Выберите статьи и увидите, у каких больше общего.</translation>
    </message>
    <message>
        <source>Choose articles</source>
        <translation>Выбрать статьи</translation>
    </message>
    <message>
        <source>Up to 60 at a time.</source>
        <translation>Не больше 60 за раз.</translation>
    </message>
    <message>
        <source>When they were written</source>
        <translation>Когда они написаны</translation>
    </message>
    <message>
        <source>Choose articles…</source>
        <translation>Выбрать статьи…</translation>
    </message>
</context>
<context>
    <name>OverviewPresenter</name>
    <message>
        <source>The overview shows {0} articles.</source>
        <translation>Обзор показывает статей: {0}.</translation>
    </message>
    <message>
        <source>Select up to {0} articles (Ctrl+click), then open the overview again.</source>
        <translation>Выберите до {0} статей (Ctrl+щелчок) и снова откройте обзор.</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>The pages as they will be printed</source>
        <translation>Страницы, как они будут напечатаны</translation>
    </message>
</context>
<context>
    <name>PairsList</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Забыть</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Сохранить…</translation>
    </message>
    <message>
        <source>Saved and recent pairs</source>
        <translation>Сохранённые и недавние пары</translation>
    </message>
    <message>
        <source>Recent pairs</source>
        <translation>Недавние пары</translation>
    </message>
</context>
<context>
    <name>PanelTabs</name>
    <message>
        <source>Matches and notes</source>
        <translation>Общее и заметки</translation>
    </message>
</context>
<context>
    <name>PinnedFiles</name>
    <message>
        <source>The file has changed.</source>
        <translation>Файл изменился.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Прочитать заново</translation>
    </message>
    <message>
        <source>The file is no longer where it was; this is the stored text.</source>
        <translation>Файла больше нет на месте; это сохранённый текст.</translation>
    </message>
</context>
<context>
    <name>PlaceDelegate</name>
    <message>
        <source>{0} % alike</source>
        <translation>сходство {0} %</translation>
    </message>
</context>
<context>
    <name>PlacesPresenter</name>
    <message>
        <source>Nothing on the other side corresponds to this passage.</source>
        <translation>На другой стороне этому фрагменту ничего не соответствует.</translation>
    </message>
    <message>
        <source>Nothing has been aligned by hand here.</source>
        <translation>Здесь ничего не выровнено вручную.</translation>
    </message>
    <message>
        <source>Nothing is aligned by hand any more.</source>
        <translation>Выравниваний вручную больше нет.</translation>
    </message>
    <message>
        <source>No longer aligned there.</source>
        <translation>Это место больше не выровнено.</translation>
    </message>
    <message>
        <source>Pin two articles first.</source>
        <translation>Сначала закрепите две статьи.</translation>
    </message>
    <message>
        <source>Aligned here. A click on its mark takes it away.</source>
        <translation>Выровнено. Щелчок по отметке снимает.</translation>
    </message>
</context>
<context>
    <name>Present</name>
    <message>
        <source>Two articles are compared at a time: pin one with Alt+1, one with Alt+2.</source>
        <translation>Сравниваются две статьи сразу: закрепите одну клавишами Alt+1, другую — Alt+2.</translation>
    </message>
    <message>
        <source>left paragraph {0}, right paragraph {1}</source>
        <translation>левая сторона, абзац {0}, правая, абзац {1}</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>сильное</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>среднее</translation>
    </message>
    <message>
        <source>faint</source>
        <translation>слабое</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Сохранённый поиск</translation>
    </message>
    <message>
        <source>Searched before</source>
        <translation>Недавний поиск</translation>
    </message>
    <message>
        <source>paragraph {0}</source>
        <translation>абзац {0}</translation>
    </message>
</context>
<context>
    <name>PresentCompanions</name>
    <message>
        <source>{0} % of the left, {1} % of the right</source>
        <translation>{0} % левой, {1} % правой</translation>
    </message>
</context>
<context>
    <name>PresentNotes</name>
    <message>
        <source>From another text: {0}</source>
        <translation>Из другого текста: {0}</translation>
    </message>
    <message>
        <source>another note</source>
        <translation>другая заметка</translation>
    </message>
    <message>
        <source>Without a passage</source>
        <translation>Без фрагмента</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>Без метки</translation>
    </message>
    <message>
        <source>Without a stance</source>
        <translation>Без оценки</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>стр. {0}</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>строка {0}</translation>
    </message>
    <message>
        <source>paragraph {0}</source>
        <translation>абзац {0}</translation>
    </message>
    <message>
        <source>when Diptych started</source>
        <translation>при запуске Diptych</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>сделана вручную</translation>
    </message>
    <message>
        <source>before another was restored</source>
        <translation>перед восстановлением другой</translation>
    </message>
    <message>
        <source>before a repair</source>
        <translation>перед починкой</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>перед обновлением</translation>
    </message>
</context>
<context>
    <name>PrintPresenter</name>
    <message>
        <source>Open an article to print it.</source>
        <translation>Откройте статью, чтобы её напечатать.</translation>
    </message>
    <message>
        <source>Report on the pair</source>
        <translation>Отчёт о паре</translation>
    </message>
    <message>
        <source>{0} is still being printed.</source>
        <translation>Ещё печатается: {0}.</translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>Вёрстка страниц…</translation>
    </message>
    <message>
        <source>Printing {0}</source>
        <translation>Печать: {0}</translation>
    </message>
    <message>
        <source>Stopped; nothing was printed.</source>
        <translation>Остановлено; ничего не напечатано.</translation>
    </message>
    <message>
        <source>Stopped; the sheets printed so far may still come out.</source>
        <translation>Остановлено; уже напечатанные листы ещё могут выйти.</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Записано в {0}</translation>
    </message>
    <message>
        <source>Sent to the printer: {0}</source>
        <translation>Отправлено на принтер: {0}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить как PDF</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Запись…</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>Что печатается</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Печать…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Сохранить как P&amp;DF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>Вёрстка страниц…</translation>
    </message>
    <message>
        <source>Setting the pages… {0} %</source>
        <translation>Вёрстка страниц… {0} %</translation>
    </message>
</context>
<context>
    <name>QuoteCheck</name>
    <message>
        <source>Check a quotation</source>
        <translation>Проверить цитату</translation>
    </message>
    <message>
        <source>Paste it; every place in the library is shown, exact or altered.</source>
        <translation>Вставьте её: будут показаны все места в библиотеке, точные и изменённые.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Поиск…</translation>
    </message>
    <message numerus="yes">
        <source>%n more article(s) have words of it in a row.</source>
        <translation>
            <numerusform>Её слова подряд есть ещё в %n статье.</numerusform>
            <numerusform>Её слова подряд есть ещё в %n статьях.</numerusform>
            <numerusform>Её слова подряд есть ещё в %n статьях.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found in the library, not even with changes.</source>
        <translation>В библиотеке не найдено, даже с изменениями.</translation>
    </message>
    <message>
        <source>Nowhere exactly so; places that are like it: {0}.</source>
        <translation>Точно так — нигде; похожих мест: {0}.</translation>
    </message>
    <message>
        <source>Stands exactly so; places: {0}.</source>
        <translation>Стоит точно так; мест: {0}.</translation>
    </message>
    <message>
        <source>Stands exactly so; places: {0}. Altered: {1}.</source>
        <translation>Стоит точно так; мест: {0}. Изменённых: {1}.</translation>
    </message>
    <message>
        <source>Paste a quotation</source>
        <translation>Вставьте цитату</translation>
    </message>
    <message>
        <source>Quotation to check</source>
        <translation>Проверяемая цитата</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Проверить</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Найденные места</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copy the words as they stand</source>
        <translation>Копировать слова как в тексте</translation>
    </message>
</context>
<context>
    <name>ReadWith</name>
    <message>
        <source>Read this with…</source>
        <translation>Читать вместе с…</translation>
    </message>
    <message>
        <source>These articles share most with it.</source>
        <translation>У этих статей с ней больше всего общего.</translation>
    </message>
    <message>
        <source>No other article in the library shares a passage with it.</source>
        <translation>Ни у одной другой статьи в библиотеке нет с ней общих фрагментов.</translation>
    </message>
    <message>
        <source>None found so far; articles are still being read for meaning.</source>
        <translation>Пока ничего не найдено; статьи ещё читаются по смыслу.</translation>
    </message>
    <message>
        <source>Looking for articles that share passages with it…</source>
        <translation>Поиск статей с общими фрагментами…</translation>
    </message>
    <message>
        <source>An article goes here</source>
        <translation>Здесь будет статья</translation>
    </message>
    <message>
        <source>Choose one in the library and press Alt+1 or Alt+2, or drag it here.</source>
        <translation>Выберите её в библиотеке и нажмите Alt+1 или Alt+2, или перетащите сюда.</translation>
    </message>
    <message>
        <source>Articles to read with it</source>
        <translation>Статьи для чтения вместе</translation>
    </message>
    <message>
        <source>Choose from the library</source>
        <translation>Выбрать из библиотеки</translation>
    </message>
</context>
<context>
    <name>ReaderMenus</name>
    <message>
        <source>&amp;Go to it</source>
        <translation>&amp;Перейти</translation>
    </message>
    <message>
        <source>&amp;Remove this alignment</source>
        <translation>&amp;Убрать это выравнивание</translation>
    </message>
</context>
<context>
    <name>ReadingListPresenter</name>
    <message numerus="yes">
        <source>%n article(s) marked as unread.</source>
        <translation>
            <numerusform>%n статья отмечена как непрочитанная.</numerusform>
            <numerusform>%n статьи отмечены как непрочитанные.</numerusform>
            <numerusform>%n статей отмечены как непрочитанные.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) put on the reading list.</source>
        <translation>
            <numerusform>%n статья в списке для чтения.</numerusform>
            <numerusform>%n статьи в списке для чтения.</numerusform>
            <numerusform>%n статей в списке для чтения.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as begun.</source>
        <translation>
            <numerusform>%n статья отмечена как начатая.</numerusform>
            <numerusform>%n статьи отмечены как начатые.</numerusform>
            <numerusform>%n статей отмечены как начатые.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as read.</source>
        <translation>
            <numerusform>%n статья отмечена как прочитанная.</numerusform>
            <numerusform>%n статьи отмечены как прочитанные.</numerusform>
            <numerusform>%n статей отмечены как прочитанные.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an article in the library first.</source>
        <translation>Сначала выберите статью в библиотеке.</translation>
    </message>
    <message>
        <source>Pin two articles first.</source>
        <translation>Сначала закрепите две статьи.</translation>
    </message>
    <message>
        <source>Without a name the pair is not saved.</source>
        <translation>Без имени пара не сохранится.</translation>
    </message>
    <message>
        <source>It takes the place of the pair saved under this name.</source>
        <translation>Заменит пару, сохранённую под этим именем.</translation>
    </message>
    <message>
        <source>It stands before the recent pairs, with a star.</source>
        <translation>Встанет перед недавними парами, со звёздочкой.</translation>
    </message>
    <message>
        <source>Save this pair</source>
        <translation>Сохранить эту пару</translation>
    </message>
    <message>
        <source>Saved as “{0}”.</source>
        <translation>Сохранено как «{0}».</translation>
    </message>
    <message>
        <source>“{0}” is kept no longer.</source>
        <translation>«{0}» больше не хранится.</translation>
    </message>
</context>
<context>
    <name>ReadingPresenter</name>
    <message>
        <source>Pin an article here: choose one in the library and press Alt+1, double-click it, or drag it here.</source>
        <translation>Закрепите здесь статью: выберите её в библиотеке и нажмите Alt+1, щёлкните дважды или перетащите сюда.</translation>
    </message>
    <message>
        <source>Pin a second article here with Alt+2, or drag it here, to see what both say.</source>
        <translation>Закрепите вторую статью клавишами Alt+2 или перетащите сюда, чтобы увидеть общее.</translation>
    </message>
    <message>
        <source>Open the two that share most</source>
        <translation>Открыть две самые близкие</translation>
    </message>
    <message>
        <source>Counterpart {0} of {1}; another click goes to the next.</source>
        <translation>Соответствие {0} из {1}; ещё один щелчок ведёт к следующему.</translation>
    </message>
    <message>
        <source>No article is open there.</source>
        <translation>Там нет открытой статьи.</translation>
    </message>
    <message>
        <source>Pin two articles first.</source>
        <translation>Сначала закрепите две статьи.</translation>
    </message>
    <message>
        <source>The trail ends here.</source>
        <translation>Дальше пройденного пути нет.</translation>
    </message>
    <message>
        <source>The sides scroll together.</source>
        <translation>Стороны прокручиваются вместе.</translation>
    </message>
    <message>
        <source>Each side scrolls alone.</source>
        <translation>Каждая сторона прокручивается отдельно.</translation>
    </message>
</context>
<context>
    <name>Remap</name>
    <message>
        <source>{0} already does “{1}”.</source>
        <translation>{0} уже делает «{1}».</translation>
    </message>
    <message>
        <source>This key is needed to move and choose.</source>
        <translation>Эта клавиша нужна для движения и выбора.</translation>
    </message>
    <message>
        <source>A letter alone is for typing; add Ctrl or Alt, or take a function key.</source>
        <translation>Одна буква нужна для набора; добавьте Ctrl или Alt или возьмите функциональную клавишу.</translation>
    </message>
</context>
<context>
    <name>RemovedArticles</name>
    <message>
        <source>Articles taken out</source>
        <translation>Убранные статьи</translation>
    </message>
    <message>
        <source>No article was taken out.</source>
        <translation>Ни одна статья не убрана.</translation>
    </message>
    <message>
        <source>Their files, notes and corrections are kept.</source>
        <translation>Их файлы, заметки и исправления сохраняются.</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>RemovingPresenter</name>
    <message>
        <source>Take articles out</source>
        <translation>Убрать статьи</translation>
    </message>
    <message numerus="yes">
        <source>Take %n article(s) out of the library?</source>
        <translation>
            <numerusform>Убрать %n статью из библиотеки?</numerusform>
            <numerusform>Убрать %n статьи из библиотеки?</numerusform>
            <numerusform>Убрать %n статей из библиотеки?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their files, notes and corrections are kept.</source>
        <translation>Их файлы, заметки и исправления сохраняются.</translation>
    </message>
    <message>
        <source>Take &amp;out</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>Taken out: {0}. No file was touched.</source>
        <translation>Убрано: {0}. Файлы не тронуты.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) put back into the library.</source>
        <translation>
            <numerusform>%n статья возвращена в библиотеку.</numerusform>
            <numerusform>%n статьи возвращены в библиотеку.</numerusform>
            <numerusform>%n статей возвращены в библиотеку.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report for a fault</source>
        <translation>Отчёт о неполадке</translation>
    </message>
    <message>
        <source>Versions, system and folders, which help to find a fault. No word of a note is in it, and it stays on this computer unless you copy it.</source>
        <translation>Версии, система и папки: они помогают найти неполадку. Слов ваших заметок здесь нет, и отчёт остаётся на этом компьютере, пока вы его не скопируете.</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>&amp;Копировать отчёт</translation>
    </message>
</context>
<context>
    <name>Ribbon</name>
    <message>
        <source>Bands joining matches; the match list has the same</source>
        <translation>Ленты между совпадениями; то же есть в списке совпадений</translation>
    </message>
    <message>
        <source>Aligned by hand; a click takes it away</source>
        <translation>Выровнено вручную; щелчок снимает</translation>
    </message>
</context>
<context>
    <name>SearchBoth</name>
    <message>
        <source>Search both articles</source>
        <translation>Искать в обеих статьях</translation>
    </message>
    <message>
        <source>The same words on both sides</source>
        <translation>Те же слова с обеих сторон</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>The words stand in neither article.</source>
        <translation>Этих слов нет ни в одной статье.</translation>
    </message>
    <message>
        <source>Passages: {0}. Facing each other: {1}. Up and Down go to them.</source>
        <translation>Фрагментов: {0}. Напротив друг друга: {1}. Стрелки вверх и вниз ведут к ним.</translation>
    </message>
    <message>
        <source>Words in both articles</source>
        <translation>Слова в обеих статьях</translation>
    </message>
    <message>
        <source>Words to look for in both articles</source>
        <translation>Слова для поиска в обеих статьях</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Фрагменты</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Left: {0}. Right: {1}</source>
        <translation>Слева: {0}. Справа: {1}</translation>
    </message>
</context>
<context>
    <name>SearchPresenter</name>
    <message>
        <source>Did you mean this?</source>
        <translation>Возможно, имелось в виду это?</translation>
    </message>
    <message>
        <source>Type what to search for first.</source>
        <translation>Сначала наберите, что искать.</translation>
    </message>
    <message>
        <source>Saved: it is listed when the search field is empty.</source>
        <translation>Сохранено: появляется, когда поле поиска пусто.</translation>
    </message>
    <message>
        <source>Select some words first.</source>
        <translation>Сначала выделите слова.</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Understood as: {0}</source>
        <translation>Понято как: {0}</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} мс</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Результаты поиска</translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation>Порядок результатов</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Сначала лучшие</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>по названию</translation>
    </message>
    <message>
        <source>&amp;Search for this</source>
        <translation>&amp;Искать это</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Забыть</translation>
    </message>
    <message>
        <source>&amp;Open the note</source>
        <translation>&amp;Открыть заметку</translation>
    </message>
    <message>
        <source>&amp;Open at this passage</source>
        <translation>&amp;Открыть на этом месте</translation>
    </message>
    <message>
        <source>Pin &amp;left</source>
        <translation>Закрепить с&amp;лева</translation>
    </message>
    <message>
        <source>Pin &amp;right</source>
        <translation>Закрепить с&amp;права</translation>
    </message>
    <message numerus="yes">
        <source>Found in %n article(s)</source>
        <translation>
            <numerusform>найдено в %n статье</numerusform>
            <numerusform>найдено в %n статьях</numerusform>
            <numerusform>найдено в %n статьях</numerusform>
        </translation>
    </message>
    <message>
        <source>Result {0} of {1}</source>
        <translation>Результат {0} из {1}</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>What can be done with the selection</source>
        <translation>Что можно сделать с выделенным</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Копировать с источником</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Искать</translation>
    </message>
    <message>
        <source>Counterpart</source>
        <translation>Соответствие</translation>
    </message>
</context>
<context>
    <name>SelectionPresenter</name>
    <message>
        <source>Select the words to copy first.</source>
        <translation>Сначала выделите слова для копирования.</translation>
    </message>
    <message>
        <source>Choose a match first.</source>
        <translation>Сначала выберите совпадение.</translation>
    </message>
    <message>
        <source>Copied with its source, as {0}.</source>
        <translation>Скопировано с источником ({0}).</translation>
    </message>
    <message>
        <source>Passages are copied as {0} now.</source>
        <translation>Теперь отрывки копируются так: {0}.</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>простой текст</translation>
    </message>
</context>
<context>
    <name>ShelvingPresenter</name>
    <message>
        <source>New collection</source>
        <translation>Новая подборка</translation>
    </message>
    <message>
        <source>Put into “{0}”.</source>
        <translation>Добавлено в «{0}».</translation>
    </message>
    <message>
        <source>What the file says stands there again.</source>
        <translation>Снова показано то, что написано в файле.</translation>
    </message>
    <message>
        <source>Your changes are kept.</source>
        <translation>Ваши изменения сохранены.</translation>
    </message>
    <message>
        <source>Taken out of “{0}”.</source>
        <translation>Убрано из «{0}».</translation>
    </message>
    <message>
        <source>Without a name nothing is put together.</source>
        <translation>Без имени подборка не появится.</translation>
    </message>
    <message>
        <source>They join the articles that are in it.</source>
        <translation>Они добавятся к статьям, которые в ней уже есть.</translation>
    </message>
    <message>
        <source>What is chosen in the list is put into it.</source>
        <translation>В неё попадёт выбранное в списке.</translation>
    </message>
    <message>
        <source>This article has no long chapters.</source>
        <translation>В этой статье нет длинных глав.</translation>
    </message>
    <message>
        <source>&amp;Show these lines</source>
        <translation>&amp;Показать эти строки</translation>
    </message>
    <message>
        <source>web furniture</source>
        <translation>обвязка страницы</translation>
    </message>
    <message>
        <source>Taken for: {0}</source>
        <translation>Принято за: {0}</translation>
    </message>
    <message>
        <source>&amp;Show this line</source>
        <translation>&amp;Показать эту строку</translation>
    </message>
    <message>
        <source>Always &amp;keep lines like this</source>
        <translation>&amp;Всегда оставлять такие строки</translation>
    </message>
    <message>
        <source>&amp;Fold this line again</source>
        <translation>&amp;Снова свернуть эту строку</translation>
    </message>
    <message>
        <source>Show &amp;all lines of this article</source>
        <translation>Показать все с&amp;троки статьи</translation>
    </message>
    <message>
        <source>Lines like this are kept from now on.</source>
        <translation>Такие строки теперь остаются.</translation>
    </message>
    <message>
        <source>Shown.</source>
        <translation>Показано.</translation>
    </message>
    <message>
        <source>Pin an article first.</source>
        <translation>Сначала закрепите статью.</translation>
    </message>
    <message>
        <source>All lines are shown.</source>
        <translation>Показаны все строки.</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Найти действие или клавишу</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>&amp;Сбросить все</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Новые клавиши</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>По &amp;умолчанию</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Нет</translation>
    </message>
    <message>
        <source>New keys for “{0}”</source>
        <translation>Новые клавиши для «{0}»</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>The headings of this article</source>
        <translation>Заголовки этой статьи</translation>
    </message>
    <message>
        <source>Left article</source>
        <translation>Левая статья</translation>
    </message>
    <message>
        <source>Right article</source>
        <translation>Правая статья</translation>
    </message>
    <message>
        <source>none pinned</source>
        <translation>не закреплена</translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>The texts alone; {0} or Esc goes back.</source>
        <translation>Только тексты; {0} или Esc возвращает всё.</translation>
    </message>
</context>
<context>
    <name>Stance</name>
    <message>
        <source>Agrees</source>
        <translation>Согласна</translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation>Противоречит</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Расходится</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>Дополняет</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Offline by design</source>
        <translation>Без сети</translation>
    </message>
    <message>
        <source>Notes saved {0}</source>
        <translation>Заметки сохранены {0}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>StepsState</name>
    <message>
        <source>The note is as it was before.</source>
        <translation>Заметка снова такая, как была.</translation>
    </message>
    <message>
        <source>The note is gone again.</source>
        <translation>Заметки снова нет.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Возвращать нечего.</translation>
    </message>
    <message>
        <source>The note is changed again.</source>
        <translation>Изменение заметки повторено.</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>first</source>
        <translation>первая</translation>
    </message>
    <message>
        <source>the article you are reading</source>
        <translation>статья, которую вы читаете</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>без даты</translation>
    </message>
</context>
<context>
    <name>StoryDialog</name>
    <message>
        <source>The story of a claim</source>
        <translation>История утверждения</translation>
    </message>
    <message numerus="yes">
        <source>%n other article(s) tell(s) it.</source>
        <translation>
            <numerusform>Об этом говорит ещё %n статья.</numerusform>
            <numerusform>Об этом говорят ещё %n статьи.</numerusform>
            <numerusform>Об этом говорят ещё %n статей.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other article tells it.</source>
        <translation>Другие статьи об этом не говорят.</translation>
    </message>
    <message numerus="yes">
        <source>%n say(s) something related.</source>
        <translation>
            <numerusform>%n говорит о близком.</numerusform>
            <numerusform>%n говорят о близком.</numerusform>
            <numerusform>%n говорят о близком.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) is (are) not read yet.</source>
        <translation>
            <numerusform>%n статья ещё не прочитана.</numerusform>
            <numerusform>%n статьи ещё не прочитаны.</numerusform>
            <numerusform>%n статей ещё не прочитано.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other article tells it</source>
        <translation>Больше никто об этом не говорит</translation>
    </message>
    <message>
        <source>Choose another sentence or match and press Ctrl+Shift+S again, or add articles on the same affair.</source>
        <translation>Выберите другое предложение или совпадение и снова нажмите Ctrl+Shift+S или добавьте статьи о том же деле.</translation>
    </message>
    <message>
        <source>Looking through the library…</source>
        <translation>Просматривается библиотека…</translation>
    </message>
    <message>
        <source>No story to tell</source>
        <translation>Рассказать нечего</translation>
    </message>
    <message>
        <source>Who tells it, the earliest first</source>
        <translation>Кто об этом говорит, сначала самые ранние</translation>
    </message>
    <message>
        <source>Open side by side</source>
        <translation>Открыть рядом</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>This is the article that is read; choose one to stand beside it.</source>
        <translation>Это и есть читаемая статья; выберите ту, что встанет рядом с ней.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} из {1}</translation>
    </message>
</context>
<context>
    <name>StoryPresenter</name>
    <message>
        <source>Select a sentence or go to a match first; its story is told then.</source>
        <translation>Сначала выделите предложение или перейдите к совпадению; тогда будет показана его история.</translation>
    </message>
</context>
<context>
    <name>TallyLine</name>
    <message>
        <source>So far, while both are still being read for meaning: {0}</source>
        <translation>Пока обе ещё читаются по смыслу: {0}</translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>Export template</source>
        <translation>Шаблон экспорта</translation>
    </message>
    <message>
        <source>Jinja2; what is on the right is made from your notes.</source>
        <translation>Jinja2; справа — то, что получается из ваших заметок.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Название</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>What the template makes</source>
        <translation>Что даёт шаблон</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>&amp;Back to the default</source>
        <translation>&amp;Вернуть исходный</translation>
    </message>
    <message>
        <source>&amp;Delete the template</source>
        <translation>&amp;Удалить шаблон</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>TextSheet</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>When they were written</source>
        <translation>Когда они написаны</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Library</source>
        <translation>Библиотека</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Поиск в библиотеке</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>Вместе</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Аа</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Нет совпадений</translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation>Совпадение {0} из {1}</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Изменений нет</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>Изменение {0} из {1}</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнение…</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Не сравнено</translation>
    </message>
    <message numerus="yes">
        <source>Search %n article(s)…</source>
        <translation>
            <numerusform>Искать в %n статье…</numerusform>
            <numerusform>Искать в %n статьях…</numerusform>
            <numerusform>Искать в %n статьях…</numerusform>
        </translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Искать…</translation>
    </message>
</context>
<context>
    <name>Translatable</name>
    <message>
        <source> and </source>
        <translation> и </translation>
    </message>
    <message>
        <source> or </source>
        <translation> или </translation>
    </message>
    <message>
        <source>({words})</source>
        <translation>({words})</translation>
    </message>
    <message>
        <source>A report needs two pinned articles.</source>
        <translation>Для отчёта нужны две закреплённые статьи.</translation>
    </message>
    <message>
        <source>A row of {table} ({row}) cannot be read: {error}.</source>
        <translation>Строка таблицы {table} ({row}) не читается: {error}.</translation>
    </message>
    <message>
        <source>All your notes</source>
        <translation>Все ваши заметки</translation>
    </message>
    <message>
        <source>Another Diptych is writing the search index; try again in a moment.</source>
        <translation>Поисковый указатель сейчас записывает другое окно Diptych; повторите чуть позже.</translation>
    </message>
    <message>
        <source>It was {before} before.</source>
        <translation>Раньше это был файл {before}.</translation>
    </message>
    <message>
        <source>Markdown (CommonMark)</source>
        <translation>Markdown (CommonMark)</translation>
    </message>
    <message>
        <source>Markdown (GitHub)</source>
        <translation>Markdown (GitHub)</translation>
    </message>
    <message>
        <source>Markdown (Obsidian)</source>
        <translation>Markdown (Obsidian)</translation>
    </message>
    <message>
        <source>Markdown (Pandoc)</source>
        <translation>Markdown (Pandoc)</translation>
    </message>
    <message>
        <source>No backup could be made. {why}</source>
        <translation>Сделать резервную копию не удалось. {why}</translation>
    </message>
    <message>
        <source>No installed encoder knows both languages, so comparing goes by words alone.</source>
        <translation>Ни одна установленная модель не знает обоих языков, поэтому сравнение идёт только по словам.</translation>
    </message>
    <message>
        <source>Notes that cannot be found by searching: {count}.</source>
        <translation>Заметок, которые не находит поиск: {count}.</translation>
    </message>
    <message>
        <source>Nothing to search for</source>
        <translation>Искать нечего</translation>
    </message>
    <message>
        <source>Rows that belong to notes that are gone: {count}.</source>
        <translation>Строк от заметок, которых больше нет: {count}.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Остановлено; ничего не записано.</translation>
    </message>
    <message>
        <source>Stopped; the pages written so far are in the folder.</source>
        <translation>Остановлено; уже записанные страницы остались в папке.</translation>
    </message>
    <message>
        <source>The English meaning model is not installed.</source>
        <translation>Английская смысловая модель не установлена.</translation>
    </message>
    <message>
        <source>The extra “meaning” is not installed, so comparing goes by words alone: without it only English articles of up to {words} words are read for meaning.</source>
        <translation>Дополнение «meaning» не установлено, поэтому сравнение идёт только по словам: без него по смыслу читаются только английские статьи до {words} слов.</translation>
    </message>
    <message>
        <source>The file of notes is damaged: {error}.</source>
        <translation>Файл заметок повреждён: {error}.</translation>
    </message>
    <message>
        <source>The folder {folder} could not be made: {reason}.</source>
        <translation>Папку {folder} создать не удалось: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} for the copy of your notes is not there.</source>
        <translation>Папки {folder} для копии ваших заметок нет на месте.</translation>
    </message>
    <message>
        <source>The library could not be written ({error}); free some disk space or close the other window, and try again.</source>
        <translation>Библиотеку не удалось записать ({error}); освободите место на диске или закройте другое окно и повторите.</translation>
    </message>
    <message>
        <source>The meaning model for sixteen languages is not installed.</source>
        <translation>Смысловая модель для шестнадцати языков не установлена.</translation>
    </message>
    <message>
        <source>The meaning model {name} cannot be read.</source>
        <translation>Смысловая модель {name} не читается.</translation>
    </message>
    <message>
        <source>The meaning model {name} is not the one Diptych was made with, so comparing goes by words alone.</source>
        <translation>Смысловая модель {name} — не та, с которой создан Diptych, поэтому сравнение идёт только по словам.</translation>
    </message>
    <message>
        <source>The search index in {folder} belongs to someone else.</source>
        <translation>Поисковый указатель в папке {folder} принадлежит другому пользователю.</translation>
    </message>
    <message>
        <source>The search index in {folder} cannot be written: {error}.</source>
        <translation>Поисковый указатель в папке {folder} нельзя записать: {error}.</translation>
    </message>
    <message>
        <source>The search index in {folder} may not be written; change the permissions of that folder.</source>
        <translation>В папку {folder} с поисковым указателем нельзя писать; измените права доступа к ней.</translation>
    </message>
    <message>
        <source>The search index is damaged or gone; it has to be made anew.</source>
        <translation>Поисковый указатель повреждён или пропал; его нужно создать заново.</translation>
    </message>
    <message>
        <source>The search index is gone; it has to be made anew.</source>
        <translation>Поискового указателя нет; его нужно создать заново.</translation>
    </message>
    <message>
        <source>The library {file} is damaged ({error}).</source>
        <translation>Библиотека {file} повреждена ({error}).</translation>
    </message>
    <message>
        <source>A folder with a page for each pair: properties, callouts, links.</source>
        <translation>Папка со страницей на каждую пару: свойства, выноски, ссылки.</translation>
    </message>
    <message>
        <source>A pair needs a name to be kept under.</source>
        <translation>Чтобы сохранить пару, нужно название.</translation>
    </message>
    <message>
        <source>Both quotations side by side in a table.</source>
        <translation>Обе цитаты рядом в таблице.</translation>
    </message>
    <message>
        <source>Choose at least two notes to merge.</source>
        <translation>Выберите хотя бы две заметки.</translation>
    </message>
    <message>
        <source>For Word, Writer and Pages.</source>
        <translation>Для Word, Writer и Pages.</translation>
    </message>
    <message>
        <source>For a spreadsheet.</source>
        <translation>Для электронной таблицы.</translation>
    </message>
    <message>
        <source>For other programs and other computers; nothing is lost.</source>
        <translation>Для других программ и компьютеров; ничего не теряется.</translation>
    </message>
    <message>
        <source>Meaning vectors cannot be kept in {folder}, so they are made anew each time: {reason}.</source>
        <translation>Векторы смысла нельзя сохранить в {folder}, поэтому каждый раз они создаются заново: {reason}.</translation>
    </message>
    <message>
        <source>No earlier version of this article is kept.</source>
        <translation>Прежняя версия этой статьи не сохранилась.</translation>
    </message>
    <message>
        <source>Nothing was printed: the printer or the file cannot be written to.</source>
        <translation>Ничего не напечатано: принтер или файл недоступен для записи.</translation>
    </message>
    <message>
        <source>One page that needs no other file.</source>
        <translation>Одна страница без других файлов.</translation>
    </message>
    <message>
        <source>Plain Markdown, for any editor.</source>
        <translation>Простой Markdown, для любого редактора.</translation>
    </message>
    <message>
        <source>Report on the pair (HTML)</source>
        <translation>Отчёт о паре (HTML)</translation>
    </message>
    <message>
        <source>Report on the pair (Markdown)</source>
        <translation>Отчёт о паре (Markdown)</translation>
    </message>
    <message>
        <source>Report on the pair (PDF)</source>
        <translation>Отчёт о паре (PDF)</translation>
    </message>
    <message>
        <source>Report on the pair (Word)</source>
        <translation>Отчёт о паре (Word)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Таблица (CSV)</translation>
    </message>
    <message>
        <source>The article has changed, and these words stand in it no longer.</source>
        <translation>Статья изменилась, и этих слов в ней больше нет.</translation>
    </message>
    <message>
        <source>The article was taken out of the library; Ctrl+Z puts it back.</source>
        <translation>Статья убрана из библиотеки; Ctrl+Z возвращает её.</translation>
    </message>
    <message>
        <source>The extra “meaning” is not installed, so comparing goes by words alone.</source>
        <translation>Дополнение «meaning» не установлено, поэтому сравнение идёт только по словам.</translation>
    </message>
    <message>
        <source>The library {path} is damaged. Run “diptych doctor --repair”; what can be read of it and the newest backup are put together.</source>
        <translation>Библиотека {path} повреждена. Запустите «diptych doctor --repair»: уцелевшее будет объединено с последней копией.</translation>
    </message>
    <message>
        <source>The note was deleted; Notes, Recently deleted brings it back.</source>
        <translation>Заметка удалена; её вернёт «Заметки», «Недавно удалённые».</translation>
    </message>
    <message>
        <source>The search index in {folder} could not be written: {reason}.</source>
        <translation>Поисковый индекс в {folder} не удалось записать: {reason}.</translation>
    </message>
    <message>
        <source>The template {name} has a fault in line {line}: {reason}.</source>
        <translation>В шаблоне {name} ошибка, строка {line}: {reason}.</translation>
    </message>
    <message>
        <source>The template {name} has a fault: {reason}.</source>
        <translation>В шаблоне {name} ошибка: {reason}.</translation>
    </message>
    <message>
        <source>The template {name} writes an empty file; nothing was changed.</source>
        <translation>Шаблон {name} даёт пустой файл; ничего не изменено.</translation>
    </message>
    <message>
        <source>The text of {title} is not stored, and {path} is gone or changed; bring the file back or add it again.</source>
        <translation>Текст «{title}» не сохранён, а файл {path} пропал или изменился; верните файл или добавьте его снова.</translation>
    </message>
    <message>
        <source>The work was ended from outside before it was done. Try again.</source>
        <translation>Работу прервали извне, не дав закончить. Повторите.</translation>
    </message>
    <message>
        <source>There are no Hypothesis annotations in this file.</source>
        <translation>В этом файле нет аннотаций Hypothesis.</translation>
    </message>
    <message>
        <source>There are no W3C annotations in this file.</source>
        <translation>В этом файле нет аннотаций W3C.</translation>
    </message>
    <message>
        <source>There are no calibre highlights in this file.</source>
        <translation>В этом файле нет выделений calibre.</translation>
    </message>
    <message>
        <source>There are no notes in this file. Diptych reads W3C annotations, the JSON exports of Hypothesis and calibre, and Zotero&apos;s notes in Markdown.</source>
        <translation>В этом файле нет заметок. Diptych читает аннотации W3C, файлы JSON из Hypothesis и calibre и заметки Zotero в Markdown.</translation>
    </message>
    <message>
        <source>There is already a note {id}.</source>
        <translation>Заметка {id} уже есть.</translation>
    </message>
    <message>
        <source>There is no article {id} in the library; add its file.</source>
        <translation>В библиотеке нет статьи {id}; добавьте её файл.</translation>
    </message>
    <message>
        <source>There is no backup {name}; “diptych backup list” names them.</source>
        <translation>Резервной копии {name} нет; список покажет «diptych backup list».</translation>
    </message>
    <message>
        <source>There is no note {note_id}.</source>
        <translation>Заметки {note_id} нет.</translation>
    </message>
    <message>
        <source>There is no text to make an article of.</source>
        <translation>Нет текста, из которого можно сделать статью.</translation>
    </message>
    <message>
        <source>These two texts are too long to be compared: together they have {letters} million characters, and at most {most} million can be. Compare parts of them.</source>
        <translation>Эти два текста слишком длинны для сравнения: вместе в них {letters} млн знаков, а сравнить можно не более {most} млн. Сравните их части.</translation>
    </message>
    <message>
        <source>This is not JSON: {error}.</source>
        <translation>Это не JSON: {error}.</translation>
    </message>
    <message>
        <source>To be printed.</source>
        <translation>Для печати.</translation>
    </message>
    <message>
        <source>Web annotations (JSON-LD)</source>
        <translation>Веб-аннотации (JSON-LD)</translation>
    </message>
    <message>
        <source>With citations, and a bibliography as CSL-JSON and BibTeX beside it.</source>
        <translation>Со ссылками, рядом библиография в CSL-JSON и BibTeX.</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Документ Word</translation>
    </message>
    <message>
        <source>You may not read {name}; change its permissions and try again.</source>
        <translation>У вас нет права читать {name}; измените права доступа и повторите.</translation>
    </message>
    <message>
        <source>a folder of that name is already there. Choose another name</source>
        <translation>папка с таким именем уже есть. Выберите другое имя</translation>
    </message>
    <message>
        <source>author: {words}</source>
        <translation>автор: {words}</translation>
    </message>
    <message>
        <source>before {date}</source>
        <translation>до {date}</translation>
    </message>
    <message>
        <source>being edited</source>
        <translation>редактируется</translation>
    </message>
    <message>
        <source>from {date} on</source>
        <translation>начиная с {date}</translation>
    </message>
    <message>
        <source>from {first} on, before {last}</source>
        <translation>с {first}, до {last}</translation>
    </message>
    <message>
        <source>in {language}</source>
        <translation>язык: {language}</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>слишком глубокая вложенность</translation>
    </message>
    <message>
        <source>it needs too much memory</source>
        <translation>ему нужно слишком много памяти</translation>
    </message>
    <message>
        <source>it would be larger than this disk allows</source>
        <translation>файл вышел бы больше, чем допускает этот диск</translation>
    </message>
    <message>
        <source>its folder does not exist. Choose another folder</source>
        <translation>его папки нет. Выберите другую папку</translation>
    </message>
    <message>
        <source>its folder is a file. Choose another folder</source>
        <translation>вместо его папки стоит файл. Выберите другую папку</translation>
    </message>
    <message>
        <source>its folder is read-only, or the file is open elsewhere. Close it there or choose another place</source>
        <translation>папка доступна только для чтения или файл открыт в другой программе. Закройте его там или выберите другое место</translation>
    </message>
    <message>
        <source>its folder is read-only. Choose another folder</source>
        <translation>папка доступна только для чтения. Выберите другую папку</translation>
    </message>
    <message>
        <source>its name or path is too long. Choose a shorter one</source>
        <translation>имя или путь слишком длинны. Выберите покороче</translation>
    </message>
    <message>
        <source>nobody reads from this pipe</source>
        <translation>из этого канала никто не читает</translation>
    </message>
    <message>
        <source>not {words}</source>
        <translation>не {words}</translation>
    </message>
    <message>
        <source>only the beginning of the query was used</source>
        <translation>использовано только начало запроса</translation>
    </message>
    <message>
        <source>report</source>
        <translation>отчёт</translation>
    </message>
    <message>
        <source>source: {words}</source>
        <translation>источник: {words}</translation>
    </message>
    <message>
        <source>tag: {words}</source>
        <translation>метка: {words}</translation>
    </message>
    <message>
        <source>text: {words}</source>
        <translation>текст: {words}</translation>
    </message>
    <message>
        <source>the disk is full. Free some space and try again</source>
        <translation>диск заполнен. Освободите место и повторите</translation>
    </message>
    <message>
        <source>the disk is read-only. Choose another folder</source>
        <translation>диск доступен только для чтения. Выберите другую папку</translation>
    </message>
    <message>
        <source>title: {words}</source>
        <translation>заглавие: {words}</translation>
    </message>
    <message>
        <source>without “{word}”</source>
        <translation>без «{word}»</translation>
    </message>
    <message>
        <source>you may not enter its folder. Change its permissions or choose another place</source>
        <translation>войти в его папку не разрешено. Измените права или выберите другое место</translation>
    </message>
    <message>
        <source>your disk quota is used up. Free some space and try again</source>
        <translation>ваша дисковая квота исчерпана. Освободите место и повторите</translation>
    </message>
    <message>
        <source>{backup} is no sound backup; choose another one.</source>
        <translation>{backup} — негодная резервная копия; выберите другую.</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} МБ</translation>
    </message>
    <message>
        <source>{count} chapters</source>
        <translation>{count} глав</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} знаков</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} строк</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} страниц</translation>
    </message>
    <message>
        <source>{count} paragraphs</source>
        <translation>{count} абзацев</translation>
    </message>
    <message>
        <source>{file} holds no articles; its copy {copy} holds {count}.</source>
        <translation>В файле {file} нет статей; в его копии {copy} их {count}.</translation>
    </message>
    <message>
        <source>{file} holds no notes; its copy of {time} holds {count}.</source>
        <translation>В файле {file} нет заметок; в его копии от {time} их {count}.</translation>
    </message>
    <message>
        <source>{file} is damaged ({error}).</source>
        <translation>Файл {file} повреждён ({error}).</translation>
    </message>
    <message>
        <source>{folder} is not a folder of the library.</source>
        <translation>{folder} — не папка библиотеки.</translation>
    </message>
    <message>
        <source>{left} within 1 word of {right}</source>
        <translation>{left} рядом с {right}</translation>
    </message>
    <message>
        <source>{left} within {count} words of {right}</source>
        <translation>{left} и {right} на расстоянии до {count} слов</translation>
    </message>
    <message>
        <source>{link} is not an address of a note, such as {example}.</source>
        <translation>{link} — не адрес заметки, такой как {example}.</translation>
    </message>
    <message>
        <source>{name} cannot be read from this drive; check the drive and try again.</source>
        <translation>{name} не читается с этого диска; проверьте диск и повторите.</translation>
    </message>
    <message>
        <source>{name} cannot be written: the disk is full. Free some space and try again.</source>
        <translation>{name} не записать: диск заполнен. Освободите место и повторите.</translation>
    </message>
    <message>
        <source>{name} contains XML entity tricks, so it was not opened.</source>
        <translation>{name} содержит уловки с сущностями XML и поэтому не открыт.</translation>
    </message>
    <message>
        <source>{name} could not be written when it was opened; start Diptych again to write.</source>
        <translation>{name} нельзя было записать при открытии; чтобы записывать, запустите Diptych снова.</translation>
    </message>
    <message>
        <source>{name} has changed since it was added.</source>
        <translation>Файл {name} изменился после добавления.</translation>
    </message>
    <message>
        <source>{name} has the same content as {other}.</source>
        <translation>У {name} то же содержание, что у {other}.</translation>
    </message>
    <message>
        <source>{name} holds no articles; choose a folder with text, web or office files.</source>
        <translation>В {name} нет статей; выберите папку с текстами, веб-страницами или офисными файлами.</translation>
    </message>
    <message>
        <source>{name} holds no text. Pictures of text are not read.</source>
        <translation>В {name} нет текста. Изображения текста не читаются.</translation>
    </message>
    <message>
        <source>{name} is cut short or broken; get a fresh copy of it.</source>
        <translation>{name} оборван или повреждён; возьмите новую копию.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>Файл {name} пуст.</translation>
    </message>
    <message>
        <source>{name} is in the library already.</source>
        <translation>{name} уже в библиотеке.</translation>
    </message>
    <message>
        <source>{name} is in use by another program; try again in a moment.</source>
        <translation>{name} занят другой программой; повторите чуть позже.</translation>
    </message>
    <message>
        <source>{name} is larger than Diptych reads ({limit}); split it and add the parts.</source>
        <translation>{name} больше, чем читает Diptych ({limit}); разделите его и добавьте части.</translation>
    </message>
    <message>
        <source>{name} is not UTF-8 text.</source>
        <translation>{name} — не текст в UTF-8.</translation>
    </message>
    <message>
        <source>{name} is not a file; choose a file or a folder of files.</source>
        <translation>{name} — не файл; выберите файл или папку с файлами.</translation>
    </message>
    <message>
        <source>{name} is not a text file; open it with the program that made it.</source>
        <translation>{name} — не текстовый файл; откройте его в программе, которой он создан.</translation>
    </message>
    <message>
        <source>{name} is not there; check the path, or that its drive is connected.</source>
        <translation>{name} нет на месте; проверьте путь и подключён ли диск.</translation>
    </message>
    <message>
        <source>{name} is of a kind Diptych does not read; save it as text, HTML or PDF.</source>
        <translation>Файлы такого вида, как {name}, Diptych не читает; сохраните его как текст, HTML или PDF.</translation>
    </message>
    <message>
        <source>{name} is protected by a password; save a copy without it and add that.</source>
        <translation>{name} защищён паролем; сохраните копию без пароля и добавьте её.</translation>
    </message>
    <message>
        <source>{name} is too large for a file of notes.</source>
        <translation>{name} слишком велик для файла заметок.</translation>
    </message>
    <message>
        <source>{name} lies too many folders down; add that folder by itself.</source>
        <translation>{name} лежит слишком глубоко; добавьте эту папку отдельно.</translation>
    </message>
    <message>
        <source>{name} holds pages with their address alone; save those pages and add them.</source>
        <translation>В файле {name} есть страницы, от которых записан только адрес; сохраните сами страницы и добавьте их.</translation>
    </message>
    <message>
        <source>{name} took too long to read; try again, or save it as plain text.</source>
        <translation>Чтение {name} заняло слишком много времени; повторите или сохраните файл как простой текст.</translation>
    </message>
    <message>
        <source>{name} unpacks to far more than an article holds, so it was not opened.</source>
        <translation>{name} распаковывается в нечто намного большее, чем статья, и поэтому не открыт.</translation>
    </message>
    <message>
        <source>{name} was changed while being read; try again.</source>
        <translation>{name} изменился во время чтения; повторите.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Diptych. Update Diptych first.</source>
        <translation>{name} создан более новым Diptych. Сначала обновите Diptych.</translation>
    </message>
    <message>
        <source>{name} was no file; it was put aside as {aside}.</source>
        <translation>{name} не был файлом; он отложен под именем {aside}.</translation>
    </message>
    <message>
        <source>{name} was written by a newer Diptych (schema {found}, this one knows {known}). Update Diptych, or choose another profile with --profile.</source>
        <translation>{name} записан более новым Diptych (схема {found}, эта версия знает {known}). Обновите Diptych или выберите другой профиль ключом --profile.</translation>
    </message>
    <message>
        <source>{name} was written by a newer Diptych. Update Diptych, or choose another profile with --profile.</source>
        <translation>{name} записан более новой версией Diptych. Обновите Diptych или выберите другой профиль: --profile.</translation>
    </message>
    <message>
        <source>{name} was written by a newer Diptych; it is left alone.</source>
        <translation>{name} записан более новым Diptych; файл не тронут.</translation>
    </message>
    <message>
        <source>{name}: {error}</source>
        <translation>{name}: {error}</translation>
    </message>
    <message>
        <source>{path} cannot be read as text; choose another name.</source>
        <translation>{path} не читается как текст; выберите другое имя.</translation>
    </message>
    <message>
        <source>{path} cannot be read: permission is denied. It is left as it is; allow yourself to read it.</source>
        <translation>{path} не читается: доступ запрещён. Файл оставлен как есть; разрешите себе его чтение.</translation>
    </message>
    <message>
        <source>{path} cannot be read; check that it is there and that you may read it.</source>
        <translation>{path} не читается; проверьте, на месте ли файл и можно ли вам его читать.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {error}.</source>
        <translation>{path} нельзя использовать: {error}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: the file or its folder is read-only.</source>
        <translation>{path} не записать: файл или его папка доступны только для чтения.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>{path} записать не удалось: {reason}.</translation>
    </message>
    <message>
        <source>{path} is a file of Diptych’s own; choose another name.</source>
        <translation>{path} — собственный файл Diptych; выберите другое имя.</translation>
    </message>
    <message>
        <source>{path} is a link, and what it leads to cannot be found. Connect the disk that it lies on.</source>
        <translation>{path} — ссылка, а того, на что она указывает, нет. Подключите диск, на котором оно лежит.</translation>
    </message>
    <message>
        <source>{path} is a pipe whose reader has gone.</source>
        <translation>{path} — канал, который больше никто не читает.</translation>
    </message>
    <message>
        <source>{path} is an article of the library, which is only read; choose another name.</source>
        <translation>{path} — статья библиотеки, которая только читается; выберите другое имя.</translation>
    </message>
    <message>
        <source>{path} is damaged. Run `diptych doctor --repair`, or restore a backup from {backups}.</source>
        <translation>{path} повреждён. Запустите `diptych doctor --repair` или восстановите резервную копию из {backups}.</translation>
    </message>
    <message>
        <source>{path} is gone or changed; bring the file back, then choose its encoding.</source>
        <translation>{path} пропал или изменился; верните файл, затем выберите кодировку.</translation>
    </message>
    <message>
        <source>{path} is gone or empty, but its log is there. Run `diptych doctor --repair`; what the log holds and the newest backup are put together.</source>
        <translation>Файла {path} нет или он пуст, но его журнал на месте. Запустите `diptych doctor --repair`: записанное в журнале будет объединено с последней копией.</translation>
    </message>
    <message>
        <source>{path} is no CSL-JSON; choose another name.</source>
        <translation>{path} — не CSL-JSON; выберите другое имя.</translation>
    </message>
    <message>
        <source>{path} is no file: a folder, a pipe or a device stands in its place. Run `diptych doctor --repair` to put it aside.</source>
        <translation>{path} — не файл: на его месте папка, канал или устройство. Запустите `diptych doctor --repair`, чтобы отложить это в сторону.</translation>
    </message>
    <message>
        <source>{path} is not UTF-8 text.</source>
        <translation>{path} — не текст в UTF-8.</translation>
    </message>
    <message>
        <source>{why} Its copy {name} is read instead.</source>
        <translation>{why} Вместо него читается его копия {name}.</translation>
    </message>
    <message>
        <source>{source} cannot be opened: {error}.</source>
        <translation>{source} не открывается: {error}.</translation>
    </message>
    <message>
        <source>{title} has no chapter {number}.</source>
        <translation>В «{title}» нет главы {number}.</translation>
    </message>
    <message>
        <source>{words} (nothing has all of these)</source>
        <translation>{words} (всего этого сразу нет нигде)</translation>
    </message>
    <message>
        <source>{words} ({remarks})</source>
        <translation>{words} ({remarks})</translation>
    </message>
    <message>
        <source>{words} or nearly so</source>
        <translation>{words} или похожее</translation>
    </message>
    <message>
        <source>{words}, in your notes</source>
        <translation>{words}, в ваших заметках</translation>
    </message>
    <message>
        <source>{words}…</source>
        <translation>{words}…</translation>
    </message>
    <message>
        <source>“*” stands at the end of a word only</source>
        <translation>«*» стоит только в конце слова</translation>
    </message>
    <message>
        <source>“{name}” is neither a file nor the id of an article here.</source>
        <translation>«{name}» — не файл и не номер здешней статьи.</translation>
    </message>
    <message>
        <source>“{name}” is not in the library; add it with “diptych add”.</source>
        <translation>«{name}» нет в библиотеке; добавьте командой «diptych add».</translation>
    </message>
    <message>
        <source>“{title}” has no chapter {number}; see “diptych chapters”.</source>
        <translation>В «{title}» нет главы {number}; см. «diptych chapters».</translation>
    </message>
    <message>
        <source>“{title}” is no longer in the library; add its file again.</source>
        <translation>«{title}» больше нет в библиотеке; добавьте файл снова.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
    <message>
        <source>“{word}” is no date; write 2024, 2024-05 or 2024-05-31</source>
        <translation>«{word}» — не дата; пишите 2024, 2024-05 или 2024-05-31</translation>
    </message>
    <message>
        <source>“{word}” is no language</source>
        <translation>«{word}» — не язык</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Taken back: {0}</source>
        <translation>Отменено: {0}</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Возвращать нечего.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Отменять нечего.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Read two articles side by side</source>
        <translation>Читайте две статьи рядом</translation>
    </message>
    <message>
        <source>Diptych joins the passages in which both say the same, in the same words or in others, and shows what only one of them says.</source>
        <translation>Diptych соединяет места, где обе говорят одно и то же, теми же словами или другими, и показывает, о чём говорит только одна.</translation>
    </message>
    <message>
        <source>Open the sample articles</source>
        <translation>Открыть образцы</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Добавить папку…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Добавить файлы…</translation>
    </message>
    <message>
        <source>Twelve short reports on one affair, two of them opened at once.</source>
        <translation>Двенадцать коротких заметок об одном деле, две сразу открываются.</translation>
    </message>
    <message>
        <source>Or drop files and folders anywhere in the window. They stay where they are and are never changed; nothing leaves this computer.</source>
        <translation>Или перетащите файлы и папки в любое место окна. Они остаются на месте и никогда не меняются; ничто не покидает этот компьютер.</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>No single word or fact stands out; the whole is alike.</source>
        <translation>Ни одно слово и ни один факт не выделяются; похоже целое.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) in a row are the same.</source>
        <translation>
            <numerusform>%n слово подряд совпадает.</numerusform>
            <numerusform>%n слова подряд совпадают.</numerusform>
            <numerusform>%n слов подряд совпадают.</numerusform>
        </translation>
    </message>
    <message>
        <source>Facts both give: {0}.</source>
        <translation>Факты, которые приводят обе: {0}.</translation>
    </message>
    <message>
        <source>Nearness in meaning: {0}, where 1 is the same.</source>
        <translation>Близость по смыслу: {0}, где 1 — одно и то же.</translation>
    </message>
    <message>
        <source>Uncommon words that both use, and in how many passages: {0}.</source>
        <translation>Редкие слова, общие для обоих, и в скольких отрывках они стоят: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) are the same, up to {0} of them in a row.</source>
        <translation>
            <numerusform>Совпадает %n слово, подряд — до {0}.</numerusform>
            <numerusform>Совпадают %n слова, подряд — до {0}.</numerusform>
            <numerusform>Совпадают %n слов, подряд — до {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both quote: {0}</source>
        <translation>Оба цитируют: {0}</translation>
    </message>
    <message>
        <source>Both cite {0}.</source>
        <translation>Оба ссылаются на {0}.</translation>
    </message>
    <message>
        <source>Nearness in meaning: {0}, where 1 is the same (by the encoder {1}).</source>
        <translation>Близость по смыслу: {0}, где 1 — одно и то же (кодировщик {1}).</translation>
    </message>
    <message numerus="yes">
        <source>%n other match(es) stand right beside it on both sides.</source>
        <translation>
            <numerusform>Ещё %n совпадение стоит рядом с обеих сторон.</numerusform>
            <numerusform>Ещё %n совпадения стоят рядом с обеих сторон.</numerusform>
            <numerusform>Ещё %n совпадений стоят рядом с обеих сторон.</numerusform>
        </translation>
    </message>
    <message>
        <source>Strength {0} %: nearly all matches so strong are right.</source>
        <translation>Сила {0} %: почти все такие сильные совпадения верны.</translation>
    </message>
    <message>
        <source>Strength {0} %: about {1} in 10 matches so strong are right.</source>
        <translation>Сила {0} %: верны примерно {1} из 10 таких совпадений.</translation>
    </message>
</context>
<context>
    <name>WhyPane</name>
    <message>
        <source>Why this match</source>
        <translation>Почему это совпадение</translation>
    </message>
    <message>
        <source>Choose a match to see what it rests on.</source>
        <translation>Выберите совпадение, чтобы увидеть, на чём оно держится.</translation>
    </message>
</context>
<context>
    <name>WindowPresenter</name>
    <message>
        <source>Select the words to be copied first.</source>
        <translation>Сначала выделите слова, которые нужно скопировать.</translation>
    </message>
    <message>
        <source>About Diptych</source>
        <translation>О программе Diptych</translation>
    </message>
    <message>
        <source>Two articles side by side: what both say, and what only one does.

Works without a network: it holds no code that could use one.
Your notes are kept in {0}</source>
        <translation>Две статьи рядом: что говорят обе и что только одна.

Работает без сети: в программе нет кода, который мог бы ею пользоваться.
Заметки хранятся в {0}</translation>
    </message>
</context>
<context>
    <name>WovenPage</name>
    <message>
        <source>In the order of “{0}”</source>
        <translation>В порядке статьи «{0}»</translation>
    </message>
    <message>
        <source>Two articles make one text</source>
        <translation>Из двух статей — один текст</translation>
    </message>
    <message>
        <source>Pin one with Alt+1 and another with Alt+2: what both say then stands here once, and what only one says beside it.</source>
        <translation>Закрепите одну клавишами Alt+1, другую — Alt+2: то, что говорят обе, будет стоять здесь один раз, а то, что говорит лишь одна, — рядом.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнение…</translation>
    </message>
    <message>
        <source>The column stands here as soon as that is done.</source>
        <translation>Столбец появится здесь, как только сравнение закончится.</translation>
    </message>
    <message>
        <source>Putting both into one column…</source>
        <translation>Оба текста сводятся в один столбец…</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Не сравнено</translation>
    </message>
    <message>
        <source>Go back with Esc and press Compare beside the texts.</source>
        <translation>Вернитесь клавишей Esc и нажмите «Сравнить» рядом с текстами.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Рядом</translation>
    </message>
    <message>
        <source>Back to the two texts</source>
        <translation>Назад к двум текстам</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Назад (Esc)</translation>
    </message>
    <message>
        <source>What both say stands once; a click shows both wordings. Order of:</source>
        <translation>Общее стоит один раз; щелчок показывает обе формулировки. Порядок:</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Левая</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Правая</translation>
    </message>
</context>
<context>
    <name>WovenView</name>
    <message>
        <source>Both articles as one</source>
        <translation>Обе статьи как одна</translation>
    </message>
</context>
</TS>
