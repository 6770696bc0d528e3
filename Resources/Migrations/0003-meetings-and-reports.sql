-- When boards meet, and what was published for them.
-- Dates are whole days since 1970-01-01.

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    board_id INTEGER NOT NULL REFERENCES board,
    day INTEGER NOT NULL,
    title TEXT,
    place TEXT,
    papers TEXT CHECK (papers GLOB 'http*://*' OR papers GLOB '/*'),
    note TEXT,
    position INTEGER NOT NULL,
    UNIQUE (board_id, day)
) STRICT;

-- A report stays when it is withdrawn, and says why it was.
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    board_id INTEGER NOT NULL REFERENCES board,
    meeting_id INTEGER REFERENCES meeting,
    kind TEXT NOT NULL CHECK (
        kind IN ('agreement', 'mid-year', 'third-quarter', 'year-end', 'other')),
    period TEXT NOT NULL,
    summary TEXT,
    withdrawn_on INTEGER,
    withdrawn_because TEXT,
    position INTEGER NOT NULL,
    CHECK ((withdrawn_on IS NULL) = (withdrawn_because IS NULL))
) STRICT;

CREATE INDEX report_of_board ON report (board_id);
CREATE INDEX report_of_meeting ON report (meeting_id);

-- Each edition of a report, the first one first.
CREATE TABLE report_version (
    report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
    position INTEGER NOT NULL,
    version TEXT NOT NULL,
    published_on INTEGER NOT NULL,
    document TEXT CHECK (document GLOB 'http*://*' OR document GLOB '/*'),
    changes TEXT,
    PRIMARY KEY (report_id, position),
    UNIQUE (report_id, version)
) STRICT, WITHOUT ROWID;
