-- Files of figures that officers have sent, what each of their rows would do, and what was done.

CREATE TABLE upload (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person,
    file_name TEXT NOT NULL,
    format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx', 'ods', 'paste')),
    size INTEGER NOT NULL,
    -- SHA-256 of the file, in hexadecimal.
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    -- The file itself, until what it brings is taken in or discarded.
    file BLOB,
    sent_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (
        state IN ('reading', 'unreadable', 'previewed', 'applying', 'applied', 'undoing',
                  'undone', 'discarded')),
    -- How far reading has come, in rows, or applying and undoing, in entries.
    done INTEGER NOT NULL DEFAULT 0,
    total INTEGER,
    -- What is wrong with the file as a whole, or kept the last step from being done.
    problem TEXT,
    -- What was made of it, a line each: what was not read, how it is written.
    reading TEXT,
    -- The codes of the measures that it is about, a line each.
    measures TEXT NOT NULL DEFAULT '',
    -- How often it has been looked through; who applies it has seen the last time's result.
    previews INTEGER NOT NULL DEFAULT 0,
    new_count INTEGER NOT NULL DEFAULT 0,
    changed_count INTEGER NOT NULL DEFAULT 0,
    unchanged_count INTEGER NOT NULL DEFAULT 0,
    refused_count INTEGER NOT NULL DEFAULT 0,
    -- Whether rows that were refused were left out knowingly.
    leaves_out INTEGER NOT NULL CHECK (leaves_out IN (0, 1)) DEFAULT 0,
    applied_at INTEGER,
    undone_at INTEGER,
    undone_by INTEGER REFERENCES person
) STRICT;

CREATE INDEX upload_of_person ON upload (person_id, id);

-- What is still to be done by itself.
CREATE INDEX upload_at_work ON upload (id) WHERE state IN ('reading', 'applying', 'undoing');

-- What each row of the file would do.
CREATE TABLE upload_row (
    upload_id INTEGER NOT NULL REFERENCES upload,
    -- As the spreadsheet counts its rows.
    row INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('new', 'changed', 'unchanged', 'refused')),
    entry_id INTEGER REFERENCES return_entry,
    -- As the file has them.
    measure TEXT NOT NULL,
    period TEXT NOT NULL,
    breakdown TEXT NOT NULL,
    -- The fields of the entry that it gives, as a JSON object of texts, and what they were.
    fields TEXT NOT NULL DEFAULT '{}',
    before TEXT NOT NULL DEFAULT '{}',
    -- What is wrong, as a JSON object of texts by column.
    refusals TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (upload_id, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX upload_row_by_outcome ON upload_row (upload_id, outcome, row);

-- Which entries an upload changed, from which content to which.
CREATE TABLE upload_entry (
    upload_id INTEGER NOT NULL REFERENCES upload,
    entry_id INTEGER NOT NULL REFERENCES return_entry,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    -- The entry's revision after it.
    revision INTEGER NOT NULL,
    PRIMARY KEY (upload_id, entry_id)
) STRICT, WITHOUT ROWID;
