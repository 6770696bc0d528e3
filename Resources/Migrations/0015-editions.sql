-- Editions of portfolio reports: what is written, what is frozen, and what committees say of it.
--
-- Boards and measures are named by their slugs and codes, and not by their numbers: what was
-- frozen outlives any catalogue.

-- One report on one portfolio and period, whatever became of it.
CREATE TABLE edition (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE CHECK (slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'),
    -- The portfolio as councillors call it; editions of the same one follow each other.
    portfolio TEXT NOT NULL CHECK (portfolio <> ''),
    kind TEXT NOT NULL CHECK (
        kind IN ('agreement', 'mid-year', 'third-quarter', 'year-end', 'other')),
    -- What the partnership calls a kind of its own.
    kind_title TEXT CHECK (kind_title <> ''),
    -- The quarter at whose end measures are judged, by its code.
    period TEXT NOT NULL,
    created_by INTEGER NOT NULL REFERENCES person,
    created_at INTEGER NOT NULL,
    CHECK ((kind = 'other') = (kind_title IS NOT NULL))
) STRICT;

CREATE INDEX edition_of_portfolio ON edition (portfolio, period);

-- One version of an edition: the first, or one that corrects the one before it.
CREATE TABLE edition_version (
    -- Never used again, so that no form of a discarded draft fits a later one.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    edition_id INTEGER NOT NULL REFERENCES edition,
    -- Counted from 1, which readers see as 1.0.
    number INTEGER NOT NULL CHECK (number > 0),
    state TEXT NOT NULL CHECK (state IN ('draft', 'for-approval', 'frozen', 'withdrawn'))
        DEFAULT 'draft',
    -- What was written and chosen, each text by its name.
    content TEXT NOT NULL CHECK (content GLOB '{*}') DEFAULT '{}',
    revision INTEGER NOT NULL DEFAULT 0,
    changed_by INTEGER REFERENCES person,
    changed_at INTEGER,
    -- Why there is a version after the first.
    reason TEXT CHECK (reason <> ''),
    submitted_by INTEGER REFERENCES person,
    submitted_at INTEGER,
    sent_back_words TEXT CHECK (sent_back_words <> ''),
    -- Of what is frozen: when, by whom, what its title and its board were, the day as at which
    -- its figures stand, and the version of the edition before it that it follows.
    frozen_by INTEGER REFERENCES person,
    frozen_at INTEGER,
    title TEXT CHECK (title <> ''),
    board TEXT CHECK (board <> ''),
    figures_as_at INTEGER,
    follows_id INTEGER REFERENCES edition_version,
    -- What the board was called, the day of the meeting that was to have it, and the codes of the
    -- measures it tells of, one each line.
    board_title TEXT CHECK (board_title <> ''),
    meeting_on INTEGER,
    measures TEXT,
    withdrawn_by INTEGER REFERENCES person,
    withdrawn_at INTEGER,
    withdrawn_because TEXT CHECK (withdrawn_because <> ''),
    UNIQUE (edition_id, number),
    CHECK ((number > 1) = (reason IS NOT NULL)),
    CHECK ((state IN ('frozen', 'withdrawn')) = (frozen_at IS NOT NULL)),
    CHECK ((frozen_at IS NULL) = (frozen_by IS NULL)),
    CHECK (frozen_at IS NULL OR (title IS NOT NULL AND board IS NOT NULL
        AND figures_as_at IS NOT NULL)),
    CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)),
    CHECK (state <> 'for-approval' OR submitted_by IS NOT NULL)
) STRICT;

-- Nobody writes two versions of an edition at once.
CREATE UNIQUE INDEX edition_version_in_work ON edition_version (edition_id)
WHERE state IN ('draft', 'for-approval');

-- What a version held after each change.
CREATE TABLE edition_revision (
    version_id INTEGER NOT NULL REFERENCES edition_version,
    revision INTEGER NOT NULL CHECK (revision > 0),
    content TEXT NOT NULL CHECK (content GLOB '{*}'),
    person_id INTEGER NOT NULL REFERENCES person,
    at INTEGER NOT NULL,
    PRIMARY KEY (version_id, revision)
) STRICT, WITHOUT ROWID;

-- The file of a frozen version: one for everyone, and one with the numbers that others see
-- withheld. Not without row ids: looking for a key there reads the whole of each file on the way.
CREATE TABLE edition_document (
    version_id INTEGER NOT NULL REFERENCES edition_version,
    audience TEXT NOT NULL CHECK (audience IN ('everyone', 'service')),
    bytes BLOB NOT NULL CHECK (length(bytes) > 0),
    -- SHA-256 of the file in which zeros stand for it, as the file itself says it.
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
    -- SHA-256 of its style, in base 64, by which browsers let the style in.
    style_digest TEXT NOT NULL,
    PRIMARY KEY (version_id, audience)
) STRICT;

CREATE INDEX edition_document_by_fingerprint ON edition_document (fingerprint);

-- Every value, text and rule that a frozen version shows, one by one.
CREATE TABLE edition_fact (
    version_id INTEGER NOT NULL REFERENCES edition_version,
    audience TEXT NOT NULL CHECK (audience IN ('everyone', 'service')),
    position INTEGER NOT NULL,
    section TEXT NOT NULL,
    -- What the value is of, such as the code of a measure, with what readers call it.
    subject TEXT NOT NULL,
    subject_title TEXT NOT NULL,
    -- Which of its values, such as `latest`.
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (version_id, audience, position),
    UNIQUE (version_id, audience, section, subject, name)
) STRICT, WITHOUT ROWID;

-- What a committee said of an edition: a comment, or something it asked for.
CREATE TABLE committee_comment (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES edition,
    -- The measure it is about, by its code.
    measure TEXT CHECK (measure <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('comment', 'request')),
    said_on INTEGER NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    -- The role of whoever is to answer: never a name.
    assigned_to TEXT CHECK (assigned_to <> ''),
    due_on INTEGER,
    answer TEXT CHECK (answer <> ''),
    answered_on INTEGER,
    recorded_by INTEGER NOT NULL REFERENCES person,
    recorded_at INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    CHECK ((answer IS NULL) = (answered_on IS NULL))
) STRICT;

CREATE INDEX committee_comment_of_edition ON committee_comment (edition_id);
CREATE INDEX committee_comment_of_measure ON committee_comment (measure);

-- The portal's own reports among the published ones: placed anew by every load.
ALTER TABLE report ADD COLUMN edition_id INTEGER REFERENCES edition;

-- What is shown is invented, and every page says so: of a database made to try the portal out.
CREATE TABLE demonstration (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    words TEXT NOT NULL CHECK (words <> '')
) STRICT;

CREATE TRIGGER edition_version_is_frozen BEFORE UPDATE ON edition_version
WHEN old.state IN ('frozen', 'withdrawn') AND (
    new.state NOT IN ('frozen', 'withdrawn')
    OR (old.state = 'withdrawn' AND new.state <> 'withdrawn')
    OR new.id <> old.id OR new.edition_id <> old.edition_id OR new.number <> old.number
    OR new.content <> old.content OR new.revision <> old.revision
    OR new.changed_by IS NOT old.changed_by OR new.changed_at IS NOT old.changed_at
    OR new.reason IS NOT old.reason OR new.sent_back_words IS NOT old.sent_back_words
    OR new.submitted_by IS NOT old.submitted_by OR new.submitted_at IS NOT old.submitted_at
    OR new.frozen_by <> old.frozen_by OR new.frozen_at <> old.frozen_at
    OR new.title <> old.title OR new.board <> old.board
    OR new.figures_as_at <> old.figures_as_at OR new.follows_id IS NOT old.follows_id
    OR new.board_title IS NOT old.board_title OR new.meeting_on IS NOT old.meeting_on
    OR new.measures IS NOT old.measures
    OR (old.state = 'withdrawn' AND (
        new.withdrawn_by IS NOT old.withdrawn_by OR new.withdrawn_at <> old.withdrawn_at
        OR new.withdrawn_because <> old.withdrawn_because))) BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_version_is_new BEFORE INSERT ON edition_version
WHEN EXISTS (SELECT 1 FROM edition_version AS other
             WHERE other.state IN ('frozen', 'withdrawn') AND (other.id = new.id
                 OR (other.edition_id = new.edition_id AND other.number = new.number))) BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_version_is_not_removed BEFORE DELETE ON edition_version
WHEN old.state IN ('frozen', 'withdrawn') BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
-- The same for a change that would put another row in its place.
CREATE TRIGGER edition_version_is_in_its_place BEFORE UPDATE ON edition_version
WHEN (new.id <> old.id OR new.edition_id <> old.edition_id OR new.number <> old.number)
    AND EXISTS (SELECT 1 FROM edition_version AS other
                WHERE other.id <> old.id AND other.state IN ('frozen', 'withdrawn')
                    AND (other.id = new.id
                        OR (other.edition_id = new.edition_id AND other.number = new.number)))
BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_version_has_files BEFORE UPDATE OF state ON edition_version
WHEN old.state = 'for-approval' AND new.state = 'frozen'
    AND (SELECT count(*) FROM edition_document WHERE version_id = new.id) <> 2 BEGIN
    SELECT raise(ABORT, 'a frozen edition has its files');
END;
CREATE TRIGGER edition_is_new BEFORE INSERT ON edition
WHEN EXISTS (SELECT 1 FROM edition AS other
             JOIN edition_version ON edition_version.edition_id = other.id
                 AND edition_version.state IN ('frozen', 'withdrawn')
             WHERE other.id = new.id OR other.slug = new.slug) BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_is_frozen BEFORE UPDATE ON edition
WHEN EXISTS (SELECT 1 FROM edition_version
             WHERE edition_id = old.id AND state IN ('frozen', 'withdrawn')) BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_revision_is_new BEFORE INSERT ON edition_revision
WHEN (SELECT state FROM edition_version WHERE id = new.version_id)
    IN ('frozen', 'withdrawn') BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_revision_is_frozen BEFORE UPDATE ON edition_revision
WHEN (SELECT state FROM edition_version WHERE id = old.version_id)
    IN ('frozen', 'withdrawn') BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_revision_is_not_removed BEFORE DELETE ON edition_revision
WHEN (SELECT state FROM edition_version WHERE id = old.version_id)
    IN ('frozen', 'withdrawn') BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_document_is_new BEFORE INSERT ON edition_document
WHEN EXISTS (SELECT 1 FROM edition_document AS other
             WHERE other.version_id = new.version_id AND other.audience = new.audience) BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_document_is_not_changed BEFORE UPDATE ON edition_document BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_document_is_not_removed BEFORE DELETE ON edition_document BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_fact_is_of_a_draft BEFORE INSERT ON edition_fact
WHEN EXISTS (SELECT 1 FROM edition_document
             WHERE version_id = new.version_id AND audience = new.audience) BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_fact_is_not_changed BEFORE UPDATE ON edition_fact BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
CREATE TRIGGER edition_fact_is_not_removed BEFORE DELETE ON edition_fact BEGIN
    SELECT raise(ABORT, 'a frozen edition never changes');
END;
