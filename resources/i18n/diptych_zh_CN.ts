<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>笔记(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>添加文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>添加文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Paste as an ar&amp;ticle</source>
        <translation>粘贴为文章(&amp;T)</translation>
    </message>
    <message>
        <source>Open the &amp;sample articles</source>
        <translation>打开示例文章(&amp;S)</translation>
    </message>
    <message>
        <source>Remove the articles from the library</source>
        <translation>将文章移出文库</translation>
    </message>
    <message>
        <source>&amp;Export notes…</source>
        <translation>导出笔记(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy with sourc&amp;e</source>
        <translation>复制并注明出处(&amp;E)</translation>
    </message>
    <message>
        <source>H&amp;ow sources are written…</source>
        <translation>出处的写法(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation>搜索文库(&amp;S)</translation>
    </message>
    <message>
        <source>Search the library for the se&amp;lection</source>
        <translation>在文库中搜索所选文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Find in the articles…</source>
        <translation>在文章中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Next hit</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous hit</source>
        <translation>上一处(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>文库(&amp;L)</translation>
    </message>
    <message>
        <source>Matches an&amp;d notes</source>
        <translation>对应与笔记(&amp;N)</translation>
    </message>
    <message>
        <source>Compare by meaning as &amp;well</source>
        <translation>也按意思比较(&amp;W)</translation>
    </message>
    <message>
        <source>Next &amp;difference or change</source>
        <translation>下一处差异或改动(&amp;D)</translation>
    </message>
    <message>
        <source>Previous difference or change</source>
        <translation>上一处差异或改动</translation>
    </message>
    <message>
        <source>Beside its v&amp;ersion before</source>
        <translation>与之前的版本并排(&amp;E)</translation>
    </message>
    <message>
        <source>Close the left article</source>
        <translation>关闭左侧文章</translation>
    </message>
    <message>
        <source>Close the right article</source>
        <translation>关闭右侧文章</translation>
    </message>
    <message>
        <source>Next pane &amp;or panel</source>
        <translation>下一个窗格或面板(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Scroll together</source>
        <translation>同步滚动(&amp;S)</translation>
    </message>
    <message>
        <source>Articles taken o&amp;ut…</source>
        <translation>已移出的文章(&amp;U)…</translation>
    </message>
    <message>
        <source>Edit t&amp;itle, author, date…</source>
        <translation>编辑标题、作者、日期(&amp;I)…</translation>
    </message>
    <message>
        <source>Ta&amp;g the articles…</source>
        <translation>给文章加标签(&amp;G)…</translation>
    </message>
    <message>
        <source>Put the library in or&amp;der…</source>
        <translation>整理文库(&amp;D)…</translation>
    </message>
    <message>
        <source>Show the file in its folder</source>
        <translation>在文件夹中显示文件</translation>
    </message>
    <message>
        <source>Open a &amp;chapter…</source>
        <translation>打开一章(&amp;C)…</translation>
    </message>
    <message>
        <source>Put on the reading &amp;list</source>
        <translation>加入阅读清单(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Mark as read</source>
        <translation>标记为已读(&amp;M)</translation>
    </message>
    <message>
        <source>Sa&amp;ve this pair…</source>
        <translation>保存这一对(&amp;V)…</translation>
    </message>
    <message>
        <source>Repo&amp;rt on the pair…</source>
        <translation>两篇文章的报告(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Copy bot&amp;h passages of the match</source>
        <translation>复制匹配的两段(&amp;H)</translation>
    </message>
    <message>
        <source>Search &amp;both articles…</source>
        <translation>在两篇文章中搜索(&amp;B)…</translation>
    </message>
    <message>
        <source>Check a &amp;quotation…</source>
        <translation>核对引文(&amp;Q)…</translation>
    </message>
    <message>
        <source>A &amp;word in all its contexts…</source>
        <translation>一个词的所有语境(&amp;W)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve this search</source>
        <translation>保存此搜索(&amp;V)</translation>
    </message>
    <message>
        <source>O&amp;verview of articles</source>
        <translation>文章总览(&amp;V)</translation>
    </message>
    <message>
        <source>Read both as one</source>
        <translation>合二为一阅读</translation>
    </message>
    <message>
        <source>&amp;Compare as two versions</source>
        <translation>作为两个版本比较(&amp;C)</translation>
    </message>
    <message>
        <source>Show changes of versions at once</source>
        <translation>立即显示版本间的改动</translation>
    </message>
    <message>
        <source>The pair in brief</source>
        <translation>两文概要</translation>
    </message>
    <message>
        <source>Mark what is &amp;only here</source>
        <translation>标出仅此一方的内容(&amp;O)</translation>
    </message>
    <message>
        <source>Pause reading for meaning</source>
        <translation>暂停按意思读取</translation>
    </message>
    <message>
        <source>Show all &amp;hidden lines of the article</source>
        <translation>显示文章所有隐藏的行(&amp;H)</translation>
    </message>
    <message>
        <source>Ali&amp;gn here</source>
        <translation>在此对齐(&amp;G)</translation>
    </message>
    <message>
        <source>Remove alignments made by hand</source>
        <translation>移除手动对齐</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>放大文字(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>标准大小(&amp;D)</translation>
    </message>
    <message>
        <source>A&amp;ppearance…</source>
        <translation>外观(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Bands between the texts</source>
        <translation>两文之间的连带(&amp;B)</translation>
    </message>
    <message>
        <source>The te&amp;xts alone</source>
        <translation>只留两文(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation>下一个对应(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation>上一个对应(&amp;P)</translation>
    </message>
    <message>
        <source>To the &amp;counterpart</source>
        <translation>到对应段落(&amp;C)</translation>
    </message>
    <message>
        <source>The story of this claim…</source>
        <translation>这一说法的来龙去脉…</translation>
    </message>
    <message>
        <source>&amp;Why this match</source>
        <translation>为何对应(&amp;W)</translation>
    </message>
    <message>
        <source>To a &amp;heading…</source>
        <translation>到标题(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>Pin on the &amp;left</source>
        <translation>固定到左侧(&amp;L)</translation>
    </message>
    <message>
        <source>Pin on the righ&amp;t</source>
        <translation>固定到右侧(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Swap the sides</source>
        <translation>交换两侧(&amp;S)</translation>
    </message>
    <message>
        <source>To the two that share &amp;most</source>
        <translation>到共同点最多的两篇(&amp;M)</translation>
    </message>
    <message>
        <source>Previous pane or panel</source>
        <translation>上一个窗格或面板</translation>
    </message>
    <message>
        <source>Left article</source>
        <translation>左侧文章</translation>
    </message>
    <message>
        <source>Right article</source>
        <translation>右侧文章</translation>
    </message>
    <message>
        <source>&amp;New note</source>
        <translation>新建笔记(&amp;N)</translation>
    </message>
    <message>
        <source>Add the &amp;selection to the note</source>
        <translation>把所选文字加入笔记(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>高亮(&amp;H)</translation>
    </message>
    <message>
        <source>Highlight in yellow</source>
        <translation>用黄色高亮</translation>
    </message>
    <message>
        <source>Highlight in green</source>
        <translation>用绿色高亮</translation>
    </message>
    <message>
        <source>Highlight in blue</source>
        <translation>用蓝色高亮</translation>
    </message>
    <message>
        <source>Highlight in red</source>
        <translation>用红色高亮</translation>
    </message>
    <message>
        <source>Highlight in violet</source>
        <translation>用紫色高亮</translation>
    </message>
    <message>
        <source>Mark with its &amp;counterpart</source>
        <translation>连同对应段落标记(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go between note and passage</source>
        <translation>在笔记与段落间切换(&amp;G)</translation>
    </message>
    <message>
        <source>Show the note as it &amp;will look</source>
        <translation>显示笔记的最终样子(&amp;W)</translation>
    </message>
    <message>
        <source>Tags of the chosen notes…</source>
        <translation>所选笔记的标签…</translation>
    </message>
    <message>
        <source>Merge the chosen notes</source>
        <translation>合并所选笔记</translation>
    </message>
    <message>
        <source>Link the chosen notes</source>
        <translation>链接所选笔记</translation>
    </message>
    <message>
        <source>Show a&amp;ll notes</source>
        <translation>显示所有笔记(&amp;O)</translation>
    </message>
    <message>
        <source>Gro&amp;up the notes by…</source>
        <translation>笔记分组方式(&amp;U)…</translation>
    </message>
    <message>
        <source>Notes that need at&amp;tention…</source>
        <translation>需要留意的笔记(&amp;T)…</translation>
    </message>
    <message>
        <source>Recently &amp;deleted notes…</source>
        <translation>最近删除的笔记(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Import notes…</source>
        <translation>导入笔记(&amp;I)…</translation>
    </message>
    <message>
        <source>Keep a &amp;Markdown copy of the notes…</source>
        <translation>保留 Markdown 副本(&amp;M)…</translation>
    </message>
    <message>
        <source>Restore a &amp;backup…</source>
        <translation>恢复备份(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Accept the match</source>
        <translation>接受此对应(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reject the match</source>
        <translation>拒绝此对应(&amp;R)</translation>
    </message>
    <message>
        <source>Let my &amp;verdicts order the other matches</source>
        <translation>按我的判断排列其他对应(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Judge listed matches by letters</source>
        <translation>用字母键判断列表中的匹配(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Legend: what the colours mean</source>
        <translation>图例：颜色的含义(&amp;L)</translation>
    </message>
    <message>
        <source>The &amp;guide</source>
        <translation>使用指南(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Report for a fault…</source>
        <translation>故障报告(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;About Diptych</source>
        <translation>关于 Diptych(&amp;A)</translation>
    </message>
</context>
<context>
    <name>AddingPresenter</name>
    <message>
        <source>Diptych uses no network: save the page as a file and drop that.</source>
        <translation>Diptych 不使用网络：请先把网页存为文件，再拖进来。</translation>
    </message>
    <message>
        <source>The text cannot be read as an article.</source>
        <translation>这段文字无法作为文章读取。</translation>
    </message>
    <message>
        <source>Made an article of the text: “{0}”.</source>
        <translation>已将文字做成文章：“{0}”。</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Articles ({0});;All files (*)</source>
        <translation>文章 ({0});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Many articles</source>
        <translation>很多文章</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were found. Add them all?</source>
        <translation>
            <numerusform>找到 %n 篇文章。全部添加吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading them takes a while; you can go on reading, pause and cancel.</source>
        <translation>读取需要一些时间；您可以继续阅读、暂停或取消。</translation>
    </message>
    <message>
        <source>&amp;Add them</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>The rest of your folders is looked through at the next start.</source>
        <translation>您文件夹中的其余文件将在下次启动时查看。</translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>消失 %n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Your folders: {0}</source>
        <translation>您的文件夹：{0}</translation>
    </message>
    <message>
        <source>Adding {0}: {1} of {2}</source>
        <translation>正在添加 {0}：{1} / {2}</translation>
    </message>
    <message>
        <source>Looking for articles {0}</source>
        <translation>正在查找文章 {0}</translation>
    </message>
    <message>
        <source>{0} goes to the next match; {1} writes a note on it.</source>
        <translation>{0} 跳到下一处匹配；{1} 为它写笔记。</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>已添加 %n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>已更新 %n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>已有 %n 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not readable</source>
        <translation>
            <numerusform>无法读取 %n 篇</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlikeSheet</name>
    <message>
        <source>Words that count as one</source>
        <translation>视为同一个的词</translation>
    </message>
    <message>
        <source>A line for each, parted by commas: thou, you. Kept for this pair.</source>
        <translation>每行一组，用逗号分隔：thou, you。为这一对保存。</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AnchorState</name>
    <message>
        <source>moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>words have changed</source>
        <translation>文字已改变</translation>
    </message>
    <message>
        <source>place lost</source>
        <translation>位置已丢失</translation>
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
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Tints</source>
        <translation>底色深浅</translation>
    </message>
    <message>
        <source>Bands between the texts</source>
        <translation>两文之间的连带</translation>
    </message>
    <message>
        <source>Jump without motion</source>
        <translation>跳转时不用动画</translation>
    </message>
    <message>
        <source>Letters of menus and lists</source>
        <translation>菜单和列表的字号</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米色</translation>
    </message>
    <message>
        <source>{0} pt</source>
        <translation>{0} 磅</translation>
    </message>
</context>
<context>
    <name>Arranging</name>
    <message>
        <source>No author</source>
        <translation>无作者</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>待读</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>✓ read</source>
        <translation>✓ 已读</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>All notes become what they were then. Those of now are copied first.</source>
        <translation>所有笔记将恢复到当时的样子。现有的会先备份。</translation>
    </message>
    <message>
        <source>There is no backup yet; one is made at every start.</source>
        <translation>还没有备份；每次启动都会做一份。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Really? &amp;Restore {0}</source>
        <translation>确定吗？恢复 {0}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>恢复(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>BriefPanel</name>
    <message>
        <source>Nothing to tell in brief</source>
        <translation>没有可概述的内容</translation>
    </message>
    <message>
        <source>The two have nothing in common, and neither says anything of weight.</source>
        <translation>两文没有共同内容，也都没有值得一提的要点。</translation>
    </message>
    <message>
        <source>What the two may have in common stands in the list of matches.</source>
        <translation>两者可能的相同之处见对应列表。</translation>
    </message>
    <message>
        <source>Two articles make a brief</source>
        <translation>概要需要两篇文章</translation>
    </message>
    <message>
        <source>Pin one with Alt+1 and another with Alt+2.</source>
        <translation>用 Alt+1 固定一篇，用 Alt+2 固定另一篇。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>You can read on meanwhile.</source>
        <translation>您可以继续阅读。</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>尚未比较</translation>
    </message>
    <message>
        <source>Close the brief and press Compare in the list.</source>
        <translation>请关闭概要，然后在列表中按“比较”。</translation>
    </message>
    <message>
        <source>The pair in brief</source>
        <translation>两文概要</translation>
    </message>
    <message>
        <source>Close the brief</source>
        <translation>关闭概要</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Next (Space)</source>
        <translation>下一条（空格）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>With each new pair</source>
        <translation>每次打开新的一对</translation>
    </message>
    <message>
        <source>Open the brief by itself with a pair that is new; it stays in the View menu</source>
        <translation>打开新的一对时自动显示概要；仍可从“视图”菜单打开</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>left: {0}</source>
        <translation>左：{0}</translation>
    </message>
    <message>
        <source>right: {0}</source>
        <translation>右：{0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 条，共 {1} 条</translation>
    </message>
</context>
<context>
    <name>BriefPresenter</name>
    <message>
        <source>Both say</source>
        <translation>两文都说</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>两文不同</translation>
    </message>
    <message>
        <source>The right leaves out</source>
        <translation>右文未提</translation>
    </message>
    <message>
        <source>The left leaves out</source>
        <translation>左文未提</translation>
    </message>
    <message>
        <source>The brief stays in the View menu.</source>
        <translation>概要仍可从“视图”菜单打开。</translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message numerus="yes">
        <source>about %n passage(s) in common</source>
        <translation>
            <numerusform>约 %n 处共同段落</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CareSheet</name>
    <message>
        <source>Put the library in order</source>
        <translation>整理文库</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Near copies {0}</source>
        <translation>近似副本 {0}</translation>
    </message>
    <message>
        <source>No article has a tag. Choose articles and File, Tag the articles.</source>
        <translation>没有文章带标签。请选择文章后用“文件”菜单中的“给文章加标签”。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>&amp;Show its articles</source>
        <translation>显示其文章(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>No folder is looked through. Add one, and what comes into it is added.</source>
        <translation>没有被查看的文件夹。添加一个，其中的新文件会自动加入。</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>Look through &amp;now</source>
        <translation>立即查看(&amp;N)</translation>
    </message>
    <message>
        <source>Look through no &amp;longer</source>
        <translation>不再查看(&amp;L)</translation>
    </message>
    <message>
        <source>No two articles here are copies of one another.</source>
        <translation>这里没有互为副本的文章。</translation>
    </message>
    <message>
        <source>Near copies</source>
        <translation>近似副本</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Take out of the library</source>
        <translation>移出文库(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ChangeChips</name>
    <message>
        <source>To check</source>
        <translation>需核对</translation>
    </message>
    <message>
        <source>Show these alone: {0}</source>
        <translation>仅显示：{0}</translation>
    </message>
</context>
<context>
    <name>ChangeTools</name>
    <message>
        <source>Ignore ▾</source>
        <translation>忽略 ▾</translation>
    </message>
    <message>
        <source>What counts as no change</source>
        <translation>哪些不算改动</translation>
    </message>
    <message>
        <source>&amp;Capital letters</source>
        <translation>大小写(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Punctuation</source>
        <translation>标点(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Spelling variants</source>
        <translation>拼写变体(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Words that count as one…</source>
        <translation>视为同一个的词(&amp;W)…</translation>
    </message>
    <message>
        <source>Save ▾</source>
        <translation>保存 ▾</translation>
    </message>
    <message>
        <source>Save the list of changes</source>
        <translation>保存改动列表</translation>
    </message>
    <message>
        <source>As a &amp;Markdown table…</source>
        <translation>存为 &amp;Markdown 表格…</translation>
    </message>
    <message>
        <source>As &amp;CSV for a spreadsheet…</source>
        <translation>存为 &amp;CSV 电子表格…</translation>
    </message>
    <message>
        <source>As a &amp;Word document…</source>
        <translation>存为 &amp;Word 文档…</translation>
    </message>
    <message>
        <source>As a &amp;translation memory (TMX)…</source>
        <translation>存为翻译记忆库 (&amp;TMX)…</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>Split or merged</source>
        <translation>拆分或合并</translation>
    </message>
    <message>
        <source>Only left</source>
        <translation>仅左侧</translation>
    </message>
    <message>
        <source>Only right</source>
        <translation>仅右侧</translation>
    </message>
    <message>
        <source>Omitted</source>
        <translation>遗漏</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Number differs</source>
        <translation>数字不同</translation>
    </message>
    <message>
        <source>Date differs</source>
        <translation>日期不同</translation>
    </message>
    <message>
        <source>Name differs</source>
        <translation>名称不同</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>被否定</translation>
    </message>
    <message>
        <source>Both sides show the same article.</source>
        <translation>两侧显示的是同一篇文章。</translation>
    </message>
    <message>
        <source>The two say the same, word for word.</source>
        <translation>两者逐字相同。</translation>
    </message>
    <message>
        <source>Nothing was found left out or added, and no figure, day or name that differs. Of two languages no word is set against another.</source>
        <translation>未发现遗漏或增添，数字、日期和名称也无不同。两种语言之间不逐词比较。</translation>
    </message>
    <message>
        <source>The two have nothing in common: these are hardly two versions.</source>
        <translation>两者毫无共同之处，不太可能是两个版本。</translation>
    </message>
    <message>
        <source>The left text is a part of the right one.</source>
        <translation>左侧文本是右侧文本的一部分。</translation>
    </message>
    <message>
        <source>The right text is a part of the left one.</source>
        <translation>右侧文本是左侧文本的一部分。</translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message>
        <source>None of these</source>
        <translation>没有此类</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>Other chips show other changes.</source>
        <translation>其他标签显示其他改动。</translation>
    </message>
    <message>
        <source>Finding the changes…</source>
        <translation>正在查找改动…</translation>
    </message>
    <message>
        <source>You can read on meanwhile.</source>
        <translation>您可以继续阅读。</translation>
    </message>
    <message>
        <source>The changes were not found</source>
        <translation>未查找改动</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>您已停止查找。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Find the changes</source>
        <translation>查找改动</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>改动 {0}/{1}</translation>
    </message>
    <message>
        <source>gone: {0}</source>
        <translation>删去：{0}</translation>
    </message>
    <message>
        <source>new: {0}</source>
        <translation>新增：{0}</translation>
    </message>
</context>
<context>
    <name>ChangesPresenter</name>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Saved {0}.</source>
        <translation>已保存 {0}。</translation>
    </message>
    <message>
        <source>Pin the two versions first, with Alt+1 and Alt+2.</source>
        <translation>请先用 Alt+1 和 Alt+2 固定两个版本。</translation>
    </message>
    <message>
        <source>Finding the changes</source>
        <translation>正在查找改动</translation>
    </message>
    <message>
        <source>Changes {0}</source>
        <translation>改动 {0}</translation>
    </message>
    <message>
        <source>Compared as two versions, as you chose.</source>
        <translation>按您的选择，作为两个版本比较。</translation>
    </message>
    <message>
        <source>These look like a text and its translation.</source>
        <translation>这似乎是一篇文章及其译文。</translation>
    </message>
    <message>
        <source>These look like two versions of one text.</source>
        <translation>这似乎是同一文本的两个版本。</translation>
    </message>
    <message>
        <source>{0} % of the left and {1} % of the right stand on both sides.</source>
        <translation>左侧的 {0} % 和右侧的 {1} % 两边都有。</translation>
    </message>
    <message>
        <source>Neighbouring sentences of one side alone are one change; the matches count each.</source>
        <translation>一侧独有的相邻句子合为一处变更；对应列表逐句计数。</translation>
    </message>
    <message>
        <source>Another name is told here only where it is a common one, beside a title or a kind of place, or in Latin letters.</source>
        <translation>此处只有常见的名称、紧邻称谓或地名类别的名称，或拉丁字母书写的名称不同，才会指出。</translation>
    </message>
    <message>
        <source>Save the list of changes</source>
        <translation>保存改动列表</translation>
    </message>
    <message>
        <source>No change is listed.</source>
        <translation>列表中没有改动。</translation>
    </message>
    <message>
        <source>This is the last change.</source>
        <translation>这是最后一处改动。</translation>
    </message>
    <message>
        <source>This is the first change.</source>
        <translation>这是第一处改动。</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>改动 {0}/{1}</translation>
    </message>
</context>
<context>
    <name>Colour</name>
    <message>
        <source>No colour</source>
        <translation>无颜色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>输入想做的事的几个字</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>No action is called like that.</source>
        <translation>没有这样的操作。</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>现在不可用</translation>
    </message>
</context>
<context>
    <name>Concordance</name>
    <message>
        <source>Concordance</source>
        <translation>语境索引</translation>
    </message>
    <message>
        <source>A word in all its contexts</source>
        <translation>一个词的所有语境</translation>
    </message>
    <message>
        <source>The word was not found.</source>
        <translation>没有找到这个词。</translation>
    </message>
    <message>
        <source>The first {0} of {1} places</source>
        <translation>{1} 处中的前 {0} 处</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more article(s) have the word.</source>
        <translation>
            <numerusform>另有 %n 篇文章含有此词。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>查找中…</translation>
    </message>
    <message>
        <source>Press Enter to look for it.</source>
        <translation>按 Enter 查找。</translation>
    </message>
    <message>
        <source>A word, Enter to look</source>
        <translation>输入词语，按 Enter 查找</translation>
    </message>
    <message>
        <source>Word to look for</source>
        <translation>要查找的词</translation>
    </message>
    <message>
        <source>This pair</source>
        <translation>这一对</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>Order of the places</source>
        <translation>排列顺序</translation>
    </message>
    <message>
        <source>As they stand</source>
        <translation>按原文顺序</translation>
    </message>
    <message>
        <source>By the words before</source>
        <translation>按前面的词</translation>
    </message>
    <message>
        <source>By the words after</source>
        <translation>按后面的词</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>&amp;Copy as table</source>
        <translation>复制为表格(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前文</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>After</source>
        <translation>后文</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near copy(ies)</source>
        <translation>
            <numerusform>%n 个近似副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) folded away</source>
        <translation>
            <numerusform>已折叠 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>agree on %n</source>
        <translation>
            <numerusform>%n 处一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>perhaps on %n</source>
        <comment>agree</comment>
        <translation>
            <numerusform>%n 处可能一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differ on %n</source>
        <translation>
            <numerusform>%n 处不同</numerusform>
        </translation>
    </message>
    <message>
        <source>only on one side: none sure enough to list</source>
        <translation>仅一方有：没有足够确定、可以列出的</translation>
    </message>
    <message>
        <source>only left: none sure enough to list</source>
        <translation>仅左侧有：没有足够确定、可以列出的</translation>
    </message>
    <message>
        <source>only right: none sure enough to list</source>
        <translation>仅右侧有：没有足够确定、可以列出的</translation>
    </message>
    <message numerus="yes">
        <source>%n only left</source>
        <translation>
            <numerusform>%n 处仅左侧有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only right</source>
        <translation>
            <numerusform>%n 处仅右侧有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 个对应</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处改动</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeletedNotes</name>
    <message>
        <source>Recently deleted notes</source>
        <translation>最近删除的笔记</translation>
    </message>
    <message>
        <source>They stay here for 30 days.</source>
        <translation>在这里保留 30 天。</translation>
    </message>
    <message>
        <source>No note was deleted.</source>
        <translation>没有删除过笔记。</translation>
    </message>
    <message>
        <source>Deleted notes</source>
        <translation>已删除的笔记</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>Really? %n note(s) for good</source>
        <translation>
            <numerusform>确定吗？永久删除 %n 条笔记</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete for good</source>
        <translation>永久删除(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Digest</name>
    <message>
        <source>Both say</source>
        <translation>双方都说</translation>
    </message>
    <message>
        <source>No match was found.</source>
        <translation>没有找到对应。</translation>
    </message>
    <message>
        <source>Nothing is sure enough to be listed, which does not mean nothing.</source>
        <translation>没有足够确定、可以列出的内容，但这不等于没有。</translation>
    </message>
    <message>
        <source>Only “{0}”</source>
        <translation>仅《{0}》</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Choose a square</source>
        <translation>选择一个方格</translation>
    </message>
    <message>
        <source>Its two articles are summed up here: what both say, and what only one does.</source>
        <translation>这里概括它的两篇文章：双方都说了什么，只有一方说了什么。</translation>
    </message>
    <message>
        <source>The chosen pair in brief</source>
        <translation>所选配对概要</translation>
    </message>
    <message>
        <source>Open side by side ⏎</source>
        <translation>并排打开 ⏎</translation>
    </message>
    <message>
        <source>Open side by side</source>
        <translation>并排打开</translation>
    </message>
</context>
<context>
    <name>EditArticle</name>
    <message>
        <source>Edit article</source>
        <translation>编辑文章</translation>
    </message>
    <message>
        <source>Title, author, date</source>
        <translation>标题、作者、日期</translation>
    </message>
    <message>
        <source>Corrections are kept in the library; the file is not changed.</source>
        <translation>更正保存在文库中，文件不会改动。</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;hort name</source>
        <translation>简称(&amp;H)</translation>
    </message>
    <message>
        <source>draft 1, KJV: tells it from another</source>
        <translation>草稿 1、KJV：与另一篇区分</translation>
    </message>
    <message>
        <source>&amp;Authors</source>
        <translation>作者(&amp;A)</translation>
    </message>
    <message>
        <source>Ada Lindqvist; Li Wei</source>
        <translation>林安达；李伟</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>2025-02-14, 2025-02 or 2025</source>
        <translation>2025-02-14、2025-02 或 2025</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>来源(&amp;S)</translation>
    </message>
    <message>
        <source>where it was published</source>
        <translation>发表于何处</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>标签(&amp;G)</translation>
    </message>
    <message>
        <source>harbour, ferries</source>
        <translation>港口，渡轮</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>its code: en, ru, zh</source>
        <translation>其代码：en、ru、zh</translation>
    </message>
    <message>
        <source>Reading direction</source>
        <translation>阅读方向</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>从左到右</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>从右到左</translation>
    </message>
    <message>
        <source>Rea&amp;ding direction</source>
        <translation>阅读方向(&amp;R)</translation>
    </message>
    <message>
        <source>Read the file as</source>
        <translation>文件编码</translation>
    </message>
    <message>
        <source>Read the file &amp;as</source>
        <translation>文件读作(&amp;R)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>按文件中的</translation>
    </message>
    <message>
        <source>Forget the corrections</source>
        <translation>放弃更正</translation>
    </message>
    <message>
        <source>A date is written 2025-02-14, 2025-02 or 2025.</source>
        <translation>日期写作 2025-02-14、2025-02 或 2025。</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出了点问题</translation>
    </message>
    <message>
        <source>Something went wrong in Diptych</source>
        <translation>Diptych 出了点问题</translation>
    </message>
    <message>
        <source>Your notes and articles are safe; you can go on. The details below stay on this computer unless you copy them.</source>
        <translation>您的笔记和文章都安全，可以继续。除非您复制，下面的详情不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>复制详情(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ExistingFile</name>
    <message>
        <source>The file is already there</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>“{0}” is already there</source>
        <translation>“{0}”已存在</translation>
    </message>
    <message>
        <source>What is in it now stays unless you replace it.</source>
        <translation>除非替换，其中现有内容会保留。</translation>
    </message>
    <message>
        <source>&amp;Add new notes to it</source>
        <translation>追加新笔记(&amp;A)</translation>
    </message>
    <message>
        <source>Write a &amp;second file</source>
        <translation>另写一个文件(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export notes</source>
        <translation>导出笔记</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>按原样</translation>
    </message>
    <message numerus="yes">
        <source>… %n more character(s)</source>
        <translation>
            <numerusform>……还有 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Which notes</source>
        <translation>哪些笔记</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>The file as it would be written</source>
        <translation>将写出的文件</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>笔记(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Te&amp;mplate</source>
        <translation>模板(&amp;M)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Edit &amp;template…</source>
        <translation>编辑模板(&amp;T)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Report on the pair</source>
        <translation>两文报告</translation>
    </message>
    <message>
        <source>Reading the notes…</source>
        <translation>正在读取笔记…</translation>
    </message>
    <message>
        <source>There are no notes here yet.</source>
        <translation>这里还没有笔记。</translation>
    </message>
    <message>
        <source>Setting the pages… {0} %</source>
        <translation>正在排版… {0} %</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): {0}</source>
        <translation>
            <numerusform>%n 个文件：{0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>only the beginning is shown</source>
        <translation>仅显示开头</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ExportPresenter</name>
    <message>
        <source>This pair</source>
        <translation>这一对</translation>
    </message>
    <message>
        <source>This note</source>
        <translation>这条笔记</translation>
    </message>
    <message>
        <source>Selected notes</source>
        <translation>选中的笔记</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Folder for the pages</source>
        <translation>存放页面的文件夹</translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>导出笔记</translation>
    </message>
    <message>
        <source>Report on the pair</source>
        <translation>两文报告</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>已写入 {0}</translation>
    </message>
    <message>
        <source>{1} files written to {0}</source>
        <translation>已将 {1} 个文件写入 {0}</translation>
    </message>
    <message>
        <source>Left alone, for it is not as Diptych wrote it: {0}</source>
        <translation>保持不变，因为它已不是 Diptych 写下的样子：{0}</translation>
    </message>
</context>
<context>
    <name>FacetBar</name>
    <message>
        <source>Narrow the search</source>
        <translation>缩小搜索范围</translation>
    </message>
</context>
<context>
    <name>FacingDelegate</name>
    <message>
        <source>– nothing like it –</source>
        <translation>– 没有类似内容 –</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>read as {0}, a guess</source>
        <translation>按 {0} 读取（猜测）</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{year}年{number}月</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>FainterLine</name>
    <message>
        <source>Matches that are less likely right than wrong</source>
        <translation>更可能是错误而非正确的匹配</translation>
    </message>
    <message>
        <source>Hide the fainter ones</source>
        <translation>隐藏较弱的匹配</translation>
    </message>
    <message numerus="yes">
        <source>Show %n fainter one(s)</source>
        <translation>
            <numerusform>再显示 %n 个较弱的匹配</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the articles</source>
        <translation>在文章中查找</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>两侧</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>查找范围</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>区分大小写(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation>全词匹配(&amp;W)</translation>
    </message>
    <message>
        <source>Pa&amp;ttern</source>
        <translation>正则(&amp;T)</translation>
    </message>
    <message>
        <source>A regular expression, such as \d+ (per cent|%)</source>
        <translation>正则表达式，例如 \d+ (per cent|%)</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingDelegate</name>
    <message>
        <source>exact</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>in pieces</source>
        <translation>分散</translation>
    </message>
    <message>
        <source>quoted → stands: {0}</source>
        <translation>引文 → 原文：{0}</translation>
    </message>
</context>
<context>
    <name>FoldReason</name>
    <message>
        <source>about the author</source>
        <translation>关于作者</translation>
    </message>
    <message>
        <source>advertisement</source>
        <translation>广告</translation>
    </message>
    <message>
        <source>after the article</source>
        <translation>文章之后</translation>
    </message>
    <message>
        <source>author box</source>
        <translation>作者栏</translation>
    </message>
    <message>
        <source>beside the article</source>
        <translation>文章旁</translation>
    </message>
    <message>
        <source>button</source>
        <translation>按钮</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>comment form</source>
        <translation>评论框</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>cookie notice</source>
        <translation>Cookie 提示</translation>
    </message>
    <message>
        <source>copyright</source>
        <translation>版权</translation>
    </message>
    <message>
        <source>dialog</source>
        <translation>对话框</translation>
    </message>
    <message>
        <source>footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>front matter</source>
        <translation>文件头</translation>
    </message>
    <message>
        <source>hidden on the page</source>
        <translation>页面上隐藏</translation>
    </message>
    <message>
        <source>invisible characters</source>
        <translation>不可见字符</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>line numbers</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>link address</source>
        <translation>链接地址</translation>
    </message>
    <message>
        <source>navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>无文字</translation>
    </message>
    <message>
        <source>nothing left under it</source>
        <translation>其下无内容</translation>
    </message>
    <message>
        <source>page footer</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>placeholder</source>
        <translation>占位</translation>
    </message>
    <message>
        <source>Project Gutenberg licence</source>
        <translation>古登堡计划许可</translation>
    </message>
    <message>
        <source>related links</source>
        <translation>相关链接</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>分隔线</translation>
    </message>
    <message>
        <source>running head or page number</source>
        <translation>页眉或页码</translation>
    </message>
    <message>
        <source>section label</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>share buttons</source>
        <translation>分享按钮</translation>
    </message>
    <message>
        <source>short lines beside the article</source>
        <translation>文章旁的短行</translation>
    </message>
    <message>
        <source>shown only without scripts</source>
        <translation>仅在无脚本时显示</translation>
    </message>
    <message>
        <source>sign-up</source>
        <translation>订阅注册</translation>
    </message>
    <message>
        <source>words in a figure</source>
        <translation>图中文字</translation>
    </message>
</context>
<context>
    <name>FoundMatches</name>
    <message>
        <source>No match is shown for these two articles.</source>
        <translation>这两篇文章没有显示的对应。</translation>
    </message>
    <message>
        <source>This is the last match.</source>
        <translation>这是最后一个对应。</translation>
    </message>
    <message>
        <source>This is the first match.</source>
        <translation>这是第一个对应。</translation>
    </message>
    <message>
        <source>Nothing is shown in which these two articles differ.</source>
        <translation>当前显示的内容中，这两篇文章没有不同之处。</translation>
    </message>
    <message>
        <source>This is the last difference.</source>
        <translation>这是最后一处不同。</translation>
    </message>
    <message>
        <source>This is the first difference.</source>
        <translation>这是第一处不同。</translation>
    </message>
    <message>
        <source>These two articles are not compared yet.</source>
        <translation>这两篇文章尚未比较。</translation>
    </message>
    <message>
        <source>Nothing on the other side corresponds to this passage.</source>
        <translation>另一侧没有与此段对应的内容。</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>Not grouped</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>By pair</source>
        <translation>按配对</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>按文章</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>By stance</source>
        <translation>按立场</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>By colour</source>
        <translation>按颜色</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>Pages of the guide</source>
        <translation>指南的各页</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>使用指南</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>颜色的含义</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HistoryPresenter</name>
    <message numerus="yes">
        <source>%n judged</source>
        <translation>
            <numerusform>已判断 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条笔记</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message numerus="yes">
        <source>%n more in this article</source>
        <translation>
            <numerusform>本文另有 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitsPresenter</name>
    <message>
        <source>There is no hit to go to: Ctrl+F searches both articles.</source>
        <translation>没有可跳转的结果：按 Ctrl+F 在两篇文章中查找。</translation>
    </message>
    <message>
        <source>Hit {0} of {1}</source>
        <translation>第 {0} / {1} 处</translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message>
        <source>Articles added</source>
        <translation>已添加文章</translation>
    </message>
    <message>
        <source>The files themselves were not touched.</source>
        <translation>文件本身没有改动。</translation>
    </message>
    <message>
        <source>Files that could not be added</source>
        <translation>无法添加的文件</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Show the &amp;file</source>
        <translation>显示文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation>复制列表(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>IndexPresenter</name>
    <message>
        <source>The index is of another version or was damaged. It is made anew.</source>
        <translation>索引属于另一版本或已损坏，正在重新建立。</translation>
    </message>
    <message>
        <source>The library has grown. Its index moves to a faster engine.</source>
        <translation>文库已变大，其索引正改用更快的引擎。</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Match rejected. Ctrl+Z takes it back.</source>
        <translation>已拒绝此对应。按 Ctrl+Z 撤回。</translation>
    </message>
    <message>
        <source>A verdict on another match was taken back.</source>
        <translation>已撤回对另一处对应的判断。</translation>
    </message>
    <message>
        <source>A verdict on another match was given again.</source>
        <translation>已恢复对另一处对应的判断。</translation>
    </message>
    <message>
        <source>Match accepted. Ctrl+Z takes it back.</source>
        <translation>已接受此对应。按 Ctrl+Z 撤回。</translation>
    </message>
    <message>
        <source>The match is accepted again.</source>
        <translation>此对应已重新接受。</translation>
    </message>
    <message>
        <source>The match is rejected again.</source>
        <translation>此对应已重新拒绝。</translation>
    </message>
    <message>
        <source>The match is no longer rejected.</source>
        <translation>该匹配不再是已拒绝。</translation>
    </message>
    <message>
        <source>The match is no longer accepted.</source>
        <translation>该匹配不再是已接受。</translation>
    </message>
    <message>
        <source>Pin two articles first.</source>
        <translation>请先固定两篇文章。</translation>
    </message>
    <message>
        <source>No match is shown for these two articles.</source>
        <translation>这两篇文章没有显示的对应。</translation>
    </message>
    <message>
        <source>Choose a match first: Alt+Down goes to the next.</source>
        <translation>请先选择一个匹配:Alt+Down 转到下一个。</translation>
    </message>
</context>
<context>
    <name>KeepingState</name>
    <message>
        <source>Close Diptych and run “diptych doctor --repair”.</source>
        <translation>请关闭 Diptych 并运行“diptych doctor --repair”。</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Same words</source>
        <translation>相同措辞</translation>
    </message>
    <message>
        <source>Same claim</source>
        <translation>相同说法</translation>
    </message>
    <message>
        <source>Same source</source>
        <translation>同一来源</translation>
    </message>
    <message>
        <source>Same facts</source>
        <translation>相同事实</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>Denies</source>
        <translation>否认</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>有出入</translation>
    </message>
</context>
<context>
    <name>KindChips</name>
    <message>
        <source>Show only where the two disagree: figures, dates, what one side denies (F8)</source>
        <translation>只显示两文不一致之处：数字、日期、一方否认的内容（F8）</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Show the matches you rejected</source>
        <translation>显示您拒绝的对应</translation>
    </message>
</context>
<context>
    <name>KindKey</name>
    <message>
        <source>What the colours mean</source>
        <translation>颜色的含义</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>word for word</source>
        <translation>逐字相同</translation>
    </message>
    <message>
        <source>the same in other words</source>
        <translation>换一种说法的同一内容</translation>
    </message>
    <message>
        <source>the same figures, dates, names</source>
        <translation>相同的数字、日期、名称</translation>
    </message>
    <message>
        <source>a work that both cite</source>
        <translation>双方都引用的文献</translation>
    </message>
    <message>
        <source>Both have this wording: a quotation, or text that one took from the other.</source>
        <translation>两者都有这段原文:引文,或一方取自另一方的文字。</translation>
    </message>
    <message>
        <source>Both say this, each in words of its own; the strength tells how likely it is.</source>
        <translation>两者各用自己的话说了同一件事;强度表示可能性。</translation>
    </message>
    <message>
        <source>Both give the same figures, dates or names, whatever they say of them.</source>
        <translation>两者给出相同的数字、日期或名称,无论怎样评述。</translation>
    </message>
    <message>
        <source>Both cite this work, whatever they say of it: in their lists, and in the text.</source>
        <translation>双方都引用了这份文献，无论怎样评价它：在参考文献表和正文中。</translation>
    </message>
    <message>
        <source>Only this article says it (View, Mark what is only here).</source>
        <translation>只有这篇文章这样说(视图中可标出仅此处的内容)。</translation>
    </message>
    <message>
        <source>You have written a note on it, in the colour of the note.</source>
        <translation>您在此写有笔记,线的颜色即笔记的颜色。</translation>
    </message>
    <message>
        <source>It holds a word you search for; Esc takes these away.</source>
        <translation>含有您搜索的词;按 Esc 去除这些标记。</translation>
    </message>
    <message>
        <source>The two differ here: another figure or date, or one side denies it (F8).</source>
        <translation>两文在此不同：数字或日期不一致，或一方否认（F8）。</translation>
    </message>
    <message>
        <source>The current match: stronger, with a line under it.</source>
        <translation>当前匹配:颜色更深,下方有线。</translation>
    </message>
    <message>
        <source>Where matches overlap, the colour of the strongest is shown.</source>
        <translation>匹配重叠处显示最强者的颜色。</translation>
    </message>
    <message>
        <source>The bands between the texts and the strips beside them have the same colours; the letter of a kind says the same without colour.</source>
        <translation>两文之间的色带和旁边的条带使用相同的颜色;每种匹配的字母不靠颜色表示同样的意思。</translation>
    </message>
    <message>
        <source>A bar under a row of the library says how much it shares with the open article.</source>
        <translation>文库条目下方的横条表示它与打开的文章有多少共同内容。</translation>
    </message>
    <message>
        <source>A card says Related where two claims are only near one another, Denies or Differs where they part.</source>
        <translation>两个说法只是相近时卡片写“相关”,相悖时写“否认”或“有出入”。</translation>
    </message>
    <message>
        <source>Grey text was taken for something that is not the article&apos;s.</source>
        <translation>灰色文字被认为不属于文章本身。</translation>
    </message>
</context>
<context>
    <name>LibraryCarePresenter</name>
    <message>
        <source>Tag the articles</source>
        <translation>给文章加标签</translation>
    </message>
    <message>
        <source>Without a tag nothing changes.</source>
        <translation>没有标签，什么都不会改变。</translation>
    </message>
    <message>
        <source>Other articles have it too.</source>
        <translation>其他文章也有此标签。</translation>
    </message>
    <message>
        <source>No article has it so far.</source>
        <translation>目前还没有文章有此标签。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) tagged #{0}.</source>
        <translation>
            <numerusform>%n 篇文章已加标签 #{0}。</numerusform>
        </translation>
    </message>
    <message>
        <source>The tag stays as it is.</source>
        <translation>标签保持不变。</translation>
    </message>
    <message>
        <source>The two tags become one.</source>
        <translation>两个标签将合为一个。</translation>
    </message>
    <message>
        <source>Every article that has it follows.</source>
        <translation>所有带此标签的文章都会随之更改。</translation>
    </message>
    <message>
        <source>Rename the tag</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>#{0} is #{1} now.</source>
        <translation>#{0} 现在是 #{1}。</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) removed.</source>
        <translation>
            <numerusform>已删除 %n 个标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked through no longer; its articles stay.</source>
        <translation>不再查看；其中的文章保留。</translation>
    </message>
</context>
<context>
    <name>LibraryHeading</name>
    <message>
        <source>In &amp;groups</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>显示(&amp;W)</translation>
    </message>
    <message>
        <source>Sort the library</source>
        <translation>文库排序</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>合集</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>&amp;All articles</source>
        <translation>所有文章(&amp;A)</translation>
    </message>
    <message>
        <source>Reading list</source>
        <translation>阅读清单</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>By author</source>
        <translation>按作者</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按来源</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>By date added</source>
        <translation>按添加时间</translation>
    </message>
    <message>
        <source>By similarity</source>
        <translation>按相似度</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Add articles</source>
        <translation>添加文章</translation>
    </message>
    <message>
        <source>Filter by title, author, source</source>
        <translation>按标题、作者、来源筛选</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>筛选文库</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>添加文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>添加文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the &amp;sample articles</source>
        <translation>打开示例文章(&amp;S)</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>还没有文章</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Clears the filter.</source>
        <translation>清除筛选。</translation>
    </message>
    <message>
        <source>No article matches “{0}”</source>
        <translation>没有文章符合“{0}”</translation>
    </message>
    <message>
        <source>Nothing in “{0}”</source>
        <translation>“{0}”里还没有文章</translation>
    </message>
    <message>
        <source>Articles come here by their menu: “Put into a collection”, or by a tag.</source>
        <translation>可用文章菜单中的“放入合集”或标签把文章放到这里。</translation>
    </message>
    <message>
        <source>What you add with the + above, or drop here, is listed here.</source>
        <translation>用上方的 + 添加或拖到这里的文章会列在这里。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Open &amp;both side by side</source>
        <translation>并排打开两篇(&amp;B)</translation>
    </message>
    <message>
        <source>Pin &amp;left</source>
        <translation>固定到左侧(&amp;L)</translation>
    </message>
    <message>
        <source>Pin &amp;right</source>
        <translation>固定到右侧(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Edit title, author, date…</source>
        <translation>编辑标题、作者、日期(&amp;E)…</translation>
    </message>
    <message>
        <source>Ta&amp;gs…</source>
        <translation>标签(&amp;G)…</translation>
    </message>
    <message>
        <source>Open a &amp;chapter…</source>
        <translation>打开一章(&amp;C)…</translation>
    </message>
    <message>
        <source>Show the &amp;file in its folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>Re&amp;move from the library</source>
        <translation>从文库移除(&amp;M)</translation>
    </message>
    <message>
        <source>Put into a co&amp;llection</source>
        <translation>放入合集(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New collection…</source>
        <translation>新建合集(&amp;N)…</translation>
    </message>
    <message>
        <source>Take out of “{0}”</source>
        <translation>从“{0}”移出</translation>
    </message>
    <message>
        <source>Rea&amp;ding</source>
        <translation>阅读(&amp;D)</translation>
    </message>
    <message>
        <source>On the reading &amp;list</source>
        <translation>在阅读清单中(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Begun</source>
        <translation>在读(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>已读(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Unread</source>
        <translation>未读(&amp;U)</translation>
    </message>
    <message>
        <source>pinned left</source>
        <translation>固定在左侧</translation>
    </message>
    <message>
        <source>pinned right</source>
        <translation>固定在右侧</translation>
    </message>
    <message>
        <source>{0} % in common</source>
        <translation>{0} % 相同</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>找不到文件</translation>
    </message>
</context>
<context>
    <name>LibraryPresenter</name>
    <message>
        <source>Choose an article in the library first.</source>
        <translation>请先在文库中选择一篇文章。</translation>
    </message>
    <message>
        <source>Looking for two that share much…</source>
        <translation>正在寻找共同点多的两篇…</translation>
    </message>
    <message>
        <source>No two articles here share a passage.</source>
        <translation>这里没有两篇文章有共同段落。</translation>
    </message>
    <message>
        <source>“{0}” made room for “{1}”; Alt+Left brings it back.</source>
        <translation>“{0}”已让位于“{1}”;按 Alt+Left 可恢复。</translation>
    </message>
    <message>
        <source>The folder {0} is no longer there.</source>
        <translation>文件夹 {0} 已不存在。</translation>
    </message>
</context>
<context>
    <name>LibraryRowDelegate</name>
    <message>
        <source>LEFT</source>
        <translation>左</translation>
    </message>
    <message>
        <source>RIGHT</source>
        <translation>右</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>找不到文件</translation>
    </message>
</context>
<context>
    <name>LookupsPresenter</name>
    <message>
        <source>Pin two articles first.</source>
        <translation>请先固定两篇文章。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Matches</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅此一方</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
</context>
<context>
    <name>ManyNotesPresenter</name>
    <message>
        <source>Co&amp;lour</source>
        <translation>颜色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Merge into one</source>
        <translation>合并为一条(&amp;M)</translation>
    </message>
    <message>
        <source>Lin&amp;k with one another</source>
        <translation>互相链接(&amp;K)</translation>
    </message>
    <message>
        <source>Cop&amp;y the note</source>
        <translation>复制笔记(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Copy the link</source>
        <translation>复制链接(&amp;C)</translation>
    </message>
    <message>
        <source>Choose notes in the list first.</source>
        <translation>请先在列表中选择笔记。</translation>
    </message>
    <message>
        <source>Without a tag nothing changes.</source>
        <translation>没有标签，什么都不会改变。</translation>
    </message>
    <message>
        <source>Tags of the notes</source>
        <translation>笔记的标签</translation>
    </message>
    <message>
        <source>Added: port ferry. Taken away: -ferry</source>
        <translation>添加：港口 渡轮。去除：-渡轮</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed.</source>
        <translation>
            <numerusform>已更改 %n 条笔记。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkingPresenter</name>
    <message>
        <source>Select the words to highlight first.</source>
        <translation>请先选中要高亮的文字。</translation>
    </message>
    <message>
        <source>Highlighted. Press H once more, or Ctrl+Z, to take it back.</source>
        <translation>已高亮。再按一次 H 或按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Select words in an article first.</source>
        <translation>请先在文章中选中文字。</translation>
    </message>
    <message>
        <source>No match is found there: select it on the other side, then do this again.</source>
        <translation>这里没有找到匹配：请在另一侧选中对应文字，再做一次。</translation>
    </message>
    <message>
        <source>Both passages are highlighted.</source>
        <translation>两段都已高亮。</translation>
    </message>
</context>
<context>
    <name>MatchCardDelegate</name>
    <message>
        <source>differ: {0}</source>
        <translation>不同：{0}</translation>
    </message>
    <message>
        <source>one side denies it</source>
        <translation>一方否认</translation>
    </message>
    <message>
        <source>counterpart {0} of {1}</source>
        <translation>对应处第 {0} 个，共 {1} 个</translation>
    </message>
    <message>
        <source>✓ accepted</source>
        <translation>✓ 已接受</translation>
    </message>
    <message>
        <source>✕ rejected</source>
        <translation>✕ 已拒绝</translation>
    </message>
</context>
<context>
    <name>MatchList</name>
    <message>
        <source>Matches</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>&amp;Go to it</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>接受(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>拒绝(&amp;R)</translation>
    </message>
    <message>
        <source>Write a &amp;note…</source>
        <translation>写笔记(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Why this match</source>
        <translation>为何对应(&amp;W)</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation>第 {0} / {1} 个对应</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>有笔记</translation>
    </message>
    <message>
        <source>left: {0}</source>
        <translation>左：{0}</translation>
    </message>
    <message>
        <source>right: {0}</source>
        <translation>右：{0}</translation>
    </message>
</context>
<context>
    <name>MatchTools</name>
    <message>
        <source>Strongest</source>
        <translation>最强</translation>
    </message>
    <message>
        <source>Reading order</source>
        <translation>阅读顺序</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Least strength shown, in percent</source>
        <translation>显示的最低强度（百分比）</translation>
    </message>
    <message>
        <source>Hide matches weaker than this</source>
        <translation>隐藏弱于此的对应</translation>
    </message>
    <message>
        <source>Order of the matches</source>
        <translation>对应的排列</translation>
    </message>
    <message>
        <source>&amp;Reading order</source>
        <translation>阅读顺序(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Strongest first</source>
        <translation>最强在前(&amp;S)</translation>
    </message>
    <message>
        <source>Same &amp;words from</source>
        <translation>相同词句至少(&amp;W)</translation>
    </message>
</context>
<context>
    <name>MatchesPanel</name>
    <message>
        <source>Not compared by meaning</source>
        <translation>未按含义比较</translation>
    </message>
    <message>
        <source>The two are in different languages. Until an encoder that knows both has read them, only quotations, names and figures can be compared.</source>
        <translation>两篇文章语言不同。在懂得两种语言的模型读过它们之前，只能比较引文、名称和数字。</translation>
    </message>
    <message>
        <source>Not yet compared by meaning</source>
        <translation>尚未按含义比较</translation>
    </message>
    <message>
        <source>Their words have nothing in common. What they say in other words is still being read; the line at the bottom tells how far that is.</source>
        <translation>两篇的用词没有相同之处。换句话说的内容仍在读取，底部显示进度。</translation>
    </message>
    <message>
        <source>No words in common</source>
        <translation>没有相同的词语</translation>
    </message>
    <message>
        <source>These two articles share no wording, names or figures. What they say in other words was not compared.</source>
        <translation>这两篇文章没有相同的措辞、名称或数字。换句话说的内容未作比较。</translation>
    </message>
    <message>
        <source>Nothing in common found</source>
        <translation>没有发现共同之处</translation>
    </message>
    <message>
        <source>These two articles share no wording, claims or facts that could be told. “Only here” lists what each of them says.</source>
        <translation>没有发现这两篇文章有共同的措辞、说法或事实。“仅此一方”列出各自所说的内容。</translation>
    </message>
    <message>
        <source>Pin a second article with Alt+1 or Alt+2 to see what they share.</source>
        <translation>按 Alt+1 或 Alt+2 固定第二篇文章，看看它们的共同之处。</translation>
    </message>
    <message>
        <source>Pin one with Alt+1 and another with Alt+2, or drag them from the library.</source>
        <translation>按 Alt+1 固定一篇、Alt+2 固定另一篇，或从文库拖过来。</translation>
    </message>
    <message>
        <source>Two articles make a comparison</source>
        <translation>两篇文章才能比较</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>You can read on meanwhile.</source>
        <translation>您可以继续阅读。</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>尚未比较</translation>
    </message>
    <message>
        <source>Comparing was stopped.</source>
        <translation>比较已停止。</translation>
    </message>
    <message>
        <source>Order adjusted by your verdicts: {0}</source>
        <translation>已按您的判断调整顺序：{0}</translation>
    </message>
    <message>
        <source>Find two that share much</source>
        <translation>找出共同点多的两篇</translation>
    </message>
    <message>
        <source>The overview shows how much each two have in common.</source>
        <translation>总览显示每两篇有多少共同点。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Long texts take a while.</source>
        <translation>长文需要一些时间。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Resets the filters.</source>
        <translation>重置筛选。</translation>
    </message>
</context>
<context>
    <name>MatchesPresenter</name>
    <message>
        <source>Comparing the two articles</source>
        <translation>正在比较两篇文章</translation>
    </message>
    <message>
        <source>Both sides show the same article.</source>
        <translation>两侧是同一篇文章。</translation>
    </message>
    <message>
        <source>The left article has no text to compare.</source>
        <translation>左侧文章没有可比较的文字。</translation>
    </message>
    <message>
        <source>The right article has no text to compare.</source>
        <translation>右侧文章没有可比较的文字。</translation>
    </message>
    <message>
        <source>These look like two versions of one text.</source>
        <translation>这像是同一文本的两个版本。</translation>
    </message>
    <message>
        <source>Without matches the sides scroll together by proportion.</source>
        <translation>没有对应时，两侧按比例同步滚动。</translation>
    </message>
    <message>
        <source>The matches now go by meaning as well.</source>
        <translation>对应现在也依据意思。</translation>
    </message>
    <message>
        <source>The matches now go by meaning as well: {0} instead of {1}.</source>
        <translation>匹配现在也按含义比较：{0} 处，原为 {1} 处。</translation>
    </message>
    <message>
        <source>Compared across two languages by meaning ({0}).</source>
        <translation>已按意思跨两种语言比较（{0}）。</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>Matches {0}</source>
        <translation>对应 {0}</translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation>第 {0} / {1} 个对应</translation>
    </message>
    <message>
        <source>There is no match to tell of.</source>
        <translation>没有可说明的对应。</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Shared passages of each two articles</source>
        <translation>每两篇文章的共同段落</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>not compared yet</source>
        <translation>尚未比较</translation>
    </message>
    <message numerus="yes">
        <source>about %n passage(s) in common, not compared yet</source>
        <translation>
            <numerusform>约有 %n 个共同段落，尚未比较</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeaningPresenter</name>
    <message>
        <source>Both are read for meaning: these counts are final.</source>
        <translation>两篇都已按意思读完：这些数字不再变化。</translation>
    </message>
    <message>
        <source>Reading for meaning is paused</source>
        <translation>按意思读取已暂停</translation>
    </message>
    <message>
        <source>Click to go on</source>
        <translation>点击继续</translation>
    </message>
    <message>
        <source>Reading for meaning: {0} %</source>
        <translation>按意思读取：{0} %</translation>
    </message>
    <message>
        <source>Click to pause</source>
        <translation>点击暂停</translation>
    </message>
</context>
<context>
    <name>NameSheet</name>
    <message>
        <source>&amp;OK</source>
        <translation>确定(&amp;O)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NeedsAttention</name>
    <message>
        <source>Notes that need attention</source>
        <translation>需要留意的笔记</translation>
    </message>
    <message>
        <source>Their texts changed. Nothing was deleted; say where the words are now.</source>
        <translation>原文改变了。没有删除任何东西；请指出文字现在的位置。</translation>
    </message>
    <message>
        <source>All notes stand where they should.</source>
        <translation>所有笔记都在原位。</translation>
    </message>
    <message>
        <source>Passages without a sure place</source>
        <translation>位置不确定的段落</translation>
    </message>
    <message>
        <source>It is &amp;here</source>
        <translation>就是这里(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Choose in the text…</source>
        <translation>在文中选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Keep without a place</source>
        <translation>不定位，保留(&amp;K)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Where the words may be now</source>
        <translation>文字现在可能的位置</translation>
    </message>
    <message>
        <source>Where it may be now:</source>
        <translation>现在可能的位置：</translation>
    </message>
    <message>
        <source>Nothing like it stands in the article now.</source>
        <translation>文章里现在没有类似的文字。</translation>
    </message>
</context>
<context>
    <name>NoneLeft</name>
    <message>
        <source>They differ nowhere</source>
        <translation>没有不同之处</translation>
    </message>
    <message>
        <source>No figure or date is told otherwise, and nothing is denied, as far as could be told.</source>
        <translation>据判断，没有不一致的数字或日期，也没有任何一方否认的内容。</translation>
    </message>
    <message>
        <source>All matches are filtered out</source>
        <translation>所有对应都被筛掉了</translation>
    </message>
    <message>
        <source>Switch a kind on again or lower the strength.</source>
        <translation>重新打开一种类型，或降低强度。</translation>
    </message>
</context>
<context>
    <name>NoteCardDelegate</name>
    <message>
        <source>other version</source>
        <translation>另一版本</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>来自 {0}</translation>
    </message>
</context>
<context>
    <name>NoteCarePresenter</name>
    <message>
        <source>The backup was restored. Your notes of before are kept in {0}</source>
        <translation>备份已恢复。之前的笔记保存在 {0}</translation>
    </message>
    <message>
        <source>The backup was restored.</source>
        <translation>备份已恢复。</translation>
    </message>
    <message>
        <source>Keep a Markdown copy of the notes in this folder</source>
        <translation>在此文件夹保留笔记的 Markdown 副本</translation>
    </message>
    <message>
        <source>A Markdown copy of your notes is kept in {0}</source>
        <translation>笔记的 Markdown 副本保存在 {0}</translation>
    </message>
    <message>
        <source>No Markdown copy of your notes is kept now.</source>
        <translation>现在不再保留笔记的 Markdown 副本。</translation>
    </message>
    <message>
        <source>Changed by someone else and left alone: {0}</source>
        <translation>被他人更改，未动：{0}</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>导入笔记</translation>
    </message>
    <message>
        <source>Notes (*.json *.jsonld *.md);;All files (*)</source>
        <translation>笔记 (*.json *.jsonld *.md);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) added</source>
        <translation>
            <numerusform>已添加 %n 条笔记</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} updated</source>
        <translation>已更新 {0} 条</translation>
    </message>
    <message>
        <source>{0} already here</source>
        <translation>已有 {0} 条</translation>
    </message>
    <message>
        <source>{0} kept as copies</source>
        <translation>另存为副本 {0} 条</translation>
    </message>
    <message>
        <source>{0} without their article here</source>
        <translation>此处没有对应文章 {0} 条</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>Your note, in Markdown</source>
        <translation>您的笔记（Markdown）</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>笔记内容</translation>
    </message>
    <message>
        <source>#tags</source>
        <translation>#标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>The note as it will look</source>
        <translation>笔记的最终样子</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>删除这条笔记</translation>
    </message>
    <message>
        <source>Close the note</source>
        <translation>关闭笔记</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>立场</translation>
    </message>
    <message>
        <source>No stance</source>
        <translation>无立场</translation>
    </message>
    <message>
        <source>＋ Add a passage from the left</source>
        <translation>＋ 添加左侧段落</translation>
    </message>
    <message>
        <source>＋ Add a passage from the right</source>
        <translation>＋ 添加右侧段落</translation>
    </message>
</context>
<context>
    <name>NotePassages</name>
    <message>
        <source>The words of this note are gone from the article.</source>
        <translation>这条笔记的文字已不在文章中。</translation>
    </message>
    <message>
        <source>Not in the library: {0}</source>
        <translation>文库中没有：{0}</translation>
    </message>
</context>
<context>
    <name>NoteSort</name>
    <message>
        <source>Notes and highlights</source>
        <translation>笔记和高亮</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高亮</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>The newest {0} of {1} notes; search to see others.</source>
        <translation>{1} 条笔记中最新的 {0} 条；搜索可看其他。</translation>
    </message>
    <message>
        <source>This pair</source>
        <translation>这一对</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要留意</translation>
    </message>
    <message>
        <source>Group the notes</source>
        <translation>笔记分组</translation>
    </message>
    <message>
        <source>Which notes are listed</source>
        <translation>列出哪些笔记</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>筛选笔记</translation>
    </message>
    <message>
        <source>Filter the notes</source>
        <translation>筛选笔记</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新建笔记</translation>
    </message>
    <message>
        <source>New note (N)</source>
        <translation>新建笔记 (N)</translation>
    </message>
    <message>
        <source>Export notes…</source>
        <translation>导出笔记…</translation>
    </message>
    <message>
        <source>More about notes</source>
        <translation>更多笔记操作</translation>
    </message>
    <message>
        <source>Recently &amp;deleted…</source>
        <translation>最近删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Needs &amp;attention…</source>
        <translation>需要留意(&amp;A)…</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Nothing of this sort here</source>
        <translation>这里没有这一类</translation>
    </message>
    <message>
        <source>Select words and press H to highlight them.</source>
        <translation>选中文字后按 H 即可高亮。</translation>
    </message>
    <message>
        <source>No note holds these words</source>
        <translation>没有含这些字词的笔记</translation>
    </message>
    <message>
        <source>No notes on this pair</source>
        <translation>这一对还没有笔记</translation>
    </message>
    <message>
        <source>Press N on a match or a selection; the note keeps both quotations.</source>
        <translation>在对应或所选文字上按 N；笔记会保留两处引文。</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>还没有笔记</translation>
    </message>
    <message>
        <source>Notes you write appear here, whatever the article.</source>
        <translation>您写的笔记都会出现在这里，不论哪篇文章。</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Go to the &amp;left passage</source>
        <translation>转到左侧段落(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the &amp;right passage</source>
        <translation>转到右侧段落(&amp;R)</translation>
    </message>
    <message>
        <source>Open the note “{0}”</source>
        <translation>打开笔记“{0}”</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Note {0} of {1}</source>
        <translation>第 {0} / {1} 条笔记</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>names the note “{0}”</source>
        <translation>提到笔记“{0}”</translation>
    </message>
</context>
<context>
    <name>NotesPresenter</name>
    <message>
        <source>Notes {0}</source>
        <translation>笔记 {0}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Select words in an article, or choose a match, to note on.</source>
        <translation>请先在文章中选择文字，或选择一个对应，再写笔记。</translation>
    </message>
    <message>
        <source>The note was deleted. Ctrl+Z brings it back.</source>
        <translation>笔记已删除。按 Ctrl+Z 恢复。</translation>
    </message>
    <message>
        <source>Select the passage on the other side first.</source>
        <translation>请先在另一侧选择段落。</translation>
    </message>
    <message>
        <source>Open a note first.</source>
        <translation>请先打开一条笔记。</translation>
    </message>
    <message>
        <source>Select the passage first.</source>
        <translation>请先选择段落。</translation>
    </message>
    <message>
        <source>The note has this passage already.</source>
        <translation>此笔记已有这段文字。</translation>
    </message>
    <message>
        <source>Select the passage in the article, then press N.</source>
        <translation>在文章中选择段落，然后按 N。</translation>
    </message>
    <message>
        <source>The note stands there now.</source>
        <translation>笔记现在在那里了。</translation>
    </message>
    <message>
        <source>No note stands here.</source>
        <translation>这里没有笔记。</translation>
    </message>
</context>
<context>
    <name>NotesState</name>
    <message>
        <source>The note was changed elsewhere; yours is kept as a note of its own.</source>
        <translation>这条笔记在别处被更改；您的内容已另存为一条笔记。</translation>
    </message>
</context>
<context>
    <name>OnlyHereDelegate</name>
    <message>
        <source>{0} % of the left has a counterpart</source>
        <translation>左侧 {0} % 有对应</translation>
    </message>
    <message>
        <source>{0} % of the right has a counterpart</source>
        <translation>右侧 {0} % 有对应</translation>
    </message>
</context>
<context>
    <name>OnlyHerePanel</name>
    <message>
        <source>Only in the left</source>
        <translation>仅在左侧</translation>
    </message>
    <message>
        <source>Only in the right</source>
        <translation>仅在右侧</translation>
    </message>
    <message>
        <source>The surest come first; what is not sure is not listed.</source>
        <translation>最确定的排在最前；不确定的不列出。</translation>
    </message>
    <message>
        <source>{0} % of the left has no match, but none of it is sure enough.</source>
        <translation>左侧有 {0} % 没有对应，但其中没有一处足够确定。</translation>
    </message>
    <message>
        <source>{0} % of the right has no match, but none of it is sure enough.</source>
        <translation>右侧有 {0} % 没有对应，但其中没有一处足够确定。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>You can read on meanwhile.</source>
        <translation>您可以继续阅读。</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>尚未比较</translation>
    </message>
    <message>
        <source>Press Compare in the list of matches.</source>
        <translation>请在匹配列表中点击“比较”。</translation>
    </message>
    <message>
        <source>Not compared by meaning</source>
        <translation>未按含义比较</translation>
    </message>
    <message>
        <source>The two are in different languages. Until an encoder that knows both has read them, nobody can tell what stands only here.</source>
        <translation>两篇文章语言不同。在懂得两种语言的模型读过它们之前，无法判断哪些内容只在一方出现。</translation>
    </message>
    <message>
        <source>Not yet compared by meaning</source>
        <translation>尚未按含义比较</translation>
    </message>
    <message>
        <source>What stands only here is told once the two have been read for meaning.</source>
        <translation>两篇都按含义读完后，才会列出仅此处有的内容。</translation>
    </message>
    <message>
        <source>Mark them in the text</source>
        <translation>在文中标出</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅此一方</translation>
    </message>
    <message>
        <source>What only one of them says</source>
        <translation>只有一方所说</translation>
    </message>
    <message>
        <source>Pin two articles to see what each of them leaves out.</source>
        <translation>固定两篇文章，看看各自略去了什么。</translation>
    </message>
    <message>
        <source>only left</source>
        <translation>仅左侧</translation>
    </message>
    <message>
        <source>only right</source>
        <translation>仅右侧</translation>
    </message>
</context>
<context>
    <name>OnlyHerePresenter</name>
    <message>
        <source>Only here {0}</source>
        <translation>仅此处 {0}</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅此一方</translation>
    </message>
</context>
<context>
    <name>OtherWords</name>
    <message>
        <source>theme dark light sepia night font letters language settings</source>
        <translation>主题 深色 浅色 夜间 字体 字号 语言 设置</translation>
    </message>
    <message>
        <source>save markdown pandoc obsidian csv</source>
        <translation>保存 markdown pandoc obsidian csv</translation>
    </message>
    <message>
        <source>pdf word docx html export save</source>
        <translation>pdf word docx html 导出 保存</translation>
    </message>
    <message>
        <source>open import pdf web page</source>
        <translation>打开 导入 pdf 网页</translation>
    </message>
    <message>
        <source>clipboard insert text</source>
        <translation>剪贴板 插入 文本</translation>
    </message>
    <message>
        <source>bin trash deleted restore</source>
        <translation>回收站 已删除 恢复</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>metadata rename correct</source>
        <translation>元数据 重命名 更正</translation>
    </message>
    <message>
        <source>sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>concordance kwic</source>
        <translation>语境 索引 kwic</translation>
    </message>
    <message>
        <source>citation bibtex reference</source>
        <translation>引用 bibtex 参考文献</translation>
    </message>
    <message>
        <source>woven merge one column</source>
        <translation>合并 单栏</translation>
    </message>
    <message>
        <source>diff changes track redline</source>
        <translation>差异 更改 修订</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>摘要 概要</translation>
    </message>
    <message>
        <source>zoom bigger font</source>
        <translation>放大 字号</translation>
    </message>
    <message>
        <source>zoom font</source>
        <translation>缩小 字号</translation>
    </message>
    <message>
        <source>ribbons lines links</source>
        <translation>连线 丝带</translation>
    </message>
    <message>
        <source>focus distraction zen</source>
        <translation>专注</translation>
    </message>
    <message>
        <source>timeline who first</source>
        <translation>时间线 谁先</translation>
    </message>
    <message>
        <source>evidence reason explain</source>
        <translation>依据 原因 解释</translation>
    </message>
    <message>
        <source>outline contents section chapter</source>
        <translation>大纲 目录 章节</translation>
    </message>
    <message>
        <source>mark colour marker</source>
        <translation>标记 颜色</translation>
    </message>
    <message>
        <source>annotate comment write</source>
        <translation>批注 评论 写</translation>
    </message>
    <message>
        <source>recover</source>
        <translation>找回</translation>
    </message>
    <message>
        <source>keys hotkeys</source>
        <translation>按键 热键</translation>
    </message>
    <message>
        <source>manual help</source>
        <translation>手册 帮助</translation>
    </message>
    <message>
        <source>bug error problem</source>
        <translation>错误 问题</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Filter the headings</source>
        <translation>筛选标题</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>标题列表</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>没有此类</translation>
    </message>
    <message>
        <source>No headings</source>
        <translation>没有标题</translation>
    </message>
    <message>
        <source>No heading is called like that.</source>
        <translation>没有这样的标题。</translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation>这篇文章没有标题层级。</translation>
    </message>
    <message>
        <source>you are here, at {0} %</source>
        <translation>您在这里，{0} % 处</translation>
    </message>
</context>
<context>
    <name>OutlinePresenter</name>
    <message>
        <source>Headings</source>
        <translation>标题列表</translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation>这篇文章没有标题层级。</translation>
    </message>
    <message>
        <source>You are at {0} % of “{1}”.</source>
        <translation>您在“{1}”的 {0} % 处。</translation>
    </message>
    <message>
        <source>You are at {0} % of “{1}” and at {2} % of this part.</source>
        <translation>您在“{1}”的 {0} % 处，本部分的 {2} % 处。</translation>
    </message>
    <message>
        <source>The number beside a heading counts its changes.</source>
        <translation>标题旁的数字是其中的改动数。</translation>
    </message>
    <message>
        <source>The number beside a heading counts its matches.</source>
        <translation>标题旁的数字是其中的对应数。</translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message numerus="yes">
        <source>%n article(s) chosen · darker: more in common · small: an estimate, not compared yet · Enter or a double click opens both</source>
        <translation>
            <numerusform>已选 %n 篇文章 · 颜色越深共同点越多 · 小方块：估计值，尚未比较 · 回车或双击打开两篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing: {0} of {1} pairs</source>
        <translation>比较中：{0} / {1} 对</translation>
    </message>
    <message>
        <source>Which two should you read together?</source>
        <translation>该把哪两篇放在一起读？</translation>
    </message>
    <message>
        <source>Choose some articles to see which of them share most.</source>
        <translation>选择几篇文章，看看哪些共同之处最多。</translation>
    </message>
    <message>
        <source>Choose articles</source>
        <translation>选择文章</translation>
    </message>
    <message>
        <source>Up to 60 at a time.</source>
        <translation>一次最多 60 篇。</translation>
    </message>
    <message>
        <source>When they were written</source>
        <translation>写作时间</translation>
    </message>
    <message>
        <source>Choose articles…</source>
        <translation>选择文章…</translation>
    </message>
</context>
<context>
    <name>OverviewPresenter</name>
    <message>
        <source>The overview shows {0} articles.</source>
        <translation>总览显示 {0} 篇文章。</translation>
    </message>
    <message>
        <source>Select up to {0} articles (Ctrl+click), then open the overview again.</source>
        <translation>选择最多 {0} 篇文章（Ctrl+点击），再打开总览。</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>The pages as they will be printed</source>
        <translation>将要打印的页面</translation>
    </message>
</context>
<context>
    <name>PairsList</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>不再保存(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Saved and recent pairs</source>
        <translation>保存的和最近的配对</translation>
    </message>
    <message>
        <source>Recent pairs</source>
        <translation>最近的配对</translation>
    </message>
</context>
<context>
    <name>PanelTabs</name>
    <message>
        <source>Matches and notes</source>
        <translation>对应与笔记</translation>
    </message>
</context>
<context>
    <name>PinnedFiles</name>
    <message>
        <source>The file has changed.</source>
        <translation>文件已更改。</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>The file is no longer where it was; this is the stored text.</source>
        <translation>文件已不在原处；这是保存的文字。</translation>
    </message>
</context>
<context>
    <name>PlaceDelegate</name>
    <message>
        <source>{0} % alike</source>
        <translation>{0} % 相似</translation>
    </message>
</context>
<context>
    <name>PlacesPresenter</name>
    <message>
        <source>Nothing on the other side corresponds to this passage.</source>
        <translation>另一侧没有与此段对应的内容。</translation>
    </message>
    <message>
        <source>Nothing has been aligned by hand here.</source>
        <translation>这里没有手动对齐的位置。</translation>
    </message>
    <message>
        <source>Nothing is aligned by hand any more.</source>
        <translation>已没有手动对齐的位置。</translation>
    </message>
    <message>
        <source>No longer aligned there.</source>
        <translation>该处不再对齐。</translation>
    </message>
    <message>
        <source>Pin two articles first.</source>
        <translation>请先固定两篇文章。</translation>
    </message>
    <message>
        <source>Aligned here. A click on its mark takes it away.</source>
        <translation>已在此对齐。点击标记可移除。</translation>
    </message>
</context>
<context>
    <name>Present</name>
    <message>
        <source>Two articles are compared at a time: pin one with Alt+1, one with Alt+2.</source>
        <translation>一次只能比较两篇文章：用 Alt+1 固定一篇，用 Alt+2 固定另一篇。</translation>
    </message>
    <message>
        <source>left paragraph {0}, right paragraph {1}</source>
        <translation>左侧第 {0} 段，右侧第 {1} 段</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>中</translation>
    </message>
    <message>
        <source>faint</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Searched before</source>
        <translation>曾经搜索</translation>
    </message>
    <message>
        <source>paragraph {0}</source>
        <translation>第 {0} 段</translation>
    </message>
</context>
<context>
    <name>PresentCompanions</name>
    <message>
        <source>{0} % of the left, {1} % of the right</source>
        <translation>左文的 {0} %，右文的 {1} %</translation>
    </message>
</context>
<context>
    <name>PresentNotes</name>
    <message>
        <source>From another text: {0}</source>
        <translation>来自另一文本：{0}</translation>
    </message>
    <message>
        <source>another note</source>
        <translation>另一条笔记</translation>
    </message>
    <message>
        <source>Without a passage</source>
        <translation>没有段落</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>Without a stance</source>
        <translation>没有立场</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>第 {0} 页</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>第 {0} 行</translation>
    </message>
    <message>
        <source>paragraph {0}</source>
        <translation>第 {0} 段</translation>
    </message>
    <message>
        <source>when Diptych started</source>
        <translation>Diptych 启动时</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>手动备份</translation>
    </message>
    <message>
        <source>before another was restored</source>
        <translation>恢复另一份之前</translation>
    </message>
    <message>
        <source>before a repair</source>
        <translation>修复之前</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>更新之前</translation>
    </message>
</context>
<context>
    <name>PrintPresenter</name>
    <message>
        <source>Open an article to print it.</source>
        <translation>请先打开一篇文章再打印。</translation>
    </message>
    <message>
        <source>Report on the pair</source>
        <translation>两文报告</translation>
    </message>
    <message>
        <source>{0} is still being printed.</source>
        <translation>{0}仍在打印。</translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Printing {0}</source>
        <translation>正在打印：{0}</translation>
    </message>
    <message>
        <source>Stopped; nothing was printed.</source>
        <translation>已停止；没有打印任何内容。</translation>
    </message>
    <message>
        <source>Stopped; the sheets printed so far may still come out.</source>
        <translation>已停止；已打印的页仍可能输出。</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>已写入 {0}</translation>
    </message>
    <message>
        <source>Sent to the printer: {0}</source>
        <translation>已发送到打印机：{0}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>打印内容</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>另存为 P&amp;DF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Setting the pages… {0} %</source>
        <translation>正在排版… {0} %</translation>
    </message>
</context>
<context>
    <name>QuoteCheck</name>
    <message>
        <source>Check a quotation</source>
        <translation>核对引文</translation>
    </message>
    <message>
        <source>Paste it; every place in the library is shown, exact or altered.</source>
        <translation>粘贴引文；将显示文库中的每一处，无论一致还是有改动。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>查找中…</translation>
    </message>
    <message numerus="yes">
        <source>%n more article(s) have words of it in a row.</source>
        <translation>
            <numerusform>另有 %n 篇文章含有其中连续的词句。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found in the library, not even with changes.</source>
        <translation>文库中没有找到，改动过的也没有。</translation>
    </message>
    <message>
        <source>Nowhere exactly so; places that are like it: {0}.</source>
        <translation>没有完全一致的；相近的有 {0} 处。</translation>
    </message>
    <message>
        <source>Stands exactly so; places: {0}.</source>
        <translation>完全一致的有 {0} 处。</translation>
    </message>
    <message>
        <source>Stands exactly so; places: {0}. Altered: {1}.</source>
        <translation>完全一致的有 {0} 处，有改动的 {1} 处。</translation>
    </message>
    <message>
        <source>Paste a quotation</source>
        <translation>粘贴引文</translation>
    </message>
    <message>
        <source>Quotation to check</source>
        <translation>要核对的引文</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>核对(&amp;C)</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>找到的位置</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the words as they stand</source>
        <translation>按原文复制</translation>
    </message>
</context>
<context>
    <name>ReadWith</name>
    <message>
        <source>Read this with…</source>
        <translation>和哪篇一起读…</translation>
    </message>
    <message>
        <source>These articles share most with it.</source>
        <translation>这些文章与它共同之处最多。</translation>
    </message>
    <message>
        <source>No other article in the library shares a passage with it.</source>
        <translation>文库中没有别的文章与它有共同段落。</translation>
    </message>
    <message>
        <source>None found so far; articles are still being read for meaning.</source>
        <translation>目前尚未找到；文章仍在按含义阅读。</translation>
    </message>
    <message>
        <source>Looking for articles that share passages with it…</source>
        <translation>正在查找与它有共同段落的文章…</translation>
    </message>
    <message>
        <source>An article goes here</source>
        <translation>这里放一篇文章</translation>
    </message>
    <message>
        <source>Choose one in the library and press Alt+1 or Alt+2, or drag it here.</source>
        <translation>在文库中选一篇并按 Alt+1 或 Alt+2，或拖到这里。</translation>
    </message>
    <message>
        <source>Articles to read with it</source>
        <translation>可一起读的文章</translation>
    </message>
    <message>
        <source>Choose from the library</source>
        <translation>从文库选择</translation>
    </message>
</context>
<context>
    <name>ReaderMenus</name>
    <message>
        <source>&amp;Go to it</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Remove this alignment</source>
        <translation>移除此对齐(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ReadingListPresenter</name>
    <message numerus="yes">
        <source>%n article(s) marked as unread.</source>
        <translation>
            <numerusform>%n 篇文章标记为未读。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) put on the reading list.</source>
        <translation>
            <numerusform>%n 篇文章已加入阅读清单。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as begun.</source>
        <translation>
            <numerusform>%n 篇文章标记为在读。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as read.</source>
        <translation>
            <numerusform>%n 篇文章标记为已读。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an article in the library first.</source>
        <translation>请先在文库中选择一篇文章。</translation>
    </message>
    <message>
        <source>Pin two articles first.</source>
        <translation>请先固定两篇文章。</translation>
    </message>
    <message>
        <source>Without a name the pair is not saved.</source>
        <translation>没有名称，这一对不会保存。</translation>
    </message>
    <message>
        <source>It takes the place of the pair saved under this name.</source>
        <translation>将取代以此名称保存的一对。</translation>
    </message>
    <message>
        <source>It stands before the recent pairs, with a star.</source>
        <translation>将带星号排在最近的对之前。</translation>
    </message>
    <message>
        <source>Save this pair</source>
        <translation>保存这一对</translation>
    </message>
    <message>
        <source>Saved as “{0}”.</source>
        <translation>已保存为“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” is kept no longer.</source>
        <translation>不再保存“{0}”。</translation>
    </message>
</context>
<context>
    <name>ReadingPresenter</name>
    <message>
        <source>Pin an article here: choose one in the library and press Alt+1, double-click it, or drag it here.</source>
        <translation>在这里固定一篇文章：在文库中选择并按 Alt+1、双击它，或拖到这里。</translation>
    </message>
    <message>
        <source>Pin a second article here with Alt+2, or drag it here, to see what both say.</source>
        <translation>按 Alt+2 在这里固定第二篇文章，或拖到这里，看看双方都说了什么。</translation>
    </message>
    <message>
        <source>Open the two that share most</source>
        <translation>打开共同点最多的两篇</translation>
    </message>
    <message>
        <source>Counterpart {0} of {1}; another click goes to the next.</source>
        <translation>对应段落 {0}/{1};再次点击转到下一个。</translation>
    </message>
    <message>
        <source>No article is open there.</source>
        <translation>那一侧没有打开的文章。</translation>
    </message>
    <message>
        <source>Pin two articles first.</source>
        <translation>请先固定两篇文章。</translation>
    </message>
    <message>
        <source>The trail ends here.</source>
        <translation>行迹到此为止。</translation>
    </message>
    <message>
        <source>The sides scroll together.</source>
        <translation>两侧同步滚动。</translation>
    </message>
    <message>
        <source>Each side scrolls alone.</source>
        <translation>两侧各自滚动。</translation>
    </message>
</context>
<context>
    <name>Remap</name>
    <message>
        <source>{0} already does “{1}”.</source>
        <translation>{0} 已用于“{1}”。</translation>
    </message>
    <message>
        <source>This key is needed to move and choose.</source>
        <translation>此键用于移动和选择。</translation>
    </message>
    <message>
        <source>A letter alone is for typing; add Ctrl or Alt, or take a function key.</source>
        <translation>单个字母用于输入；请加 Ctrl 或 Alt，或用功能键。</translation>
    </message>
</context>
<context>
    <name>RemovedArticles</name>
    <message>
        <source>Articles taken out</source>
        <translation>已移出的文章</translation>
    </message>
    <message>
        <source>No article was taken out.</source>
        <translation>没有移出任何文章。</translation>
    </message>
    <message>
        <source>Their files, notes and corrections are kept.</source>
        <translation>它们的文件、笔记和更正都会保留。</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>放回(&amp;P)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RemovingPresenter</name>
    <message>
        <source>Take articles out</source>
        <translation>移出文章</translation>
    </message>
    <message numerus="yes">
        <source>Take %n article(s) out of the library?</source>
        <translation>
            <numerusform>要将 %n 篇文章移出文库吗?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their files, notes and corrections are kept.</source>
        <translation>它们的文件、笔记和更正都会保留。</translation>
    </message>
    <message>
        <source>Take &amp;out</source>
        <translation>移出(&amp;O)</translation>
    </message>
    <message>
        <source>Taken out: {0}. No file was touched.</source>
        <translation>已移出:{0}。没有改动任何文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) put back into the library.</source>
        <translation>
            <numerusform>已将 %n 篇文章放回文库。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>及另外 %n 篇</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report for a fault</source>
        <translation>故障报告</translation>
    </message>
    <message>
        <source>Versions, system and folders, which help to find a fault. No word of a note is in it, and it stays on this computer unless you copy it.</source>
        <translation>版本、系统和文件夹，有助于查找故障。其中没有您笔记的内容；除非您复制，报告只留在这台电脑上。</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Ribbon</name>
    <message>
        <source>Bands joining matches; the match list has the same</source>
        <translation>连接对应的色带；对应列表内容相同</translation>
    </message>
    <message>
        <source>Aligned by hand; a click takes it away</source>
        <translation>手动对齐；点击移除</translation>
    </message>
</context>
<context>
    <name>SearchBoth</name>
    <message>
        <source>Search both articles</source>
        <translation>在两篇文章中搜索</translation>
    </message>
    <message>
        <source>The same words on both sides</source>
        <translation>两侧的相同字词</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>查找中…</translation>
    </message>
    <message>
        <source>The words stand in neither article.</source>
        <translation>两篇文章都没有这些字词。</translation>
    </message>
    <message>
        <source>Passages: {0}. Facing each other: {1}. Up and Down go to them.</source>
        <translation>段落：{0}。彼此相对：{1}。按上下键前往。</translation>
    </message>
    <message>
        <source>Words in both articles</source>
        <translation>两篇文章中的词语</translation>
    </message>
    <message>
        <source>Words to look for in both articles</source>
        <translation>要在两篇文章中查找的字词</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Left: {0}. Right: {1}</source>
        <translation>左：{0}。右：{1}</translation>
    </message>
</context>
<context>
    <name>SearchPresenter</name>
    <message>
        <source>Did you mean this?</source>
        <translation>您是不是要找这个？</translation>
    </message>
    <message>
        <source>Type what to search for first.</source>
        <translation>请先输入要搜索的内容。</translation>
    </message>
    <message>
        <source>Saved: it is listed when the search field is empty.</source>
        <translation>已保存：搜索框为空时会列出。</translation>
    </message>
    <message>
        <source>Select some words first.</source>
        <translation>请先选择一些文字。</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Understood as: {0}</source>
        <translation>理解为：{0}</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} 毫秒</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation>结果的排列</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>最佳在前</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>&amp;Search for this</source>
        <translation>搜索这个(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>忘掉(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open the note</source>
        <translation>打开笔记(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open at this passage</source>
        <translation>在此段打开(&amp;O)</translation>
    </message>
    <message>
        <source>Pin &amp;left</source>
        <translation>固定到左侧(&amp;L)</translation>
    </message>
    <message>
        <source>Pin &amp;right</source>
        <translation>固定到右侧(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>Found in %n article(s)</source>
        <translation>
            <numerusform>在 %n 篇文章中找到</numerusform>
        </translation>
    </message>
    <message>
        <source>Result {0} of {1}</source>
        <translation>第 {0} / {1} 个结果</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>What can be done with the selection</source>
        <translation>可对所选文字做的事</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>复制并注明出处</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Counterpart</source>
        <translation>对应</translation>
    </message>
</context>
<context>
    <name>SelectionPresenter</name>
    <message>
        <source>Select the words to copy first.</source>
        <translation>请先选中要复制的文字。</translation>
    </message>
    <message>
        <source>Choose a match first.</source>
        <translation>请先选择一处匹配。</translation>
    </message>
    <message>
        <source>Copied with its source, as {0}.</source>
        <translation>已连同出处复制（{0}）。</translation>
    </message>
    <message>
        <source>Passages are copied as {0} now.</source>
        <translation>现在复制的格式为：{0}。</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>纯文本</translation>
    </message>
</context>
<context>
    <name>ShelvingPresenter</name>
    <message>
        <source>New collection</source>
        <translation>新建合集</translation>
    </message>
    <message>
        <source>Put into “{0}”.</source>
        <translation>已放入“{0}”。</translation>
    </message>
    <message>
        <source>What the file says stands there again.</source>
        <translation>已恢复为文件中的内容。</translation>
    </message>
    <message>
        <source>Your changes are kept.</source>
        <translation>您的修改已保存。</translation>
    </message>
    <message>
        <source>Taken out of “{0}”.</source>
        <translation>已从“{0}”中移出。</translation>
    </message>
    <message>
        <source>Without a name nothing is put together.</source>
        <translation>没有名称，就不会建立文集。</translation>
    </message>
    <message>
        <source>They join the articles that are in it.</source>
        <translation>它们会加入其中已有的文章。</translation>
    </message>
    <message>
        <source>What is chosen in the list is put into it.</source>
        <translation>列表中所选的文章会放入其中。</translation>
    </message>
    <message>
        <source>This article has no long chapters.</source>
        <translation>这篇文章没有长章节。</translation>
    </message>
    <message>
        <source>&amp;Show these lines</source>
        <translation>显示这些行(&amp;S)</translation>
    </message>
    <message>
        <source>web furniture</source>
        <translation>网页杂项</translation>
    </message>
    <message>
        <source>Taken for: {0}</source>
        <translation>视为：{0}</translation>
    </message>
    <message>
        <source>&amp;Show this line</source>
        <translation>显示这一行(&amp;S)</translation>
    </message>
    <message>
        <source>Always &amp;keep lines like this</source>
        <translation>始终保留这样的行(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Fold this line again</source>
        <translation>再次折叠这一行(&amp;F)</translation>
    </message>
    <message>
        <source>Show &amp;all lines of this article</source>
        <translation>显示本文所有行(&amp;A)</translation>
    </message>
    <message>
        <source>Lines like this are kept from now on.</source>
        <translation>从现在起保留这样的行。</translation>
    </message>
    <message>
        <source>Shown.</source>
        <translation>已显示。</translation>
    </message>
    <message>
        <source>Pin an article first.</source>
        <translation>请先固定一篇文章。</translation>
    </message>
    <message>
        <source>All lines are shown.</source>
        <translation>已显示所有行。</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>全部重置(&amp;A)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>默认(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>New keys for “{0}”</source>
        <translation>“{0}”的新按键</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>The headings of this article</source>
        <translation>这篇文章的标题</translation>
    </message>
    <message>
        <source>Left article</source>
        <translation>左侧文章</translation>
    </message>
    <message>
        <source>Right article</source>
        <translation>右侧文章</translation>
    </message>
    <message>
        <source>none pinned</source>
        <translation>未固定</translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>The texts alone; {0} or Esc goes back.</source>
        <translation>只留两文；按 {0} 或 Esc 返回。</translation>
    </message>
</context>
<context>
    <name>Stance</name>
    <message>
        <source>Agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation>矛盾</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>有出入</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>疑问</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Offline by design</source>
        <translation>始终离线</translation>
    </message>
    <message>
        <source>Notes saved {0}</source>
        <translation>笔记已保存 {0}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>StepsState</name>
    <message>
        <source>The note is as it was before.</source>
        <translation>笔记已恢复原状。</translation>
    </message>
    <message>
        <source>The note is gone again.</source>
        <translation>笔记又不在了。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>The note is changed again.</source>
        <translation>已重做对笔记的更改。</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>first</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>the article you are reading</source>
        <translation>您正在读的文章</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
</context>
<context>
    <name>StoryDialog</name>
    <message>
        <source>The story of a claim</source>
        <translation>一个说法的来龙去脉</translation>
    </message>
    <message numerus="yes">
        <source>%n other article(s) tell(s) it.</source>
        <translation>
            <numerusform>另有 %n 篇文章也这样说。</numerusform>
        </translation>
    </message>
    <message>
        <source>No other article tells it.</source>
        <translation>没有其他文章提到这一点。</translation>
    </message>
    <message numerus="yes">
        <source>%n say(s) something related.</source>
        <translation>
            <numerusform>另有 %n 篇的说法与之相关。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) is (are) not read yet.</source>
        <translation>
            <numerusform>还有 %n 篇文章尚未读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>No other article tells it</source>
        <translation>没有其他文章这样说</translation>
    </message>
    <message>
        <source>Choose another sentence or match and press Ctrl+Shift+S again, or add articles on the same affair.</source>
        <translation>请选择另一句话或另一处匹配，再按 Ctrl+Shift+S，或添加关于同一事件的文章。</translation>
    </message>
    <message>
        <source>Looking through the library…</source>
        <translation>正在查找文库…</translation>
    </message>
    <message>
        <source>No story to tell</source>
        <translation>没有可讲的来龙去脉</translation>
    </message>
    <message>
        <source>Who tells it, the earliest first</source>
        <translation>谁这样说，最早的在前</translation>
    </message>
    <message>
        <source>Open side by side</source>
        <translation>并排打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This is the article that is read; choose one to stand beside it.</source>
        <translation>这就是正在阅读的文章；请另选一篇并排对照。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 条，共 {1} 条</translation>
    </message>
</context>
<context>
    <name>StoryPresenter</name>
    <message>
        <source>Select a sentence or go to a match first; its story is told then.</source>
        <translation>请先选择一句话或转到一处匹配，然后即可查看其来龙去脉。</translation>
    </message>
</context>
<context>
    <name>TallyLine</name>
    <message>
        <source>So far, while both are still being read for meaning: {0}</source>
        <translation>目前（两篇仍在按意思阅读）：{0}</translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>Export template</source>
        <translation>导出模板</translation>
    </message>
    <message>
        <source>Jinja2; what is on the right is made from your notes.</source>
        <translation>Jinja2；右边是由您的笔记生成的内容。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>What the template makes</source>
        <translation>模板生成的内容</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back to the default</source>
        <translation>恢复默认(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Delete the template</source>
        <translation>删除模板(&amp;D)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TextSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>When they were written</source>
        <translation>写作时间</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索文库</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>同步滚动</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>没有对应</translation>
    </message>
    <message>
        <source>Match {0} of {1}</source>
        <translation>第 {0} / {1} 个对应</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>改动 {0}/{1}</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>尚未比较</translation>
    </message>
    <message numerus="yes">
        <source>Search %n article(s)…</source>
        <translation>
            <numerusform>搜索 %n 篇文章…</numerusform>
        </translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>搜索…</translation>
    </message>
</context>
<context>
    <name>Translatable</name>
    <message>
        <source> and </source>
        <translation> 并且 </translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>({words})</source>
        <translation>（{words}）</translation>
    </message>
    <message>
        <source>A report needs two pinned articles.</source>
        <translation>报告需要两篇固定的文章。</translation>
    </message>
    <message>
        <source>A row of {table} ({row}) cannot be read: {error}.</source>
        <translation>表 {table} 中的一行（{row}）无法读取：{error}。</translation>
    </message>
    <message>
        <source>All your notes</source>
        <translation>您的全部笔记</translation>
    </message>
    <message>
        <source>Another Diptych is writing the search index; try again in a moment.</source>
        <translation>另一个 Diptych 正在写入搜索索引；请稍后再试。</translation>
    </message>
    <message>
        <source>It was {before} before.</source>
        <translation>它原先是 {before}。</translation>
    </message>
    <message>
        <source>Markdown (CommonMark)</source>
        <translation>Markdown（CommonMark）</translation>
    </message>
    <message>
        <source>Markdown (GitHub)</source>
        <translation>Markdown（GitHub）</translation>
    </message>
    <message>
        <source>Markdown (Obsidian)</source>
        <translation>Markdown（Obsidian）</translation>
    </message>
    <message>
        <source>Markdown (Pandoc)</source>
        <translation>Markdown（Pandoc）</translation>
    </message>
    <message>
        <source>No backup could be made. {why}</source>
        <translation>无法制作备份。{why}</translation>
    </message>
    <message>
        <source>No installed encoder knows both languages, so comparing goes by words alone.</source>
        <translation>已安装的模型都不同时懂这两种语言，因此只按词语比较。</translation>
    </message>
    <message>
        <source>Notes that cannot be found by searching: {count}.</source>
        <translation>搜索找不到的笔记：{count} 条。</translation>
    </message>
    <message>
        <source>Nothing to search for</source>
        <translation>没有可搜索的内容</translation>
    </message>
    <message>
        <source>Rows that belong to notes that are gone: {count}.</source>
        <translation>属于已不存在的笔记的行：{count} 行。</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止；什么都没有写入。</translation>
    </message>
    <message>
        <source>Stopped; the pages written so far are in the folder.</source>
        <translation>已停止；已写好的页面留在文件夹中。</translation>
    </message>
    <message>
        <source>The English meaning model is not installed.</source>
        <translation>未安装英语语义模型。</translation>
    </message>
    <message>
        <source>The extra “meaning” is not installed, so comparing goes by words alone: without it only English articles of up to {words} words are read for meaning.</source>
        <translation>未安装附加组件“meaning”，因此只按词语比较：没有它时，只有不超过 {words} 个词的英文文章会按含义阅读。</translation>
    </message>
    <message>
        <source>The file of notes is damaged: {error}.</source>
        <translation>笔记文件已损坏：{error}。</translation>
    </message>
    <message>
        <source>The folder {folder} could not be made: {reason}.</source>
        <translation>无法创建文件夹 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The folder {folder} for the copy of your notes is not there.</source>
        <translation>用于保存笔记副本的文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>The library could not be written ({error}); free some disk space or close the other window, and try again.</source>
        <translation>无法写入文库（{error}）；请腾出磁盘空间或关闭另一个窗口后重试。</translation>
    </message>
    <message>
        <source>The meaning model for sixteen languages is not installed.</source>
        <translation>未安装支持十六种语言的语义模型。</translation>
    </message>
    <message>
        <source>The meaning model {name} cannot be read.</source>
        <translation>无法读取语义模型 {name}。</translation>
    </message>
    <message>
        <source>The meaning model {name} is not the one Diptych was made with, so comparing goes by words alone.</source>
        <translation>语义模型 {name} 不是 Diptych 所用的那一个，因此只按词语比较。</translation>
    </message>
    <message>
        <source>The search index in {folder} belongs to someone else.</source>
        <translation>{folder} 中的搜索索引属于其他用户。</translation>
    </message>
    <message>
        <source>The search index in {folder} cannot be written: {error}.</source>
        <translation>无法写入 {folder} 中的搜索索引：{error}。</translation>
    </message>
    <message>
        <source>The search index in {folder} may not be written; change the permissions of that folder.</source>
        <translation>无权写入 {folder} 中的搜索索引；请更改该文件夹的权限。</translation>
    </message>
    <message>
        <source>The search index is damaged or gone; it has to be made anew.</source>
        <translation>搜索索引已损坏或丢失，需要重新建立。</translation>
    </message>
    <message>
        <source>The search index is gone; it has to be made anew.</source>
        <translation>搜索索引不见了，需要重新建立。</translation>
    </message>
    <message>
        <source>The library {file} is damaged ({error}).</source>
        <translation>文库 {file} 已损坏（{error}）。</translation>
    </message>
    <message>
        <source>A folder with a page for each pair: properties, callouts, links.</source>
        <translation>一个文件夹，每对一页：属性、标注、链接。</translation>
    </message>
    <message>
        <source>A pair needs a name to be kept under.</source>
        <translation>保存一对文章需要一个名称。</translation>
    </message>
    <message>
        <source>Both quotations side by side in a table.</source>
        <translation>两处引文并排放在表格中。</translation>
    </message>
    <message>
        <source>Choose at least two notes to merge.</source>
        <translation>请至少选择两条笔记来合并。</translation>
    </message>
    <message>
        <source>For Word, Writer and Pages.</source>
        <translation>适用于 Word、Writer 和 Pages。</translation>
    </message>
    <message>
        <source>For a spreadsheet.</source>
        <translation>用于电子表格。</translation>
    </message>
    <message>
        <source>For other programs and other computers; nothing is lost.</source>
        <translation>供其他程序和电脑使用；不丢失任何内容。</translation>
    </message>
    <message>
        <source>Meaning vectors cannot be kept in {folder}, so they are made anew each time: {reason}.</source>
        <translation>语义向量无法保存在 {folder} 中，因此每次都要重新生成：{reason}。</translation>
    </message>
    <message>
        <source>No earlier version of this article is kept.</source>
        <translation>没有保存这篇文章的早期版本。</translation>
    </message>
    <message>
        <source>Nothing was printed: the printer or the file cannot be written to.</source>
        <translation>没有打印任何内容：无法写入打印机或文件。</translation>
    </message>
    <message>
        <source>One page that needs no other file.</source>
        <translation>单独一页，无需其他文件。</translation>
    </message>
    <message>
        <source>Plain Markdown, for any editor.</source>
        <translation>普通 Markdown，适用于任何编辑器。</translation>
    </message>
    <message>
        <source>Report on the pair (HTML)</source>
        <translation>这一对的报告 (HTML)</translation>
    </message>
    <message>
        <source>Report on the pair (Markdown)</source>
        <translation>这一对的报告 (Markdown)</translation>
    </message>
    <message>
        <source>Report on the pair (PDF)</source>
        <translation>这一对的报告 (PDF)</translation>
    </message>
    <message>
        <source>Report on the pair (Word)</source>
        <translation>两文报告（Word）</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格 (CSV)</translation>
    </message>
    <message>
        <source>The article has changed, and these words stand in it no longer.</source>
        <translation>文章已更改，其中不再有这些文字。</translation>
    </message>
    <message>
        <source>The article was taken out of the library; Ctrl+Z puts it back.</source>
        <translation>文章已从文库移出；按 Ctrl+Z 可放回。</translation>
    </message>
    <message>
        <source>The extra “meaning” is not installed, so comparing goes by words alone.</source>
        <translation>未安装附加组件“meaning”，因此只按词语比较。</translation>
    </message>
    <message>
        <source>The library {path} is damaged. Run “diptych doctor --repair”; what can be read of it and the newest backup are put together.</source>
        <translation>文库 {path} 已损坏。请运行 “diptych doctor --repair”：可读的内容会与最新备份合并。</translation>
    </message>
    <message>
        <source>The note was deleted; Notes, Recently deleted brings it back.</source>
        <translation>此笔记已删除；“笔记”菜单的“最近删除”可以恢复它。</translation>
    </message>
    <message>
        <source>The search index in {folder} could not be written: {reason}.</source>
        <translation>无法写入 {folder} 中的搜索索引：{reason}。</translation>
    </message>
    <message>
        <source>The template {name} has a fault in line {line}: {reason}.</source>
        <translation>模板 {name} 的第 {line} 行有错误：{reason}。</translation>
    </message>
    <message>
        <source>The template {name} has a fault: {reason}.</source>
        <translation>模板 {name} 有错误：{reason}。</translation>
    </message>
    <message>
        <source>The template {name} writes an empty file; nothing was changed.</source>
        <translation>模板 {name} 生成的文件为空；未作任何更改。</translation>
    </message>
    <message>
        <source>The text of {title} is not stored, and {path} is gone or changed; bring the file back or add it again.</source>
        <translation>“{title}”的文本没有保存，而 {path} 已不见或已更改；请放回该文件或重新添加。</translation>
    </message>
    <message>
        <source>The work was ended from outside before it was done. Try again.</source>
        <translation>任务尚未完成就被外部中止。请重试。</translation>
    </message>
    <message>
        <source>There are no Hypothesis annotations in this file.</source>
        <translation>此文件中没有 Hypothesis 批注。</translation>
    </message>
    <message>
        <source>There are no W3C annotations in this file.</source>
        <translation>此文件中没有 W3C 批注。</translation>
    </message>
    <message>
        <source>There are no calibre highlights in this file.</source>
        <translation>此文件中没有 calibre 高亮。</translation>
    </message>
    <message>
        <source>There are no notes in this file. Diptych reads W3C annotations, the JSON exports of Hypothesis and calibre, and Zotero&apos;s notes in Markdown.</source>
        <translation>此文件中没有笔记。Diptych 可读取 W3C 批注、Hypothesis 和 calibre 导出的 JSON，以及 Zotero 的 Markdown 笔记。</translation>
    </message>
    <message>
        <source>There is already a note {id}.</source>
        <translation>笔记 {id} 已存在。</translation>
    </message>
    <message>
        <source>There is no article {id} in the library; add its file.</source>
        <translation>文库中没有文章 {id}；请添加其文件。</translation>
    </message>
    <message>
        <source>There is no backup {name}; “diptych backup list” names them.</source>
        <translation>没有备份 {name}；“diptych backup list”会列出备份。</translation>
    </message>
    <message>
        <source>There is no note {note_id}.</source>
        <translation>没有笔记 {note_id}。</translation>
    </message>
    <message>
        <source>There is no text to make an article of.</source>
        <translation>没有可做成文章的文字。</translation>
    </message>
    <message>
        <source>These two texts are too long to be compared: together they have {letters} million characters, and at most {most} million can be. Compare parts of them.</source>
        <translation>这两篇文本太长，无法比较：合计 {letters} 百万字符，最多可比较 {most} 百万字符。请比较其中的部分。</translation>
    </message>
    <message>
        <source>This is not JSON: {error}.</source>
        <translation>这不是 JSON：{error}。</translation>
    </message>
    <message>
        <source>To be printed.</source>
        <translation>用于打印。</translation>
    </message>
    <message>
        <source>Web annotations (JSON-LD)</source>
        <translation>网页批注 (JSON-LD)</translation>
    </message>
    <message>
        <source>With citations, and a bibliography as CSL-JSON and BibTeX beside it.</source>
        <translation>带引用，并附 CSL-JSON 与 BibTeX 书目。</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>You may not read {name}; change its permissions and try again.</source>
        <translation>您无权读取 {name}；请更改其权限后重试。</translation>
    </message>
    <message>
        <source>a folder of that name is already there. Choose another name</source>
        <translation>已有同名文件夹。请换一个名称</translation>
    </message>
    <message>
        <source>author: {words}</source>
        <translation>作者：{words}</translation>
    </message>
    <message>
        <source>before {date}</source>
        <translation>{date} 之前</translation>
    </message>
    <message>
        <source>being edited</source>
        <translation>正在编辑</translation>
    </message>
    <message>
        <source>from {date} on</source>
        <translation>{date} 起</translation>
    </message>
    <message>
        <source>from {first} on, before {last}</source>
        <translation>自 {first} 起，{last} 之前</translation>
    </message>
    <message>
        <source>in {language}</source>
        <translation>语言：{language}</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>it needs too much memory</source>
        <translation>占用内存过多</translation>
    </message>
    <message>
        <source>it would be larger than this disk allows</source>
        <translation>文件会超出此磁盘允许的大小</translation>
    </message>
    <message>
        <source>its folder does not exist. Choose another folder</source>
        <translation>所在文件夹不存在。请选择其他文件夹</translation>
    </message>
    <message>
        <source>its folder is a file. Choose another folder</source>
        <translation>所在文件夹其实是一个文件。请选择其他文件夹</translation>
    </message>
    <message>
        <source>its folder is read-only, or the file is open elsewhere. Close it there or choose another place</source>
        <translation>文件夹为只读，或文件已在别处打开。请在那里关闭它，或另选位置</translation>
    </message>
    <message>
        <source>its folder is read-only. Choose another folder</source>
        <translation>文件夹为只读。请选择其他文件夹</translation>
    </message>
    <message>
        <source>its name or path is too long. Choose a shorter one</source>
        <translation>名称或路径过长。请改短一些</translation>
    </message>
    <message>
        <source>nobody reads from this pipe</source>
        <translation>没有程序在读取此管道</translation>
    </message>
    <message>
        <source>not {words}</source>
        <translation>不含 {words}</translation>
    </message>
    <message>
        <source>only the beginning of the query was used</source>
        <translation>只使用了查询的开头部分</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>source: {words}</source>
        <translation>来源：{words}</translation>
    </message>
    <message>
        <source>tag: {words}</source>
        <translation>标签：{words}</translation>
    </message>
    <message>
        <source>text: {words}</source>
        <translation>正文：{words}</translation>
    </message>
    <message>
        <source>the disk is full. Free some space and try again</source>
        <translation>磁盘已满。请腾出空间后重试</translation>
    </message>
    <message>
        <source>the disk is read-only. Choose another folder</source>
        <translation>磁盘为只读。请选择其他文件夹</translation>
    </message>
    <message>
        <source>title: {words}</source>
        <translation>标题：{words}</translation>
    </message>
    <message>
        <source>without “{word}”</source>
        <translation>不含“{word}”</translation>
    </message>
    <message>
        <source>you may not enter its folder. Change its permissions or choose another place</source>
        <translation>您无权进入它所在的文件夹。请更改其权限，或选择其他位置</translation>
    </message>
    <message>
        <source>your disk quota is used up. Free some space and try again</source>
        <translation>您的磁盘配额已用完。请腾出空间后重试</translation>
    </message>
    <message>
        <source>{backup} is no sound backup; choose another one.</source>
        <translation>{backup} 不是完好的备份；请另选一个。</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
    <message>
        <source>{count} chapters</source>
        <translation>{count} 章</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
    <message>
        <source>{count} paragraphs</source>
        <translation>{count} 段</translation>
    </message>
    <message>
        <source>{file} holds no articles; its copy {copy} holds {count}.</source>
        <translation>{file} 中没有文章；它的副本 {copy} 中有 {count} 篇。</translation>
    </message>
    <message>
        <source>{file} holds no notes; its copy of {time} holds {count}.</source>
        <translation>{file} 中没有笔记；它在 {time} 的副本中有 {count} 条。</translation>
    </message>
    <message>
        <source>{file} is damaged ({error}).</source>
        <translation>{file} 已损坏（{error}）。</translation>
    </message>
    <message>
        <source>{folder} is not a folder of the library.</source>
        <translation>{folder} 不是书库的文件夹。</translation>
    </message>
    <message>
        <source>{left} within 1 word of {right}</source>
        <translation>{left} 与 {right} 相邻</translation>
    </message>
    <message>
        <source>{left} within {count} words of {right}</source>
        <translation>{left} 与 {right} 相距不超过 {count} 个词</translation>
    </message>
    <message>
        <source>{link} is not an address of a note, such as {example}.</source>
        <translation>{link} 不是笔记的地址，例如 {example}。</translation>
    </message>
    <message>
        <source>{name} cannot be read from this drive; check the drive and try again.</source>
        <translation>无法从此驱动器读取 {name}；请检查驱动器后重试。</translation>
    </message>
    <message>
        <source>{name} cannot be written: the disk is full. Free some space and try again.</source>
        <translation>无法写入 {name}：磁盘已满。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>{name} contains XML entity tricks, so it was not opened.</source>
        <translation>{name} 含有 XML 实体陷阱，因此未打开。</translation>
    </message>
    <message>
        <source>{name} could not be written when it was opened; start Diptych again to write.</source>
        <translation>打开时无法写入 {name}；请重新启动 Diptych 后再写入。</translation>
    </message>
    <message>
        <source>{name} has changed since it was added.</source>
        <translation>{name} 在添加后有更改。</translation>
    </message>
    <message>
        <source>{name} has the same content as {other}.</source>
        <translation>{name} 与 {other} 内容相同。</translation>
    </message>
    <message>
        <source>{name} holds no articles; choose a folder with text, web or office files.</source>
        <translation>{name} 中没有文章；请选择含有文本、网页或办公文件的文件夹。</translation>
    </message>
    <message>
        <source>{name} holds no text. Pictures of text are not read.</source>
        <translation>{name} 中没有文本。无法读取文字图片。</translation>
    </message>
    <message>
        <source>{name} is cut short or broken; get a fresh copy of it.</source>
        <translation>{name} 不完整或已损坏；请重新获取一份。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <source>{name} is in the library already.</source>
        <translation>{name} 已在文库中。</translation>
    </message>
    <message>
        <source>{name} is in use by another program; try again in a moment.</source>
        <translation>{name} 正被另一个程序使用；请稍后再试。</translation>
    </message>
    <message>
        <source>{name} is larger than Diptych reads ({limit}); split it and add the parts.</source>
        <translation>{name} 超出 Diptych 的读取上限（{limit}）；请拆分后分别添加。</translation>
    </message>
    <message>
        <source>{name} is not UTF-8 text.</source>
        <translation>{name} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>{name} is not a file; choose a file or a folder of files.</source>
        <translation>{name} 不是文件；请选择文件或文件夹。</translation>
    </message>
    <message>
        <source>{name} is not a text file; open it with the program that made it.</source>
        <translation>{name} 不是文本文件；请用生成它的程序打开。</translation>
    </message>
    <message>
        <source>{name} is not there; check the path, or that its drive is connected.</source>
        <translation>{name} 不在那里；请检查路径，或其驱动器是否已连接。</translation>
    </message>
    <message>
        <source>{name} is of a kind Diptych does not read; save it as text, HTML or PDF.</source>
        <translation>Diptych 不读取 {name} 这类文件；请将其另存为文本、HTML 或 PDF。</translation>
    </message>
    <message>
        <source>{name} is protected by a password; save a copy without it and add that.</source>
        <translation>{name} 受密码保护；请另存一份无密码的副本再添加。</translation>
    </message>
    <message>
        <source>{name} is too large for a file of notes.</source>
        <translation>{name} 作为笔记文件过大。</translation>
    </message>
    <message>
        <source>{name} lies too many folders down; add that folder by itself.</source>
        <translation>{name} 的文件夹层级过深；请单独添加该文件夹。</translation>
    </message>
    <message>
        <source>{name} holds pages with their address alone; save those pages and add them.</source>
        <translation>{name} 中有些网页只有地址；请先保存这些网页，再添加它们。</translation>
    </message>
    <message>
        <source>{name} took too long to read; try again, or save it as plain text.</source>
        <translation>读取 {name} 用时过长；请重试，或将其另存为纯文本。</translation>
    </message>
    <message>
        <source>{name} unpacks to far more than an article holds, so it was not opened.</source>
        <translation>{name} 解压后远超一篇文章的大小，因此未打开。</translation>
    </message>
    <message>
        <source>{name} was changed while being read; try again.</source>
        <translation>{name} 在读取时被更改；请重试。</translation>
    </message>
    <message>
        <source>{name} was made by a newer Diptych. Update Diptych first.</source>
        <translation>{name} 由更新版的 Diptych 制作。请先更新 Diptych。</translation>
    </message>
    <message>
        <source>{name} was no file; it was put aside as {aside}.</source>
        <translation>{name} 不是文件；已改名为 {aside} 放在一旁。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Diptych (schema {found}, this one knows {known}). Update Diptych, or choose another profile with --profile.</source>
        <translation>{name} 由更新版的 Diptych 写入（架构 {found}，本版支持 {known}）。请更新 Diptych，或用 --profile 选择其他配置。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Diptych. Update Diptych, or choose another profile with --profile.</source>
        <translation>{name} 由更新版本的 Diptych 写入。请更新 Diptych，或用 --profile 选择其他配置。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Diptych; it is left alone.</source>
        <translation>{name} 由更新版的 Diptych 写入；未作改动。</translation>
    </message>
    <message>
        <source>{name}: {error}</source>
        <translation>{name}：{error}</translation>
    </message>
    <message>
        <source>{path} cannot be read as text; choose another name.</source>
        <translation>{path} 无法作为文本读取；请换一个名称。</translation>
    </message>
    <message>
        <source>{path} cannot be read: permission is denied. It is left as it is; allow yourself to read it.</source>
        <translation>无法读取 {path}：没有权限。文件保持原样；请授予自己读取权限。</translation>
    </message>
    <message>
        <source>{path} cannot be read; check that it is there and that you may read it.</source>
        <translation>无法读取 {path}；请检查它是否存在以及您是否有权读取。</translation>
    </message>
    <message>
        <source>{path} cannot be used: {error}.</source>
        <translation>无法使用 {path}：{error}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: the file or its folder is read-only.</source>
        <translation>无法写入 {path}：该文件或其文件夹为只读。</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} is a file of Diptych’s own; choose another name.</source>
        <translation>{path} 是 Diptych 自己的文件，请换一个名称。</translation>
    </message>
    <message>
        <source>{path} is a link, and what it leads to cannot be found. Connect the disk that it lies on.</source>
        <translation>{path} 是一个链接，但找不到它指向的内容。请连接存放它的磁盘。</translation>
    </message>
    <message>
        <source>{path} is a pipe whose reader has gone.</source>
        <translation>{path} 是管道，读取它的程序已经退出。</translation>
    </message>
    <message>
        <source>{path} is an article of the library, which is only read; choose another name.</source>
        <translation>{path} 是文库中的文章，只会被读取，请换一个名称。</translation>
    </message>
    <message>
        <source>{path} is damaged. Run `diptych doctor --repair`, or restore a backup from {backups}.</source>
        <translation>{path} 已损坏。请运行 `diptych doctor --repair`，或从 {backups} 恢复备份。</translation>
    </message>
    <message>
        <source>{path} is gone or changed; bring the file back, then choose its encoding.</source>
        <translation>{path} 已不见或已更改；请先放回该文件，再选择其编码。</translation>
    </message>
    <message>
        <source>{path} is gone or empty, but its log is there. Run `diptych doctor --repair`; what the log holds and the newest backup are put together.</source>
        <translation>{path} 不见了或是空的，但它的日志还在。请运行“diptych doctor --repair”，日志中的内容和最新备份会合在一起。</translation>
    </message>
    <message>
        <source>{path} is no CSL-JSON; choose another name.</source>
        <translation>{path} 不是 CSL-JSON；请换一个名称。</translation>
    </message>
    <message>
        <source>{path} is no file: a folder, a pipe or a device stands in its place. Run `diptych doctor --repair` to put it aside.</source>
        <translation>{path} 不是文件：该位置上是文件夹、管道或设备。运行 `diptych doctor --repair` 可将其移到一旁。</translation>
    </message>
    <message>
        <source>{path} is not UTF-8 text.</source>
        <translation>{path} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>{why} Its copy {name} is read instead.</source>
        <translation>{why} 现改为读取其副本 {name}。</translation>
    </message>
    <message>
        <source>{source} cannot be opened: {error}.</source>
        <translation>无法打开 {source}：{error}。</translation>
    </message>
    <message>
        <source>{title} has no chapter {number}.</source>
        <translation>“{title}”没有第 {number} 章。</translation>
    </message>
    <message>
        <source>{words} (nothing has all of these)</source>
        <translation>{words}（没有同时含有这些的内容）</translation>
    </message>
    <message>
        <source>{words} ({remarks})</source>
        <translation>{words}（{remarks}）</translation>
    </message>
    <message>
        <source>{words} or nearly so</source>
        <translation>{words} 或相近的词</translation>
    </message>
    <message>
        <source>{words}, in your notes</source>
        <translation>{words}，在您的笔记中</translation>
    </message>
    <message>
        <source>{words}…</source>
        <translation>{words}…</translation>
    </message>
    <message>
        <source>“*” stands at the end of a word only</source>
        <translation>“*” 只能放在词尾</translation>
    </message>
    <message>
        <source>“{name}” is neither a file nor the id of an article here.</source>
        <translation>“{name}”既不是文件，也不是这里的文章编号。</translation>
    </message>
    <message>
        <source>“{name}” is not in the library; add it with “diptych add”.</source>
        <translation>书库中没有“{name}”；请用“diptych add”添加。</translation>
    </message>
    <message>
        <source>“{title}” has no chapter {number}; see “diptych chapters”.</source>
        <translation>“{title}”没有第 {number} 章；请见“diptych chapters”。</translation>
    </message>
    <message>
        <source>“{title}” is no longer in the library; add its file again.</source>
        <translation>“{title}”已不在库中；请重新添加其文件。</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>“{word}” is no date; write 2024, 2024-05 or 2024-05-31</source>
        <translation>“{word}”不是日期；请写 2024、2024-05 或 2024-05-31</translation>
    </message>
    <message>
        <source>“{word}” is no language</source>
        <translation>“{word}”不是语言</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Taken back: {0}</source>
        <translation>已撤销：{0}</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Read two articles side by side</source>
        <translation>并排阅读两篇文章</translation>
    </message>
    <message>
        <source>Diptych joins the passages in which both say the same, in the same words or in others, and shows what only one of them says.</source>
        <translation>Diptych 把两篇说法相同的段落连起来，无论用词是否相同，并指出只有其中一篇说到的内容。</translation>
    </message>
    <message>
        <source>Open the sample articles</source>
        <translation>打开示例文章</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Twelve short reports on one affair, two of them opened at once.</source>
        <translation>关于同一事件的十二篇短文，其中两篇随即打开。</translation>
    </message>
    <message>
        <source>Or drop files and folders anywhere in the window. They stay where they are and are never changed; nothing leaves this computer.</source>
        <translation>也可把文件和文件夹拖到窗口任意处。它们留在原处，从不改动；没有任何内容离开这台电脑。</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>No single word or fact stands out; the whole is alike.</source>
        <translation>没有突出的单个词或事实；相似的是整体。</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) in a row are the same.</source>
        <translation>
            <numerusform>连续 %n 个词相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Facts both give: {0}.</source>
        <translation>双方都给出的事实：{0}。</translation>
    </message>
    <message>
        <source>Nearness in meaning: {0}, where 1 is the same.</source>
        <translation>意义相近程度：{0}（1 为相同）。</translation>
    </message>
    <message>
        <source>Uncommon words that both use, and in how many passages: {0}.</source>
        <translation>双方都用的少见词语及其所在段落数：{0}。</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) are the same, up to {0} of them in a row.</source>
        <translation>
            <numerusform>有 %n 个词相同，其中最多 {0} 个连续相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Both quote: {0}</source>
        <translation>双方都引用：{0}</translation>
    </message>
    <message>
        <source>Both cite {0}.</source>
        <translation>双方都引用了 {0}。</translation>
    </message>
    <message>
        <source>Nearness in meaning: {0}, where 1 is the same (by the encoder {1}).</source>
        <translation>含义接近度：{0}，1 为相同（编码器 {1}）。</translation>
    </message>
    <message numerus="yes">
        <source>%n other match(es) stand right beside it on both sides.</source>
        <translation>
            <numerusform>两侧紧邻处还有 %n 个对应。</numerusform>
        </translation>
    </message>
    <message>
        <source>Strength {0} %: nearly all matches so strong are right.</source>
        <translation>强度 {0}%：这样强的对应几乎都正确。</translation>
    </message>
    <message>
        <source>Strength {0} %: about {1} in 10 matches so strong are right.</source>
        <translation>强度 {0}%：这样强的对应 10 个中约有 {1} 个正确。</translation>
    </message>
</context>
<context>
    <name>WhyPane</name>
    <message>
        <source>Why this match</source>
        <translation>为何对应</translation>
    </message>
    <message>
        <source>Choose a match to see what it rests on.</source>
        <translation>选择一个对应，查看它的依据。</translation>
    </message>
</context>
<context>
    <name>WindowPresenter</name>
    <message>
        <source>Select the words to be copied first.</source>
        <translation>请先选中要复制的文字。</translation>
    </message>
    <message>
        <source>About Diptych</source>
        <translation>关于 Diptych</translation>
    </message>
    <message>
        <source>Two articles side by side: what both say, and what only one does.

Works without a network: it holds no code that could use one.
Your notes are kept in {0}</source>
        <translation>两篇文章并排：双方都说了什么，只有一方说了什么。

无需网络：程序中没有任何联网代码。
笔记保存在 {0}</translation>
    </message>
</context>
<context>
    <name>WovenPage</name>
    <message>
        <source>In the order of “{0}”</source>
        <translation>按《{0}》的顺序</translation>
    </message>
    <message>
        <source>Two articles make one text</source>
        <translation>两文合为一文</translation>
    </message>
    <message>
        <source>Pin one with Alt+1 and another with Alt+2: what both say then stands here once, and what only one says beside it.</source>
        <translation>用 Alt+1 固定一篇，用 Alt+2 固定另一篇：两文都说的在此只出现一次，只有一文说的列在旁边。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>The column stands here as soon as that is done.</source>
        <translation>比较完成后，合文就会出现在这里。</translation>
    </message>
    <message>
        <source>Putting both into one column…</source>
        <translation>正在把两篇合为一栏…</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>尚未比较</translation>
    </message>
    <message>
        <source>Go back with Esc and press Compare beside the texts.</source>
        <translation>按 Esc 返回，然后在文本旁按“比较”。</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Back to the two texts</source>
        <translation>回到两篇文本</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回 (Esc)</translation>
    </message>
    <message>
        <source>What both say stands once; a click shows both wordings. Order of:</source>
        <translation>两文共同的内容只出现一次；点击可看两种说法。顺序：</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
</context>
<context>
    <name>WovenView</name>
    <message>
        <source>Both articles as one</source>
        <translation>合二为一的两篇文章</translation>
    </message>
</context>
</TS>
