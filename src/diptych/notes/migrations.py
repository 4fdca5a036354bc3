# SPDX-License-Identifier: MIT
"""The notes file's schema, one numbered step after another."""

from __future__ import annotations

FIRST = (
    """CREATE TABLE note (
        id TEXT PRIMARY KEY,
        text TEXT NOT NULL,
        stance TEXT NOT NULL,
        tags TEXT NOT NULL,          -- JSON array
        colour TEXT NOT NULL,
        created TEXT NOT NULL,       -- ISO 8601, UTC, microseconds
        modified TEXT NOT NULL,
        deleted TEXT,
        conflict_of TEXT NOT NULL,   -- id of the note this is the other version of
        change INTEGER NOT NULL      -- value of the counter at the last write
    )""",
    "CREATE INDEX note_change ON note (change)",
    "CREATE INDEX note_deleted ON note (deleted) WHERE deleted IS NOT NULL",
    """CREATE TABLE anchor (
        note TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,      -- order inside the note
        article TEXT NOT NULL,       -- head of the content hash
        content_hash TEXT NOT NULL,
        side TEXT NOT NULL,
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        start INTEGER NOT NULL,      -- code points
        "end" INTEGER NOT NULL,
        title TEXT NOT NULL,
        authors TEXT NOT NULL,       -- JSON array
        source TEXT NOT NULL,
        date TEXT NOT NULL,
        path TEXT NOT NULL,
        page INTEGER NOT NULL,
        paragraph INTEGER NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (note, place)
    ) WITHOUT ROWID""",
    "CREATE INDEX anchor_article ON anchor (article)",
    """CREATE TABLE gone (             -- purged notes, so that others notice
        id TEXT PRIMARY KEY,
        change INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE verdict (
        left_article TEXT NOT NULL,
        right_article TEXT NOT NULL,
        left_quote TEXT NOT NULL,
        right_quote TEXT NOT NULL,
        verdict TEXT NOT NULL,
        modified TEXT NOT NULL,
        PRIMARY KEY (left_article, right_article, left_quote, right_quote)
    ) WITHOUT ROWID""",
    """CREATE TABLE pin (
        left_article TEXT NOT NULL,
        right_article TEXT NOT NULL,
        left_place INTEGER NOT NULL,
        right_place INTEGER NOT NULL,
        PRIMARY KEY (left_article, right_article, left_place, right_place)
    ) WITHOUT ROWID""",
    """CREATE TABLE damaged (          -- rows nobody could read, kept as they were
        source TEXT NOT NULL,        -- the table they stood in
        row TEXT NOT NULL            -- JSON object
    )""",
    "CREATE TABLE counter (value INTEGER NOT NULL)",
    "INSERT INTO counter VALUES (0)",
)

# The oldest first, so that the numbers grow with the time of the last change.
INDEX_NOTES = """INSERT INTO searched (note, words)
    SELECT id, indexed(text || char(10) || tags || char(10) || coalesce(
        (SELECT group_concat(quote || char(10) || title, char(10))
         FROM anchor WHERE note = note.id), ''))
    FROM note WHERE deleted IS NULL AND id NOT IN (SELECT note FROM searched)
    ORDER BY modified"""

# FTS5 with outside content has to be told which words go.
SEARCHED_REMOVED = """CREATE TRIGGER searched_removed AFTER DELETE ON searched BEGIN
        INSERT INTO word (word, rowid, words) VALUES ('delete', old.number, old.words);
    END"""

FOR_SEARCH = (
    """CREATE TABLE searched (         -- what searching reads of notes that are not deleted
        number INTEGER PRIMARY KEY,  -- grows with each write
        note TEXT NOT NULL UNIQUE REFERENCES note (id) ON DELETE CASCADE,
        words TEXT NOT NULL          -- see ``searching.indexed``
    )""",
    """CREATE VIRTUAL TABLE word USING fts5 (
        words, content = 'searched', content_rowid = 'number', prefix = '2 3',
        tokenize = 'unicode61 remove_diacritics 0'
    )""",
    """CREATE TRIGGER searched_added AFTER INSERT ON searched BEGIN
        INSERT INTO word (rowid, words) VALUES (new.number, new.words);
    END""",
    SEARCHED_REMOVED,
    INDEX_NOTES,
)

FOR_NAMES = (  # an article that came back under another hash is known by what it is called
    "CREATE INDEX anchor_title ON anchor (title, article)",
    "CREATE INDEX anchor_source ON anchor (source, article)",
    "CREATE INDEX anchor_path ON anchor (path, article)",
    "CREATE INDEX note_modified ON note (modified)",
    """CREATE TABLE placeless (       -- passages the reader leaves without a place
        note TEXT NOT NULL,
        quote TEXT NOT NULL,
        article TEXT NOT NULL,       -- the one they were not found in
        PRIMARY KEY (note, quote, article)
    ) WITHOUT ROWID""",
)

FOR_SIGNS = (  # vowel signs and points belong to the word before them: हिन्दी is one word
    "DROP TRIGGER searched_removed",
    "DROP TABLE word",
    "DELETE FROM searched",
    """CREATE VIRTUAL TABLE word USING fts5 (
        words, content = 'searched', content_rowid = 'number', prefix = '2 3',
        tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
    )""",
    SEARCHED_REMOVED,
    INDEX_NOTES,
)

FOR_IMPORTS = (  # an import that was seen before changes nothing, whatever became of it
    """CREATE TABLE seen (
        note TEXT NOT NULL,
        version TEXT NOT NULL,       -- names the words of the note as they came in
        PRIMARY KEY (note, version)
    ) WITHOUT ROWID""",
)

# Words of notes are those of articles: U.S. is US, 1,000 is 1000, e-mail is email.
FOR_WORDS = ("DELETE FROM searched", INDEX_NOTES)

FOR_VERSIONS = (  # what the reader said of two articles as versions of one text
    """CREATE TABLE versions (
        left_article TEXT NOT NULL,
        right_article TEXT NOT NULL,
        taken INTEGER,               -- 1 versions, 0 none, NULL not said
        rules TEXT NOT NULL,         -- JSON object, what counts as no change
        PRIMARY KEY (left_article, right_article)
    ) WITHOUT ROWID""",
)

# What the reader aligns by hand is an alignment everywhere; an article is what is pinned.
FOR_ALIGNMENTS = ("ALTER TABLE pin RENAME TO alignment",)

# O'Brien is obrien, צה"ל is צהל, and emoji can be looked for.
FOR_SPELLINGS = ("DELETE FROM searched", INDEX_NOTES)

MIGRATIONS = (
    FIRST,
    FOR_SEARCH,
    FOR_NAMES,
    FOR_SIGNS,
    FOR_IMPORTS,
    FOR_WORDS,
    FOR_VERSIONS,
    FOR_ALIGNMENTS,
    FOR_SPELLINGS,
)
"""Step n brings the schema from version n to version n + 1; steps never change."""
