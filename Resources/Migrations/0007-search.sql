-- What can be searched for, made anew at each load.

-- One row is one thing that has an address of its own.
CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (
        kind IN
        ('measure', 'scorecard', 'objective', 'strategy', 'board', 'statement', 'pledge',
         'report', 'help')),
    -- The place of the kind among the others, where two results are equally good.
    kind_position INTEGER NOT NULL,
    href TEXT NOT NULL,
    title TEXT NOT NULL,
    -- The title's words alone, so that a whole title is known by them.
    title_words TEXT NOT NULL,
    body TEXT,
    -- Where it belongs, as readers are told.
    place TEXT,
    measure_id INTEGER REFERENCES measure ON DELETE CASCADE,
    CHECK ((kind = 'measure') = (measure_id IS NOT NULL))
) STRICT;

CREATE INDEX search_entry_of_measure ON search_entry (measure_id);

-- The words of each entry, under the entry's id; what is shown of it is in search_entry.
CREATE VIRTUAL TABLE search_index USING fts5 (
    title, alias, body, content = '', tokenize = 'unicode61 remove_diacritics 2');

-- Every word that is indexed, among which the nearest to a misspelt one is found.
CREATE TABLE search_word (
    word TEXT PRIMARY KEY,
    title_uses INTEGER NOT NULL,
    uses INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What can be said instead of a term: both are words alone, and each pair is there both ways.
CREATE TABLE synonym (
    term TEXT NOT NULL,
    means TEXT NOT NULL,
    PRIMARY KEY (term, means),
    CHECK (term <> means)
) STRICT, WITHOUT ROWID;
