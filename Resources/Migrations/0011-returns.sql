-- Rounds in which figures are collected, what officers enter, and what was published of it.
-- Dates are whole days since 1970-01-01, times seconds since then; decimals are whole
-- hundred-millionths. Measures, periods and groups are named by their codes: a load may bring
-- their rows anew.

-- The groups of children for which a measure is collected besides the whole.
CREATE TABLE measure_breakdown (
    measure_id INTEGER NOT NULL REFERENCES measure ON DELETE CASCADE,
    position INTEGER NOT NULL,
    breakdown_id INTEGER NOT NULL REFERENCES breakdown ON DELETE CASCADE,
    PRIMARY KEY (measure_id, position),
    UNIQUE (measure_id, breakdown_id)
) STRICT, WITHOUT ROWID;

-- The figures of one quarter, asked for together.
CREATE TABLE collection_round (
    id INTEGER PRIMARY KEY,
    period TEXT NOT NULL UNIQUE,
    opens_on INTEGER NOT NULL,
    -- The last day on which a return comes in time.
    closes_on INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')) DEFAULT 'open',
    note TEXT CHECK (note <> ''),
    opened_by INTEGER NOT NULL REFERENCES person,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    revision INTEGER NOT NULL DEFAULT 1,
    CHECK (opens_on <= closes_on)
) STRICT;

-- What one service, or the officers of one part of a strategy, owe in a round.
CREATE TABLE figure_return (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES collection_round,
    slug TEXT NOT NULL CHECK (slug <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    position INTEGER NOT NULL,
    UNIQUE (round_id, slug)
) STRICT;

-- One measure's figure for one of its periods, as it stands in a return.
CREATE TABLE return_entry (
    id INTEGER PRIMARY KEY,
    return_id INTEGER NOT NULL REFERENCES figure_return,
    position INTEGER NOT NULL,
    measure TEXT NOT NULL,
    period TEXT NOT NULL,
    due_on INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (
        state IN ('not-started', 'draft', 'submitted', 'sent-back', 'approved', 'published'))
        DEFAULT 'not-started',
    -- What was typed, as a JSON object of texts.
    content TEXT NOT NULL CHECK (content GLOB '{*}') DEFAULT '{}',
    -- How what was typed stood when it was last looked through.
    readiness TEXT NOT NULL CHECK (
        readiness IN ('blank', 'unfinished', 'faulty', 'doubtful', 'uncommented', 'ready'))
        DEFAULT 'blank',
    -- Grows with each change, so that two who edit one entry do not undo each other.
    revision INTEGER NOT NULL DEFAULT 0,
    changed_by INTEGER REFERENCES person,
    changed_at INTEGER,
    submitted_by INTEGER REFERENCES person,
    submitted_at INTEGER,
    approved_by INTEGER REFERENCES person,
    approved_at INTEGER,
    -- What has to change, where it was sent back.
    sent_back_words TEXT CHECK (sent_back_words <> ''),
    -- Why a figure that is published is changed.
    revision_reason TEXT CHECK (revision_reason <> ''),
    -- How often it has been published.
    published_version INTEGER NOT NULL DEFAULT 0 CHECK (published_version >= 0),
    UNIQUE (measure, period)
) STRICT;

CREATE INDEX return_entry_of_return ON return_entry (return_id, position);
CREATE INDEX return_entry_by_state ON return_entry (state);

-- What an entry held after each change of it; version 0, which held nothing, is not kept.
CREATE TABLE return_entry_version (
    entry_id INTEGER NOT NULL REFERENCES return_entry,
    revision INTEGER NOT NULL CHECK (revision > 0),
    content TEXT NOT NULL CHECK (content GLOB '{*}'),
    cause TEXT NOT NULL CHECK (cause IN ('typed', 'uploaded', 'undone', 'shared', 'revision')),
    person_id INTEGER NOT NULL REFERENCES person,
    at INTEGER NOT NULL,
    PRIMARY KEY (entry_id, revision)
) STRICT, WITHOUT ROWID;

-- What happened to an entry besides that its content changed.
CREATE TABLE return_entry_event (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES return_entry,
    event TEXT NOT NULL CHECK (
        event IN ('submitted', 'sent-back', 'withdrawn', 'approved', 'published', 'reopened')),
    revision INTEGER NOT NULL,
    words TEXT,
    person_id INTEGER NOT NULL REFERENCES person,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX return_entry_event_of_entry ON return_entry_event (entry_id);

-- Each moment at which what readers see was changed by returns.
CREATE TABLE publication (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES collection_round,
    person_id INTEGER NOT NULL REFERENCES person,
    at INTEGER NOT NULL,
    -- The day from which its figures count as known.
    known_on INTEGER NOT NULL
) STRICT;

CREATE INDEX publication_of_round ON publication (round_id);

-- What was published of a measure and period, with its words; each revision is a version more.
CREATE TABLE published_entry (
    measure TEXT NOT NULL,
    period TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    publication_id INTEGER NOT NULL REFERENCES publication,
    entry_id INTEGER NOT NULL REFERENCES return_entry,
    -- Who answers for it, as readers are told: a role or a service, and no name.
    author_role TEXT NOT NULL CHECK (author_role <> ''),
    what_happened TEXT CHECK (what_happened <> ''),
    why TEXT CHECK (why <> ''),
    what_we_are_doing TEXT CHECK (what_we_are_doing <> ''),
    action_what TEXT CHECK (action_what <> ''),
    action_owner TEXT CHECK (action_owner <> ''),
    action_due_on INTEGER,
    action_state TEXT CHECK (action_state IN ('not-started', 'under-way', 'done', 'stopped')),
    forecast INTEGER,
    forecast_period TEXT,
    -- Why there is no figure, or why it was changed.
    nothing_reason TEXT CHECK (nothing_reason <> ''),
    revision_reason TEXT CHECK (revision_reason <> ''),
    PRIMARY KEY (measure, period, version),
    CHECK ((action_what IS NULL) = (action_state IS NULL)),
    CHECK ((forecast IS NULL) = (forecast_period IS NULL)),
    CHECK ((version > 1) = (revision_reason IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX published_entry_of_publication ON published_entry (publication_id);

-- Its figures, with their true numbers: no page may show them but to those who may see them.
CREATE TABLE published_entry_figure (
    measure TEXT NOT NULL,
    period TEXT NOT NULL,
    version INTEGER NOT NULL,
    -- The code of the group of children; empty for all.
    breakdown TEXT NOT NULL,
    ends_on INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('final', 'revised', 'provisional')),
    value INTEGER,
    numerator INTEGER,
    denominator INTEGER,
    marker TEXT,
    PRIMARY KEY (measure, period, version, breakdown),
    FOREIGN KEY (measure, period, version) REFERENCES published_entry,
    CHECK (value IS NOT NULL OR marker IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- What was published stays as it was; a REPLACE would remove rows without asking a trigger.
CREATE TRIGGER published_entry_is_new BEFORE INSERT ON published_entry
WHEN EXISTS (SELECT 1 FROM published_entry AS other
             WHERE other.measure = new.measure AND other.period = new.period
                AND other.version >= new.version) BEGIN
    SELECT raise(ABORT, 'what was published is only added to');
END;
CREATE TRIGGER published_entry_is_not_changed BEFORE UPDATE ON published_entry BEGIN
    SELECT raise(ABORT, 'what was published is only added to');
END;
CREATE TRIGGER published_entry_is_not_removed BEFORE DELETE ON published_entry BEGIN
    SELECT raise(ABORT, 'what was published is only added to');
END;
CREATE TRIGGER published_entry_figure_is_new BEFORE INSERT ON published_entry_figure
WHEN EXISTS (SELECT 1 FROM published_entry_figure AS other
             WHERE other.measure = new.measure AND other.period = new.period
                AND other.version = new.version AND other.breakdown = new.breakdown) BEGIN
    SELECT raise(ABORT, 'what was published is only added to');
END;
CREATE TRIGGER published_entry_figure_is_not_changed BEFORE UPDATE ON published_entry_figure BEGIN
    SELECT raise(ABORT, 'what was published is only added to');
END;
CREATE TRIGGER published_entry_figure_is_not_removed BEFORE DELETE ON published_entry_figure BEGIN
    SELECT raise(ABORT, 'what was published is only added to');
END;
CREATE TRIGGER return_entry_version_is_not_changed BEFORE UPDATE ON return_entry_version BEGIN
    SELECT raise(ABORT, 'what was typed is only added to');
END;
CREATE TRIGGER return_entry_version_is_not_removed BEFORE DELETE ON return_entry_version BEGIN
    SELECT raise(ABORT, 'what was typed is only added to');
END;

-- What is done about a measure, where officers have said so with its figure.
ALTER TABLE action ADD COLUMN returned_period TEXT;
-- The same of what they said of the figure and of the year; and why there is no figure.
ALTER TABLE commentary ADD COLUMN is_returned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE commentary ADD COLUMN nothing_reason TEXT;
ALTER TABLE forecast ADD COLUMN is_returned INTEGER NOT NULL DEFAULT 0;

-- The address of somebody's calendar of due dates, for programs that cannot sign in.
CREATE TABLE calendar_link (
    person_id INTEGER PRIMARY KEY REFERENCES person,
    token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
    made_at INTEGER NOT NULL
) STRICT;

-- Whom the portal has reminded by mail of what is due in a round.
CREATE TABLE reminder (
    round_id INTEGER NOT NULL REFERENCES collection_round,
    person_id INTEGER NOT NULL REFERENCES person,
    sent_at INTEGER NOT NULL,
    -- What went wrong, if it was not taken.
    problem TEXT,
    PRIMARY KEY (round_id, person_id, sent_at)
) STRICT, WITHOUT ROWID;
