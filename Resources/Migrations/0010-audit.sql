-- Who did what, when, from where and why; nothing here is ever changed.

CREATE TABLE audit_entry (
    number INTEGER PRIMARY KEY,
    -- Seconds since 1970.
    at INTEGER NOT NULL,
    -- Who acted, as known then; names may change later, the number of the person does not.
    person_id INTEGER REFERENCES person,
    actor TEXT NOT NULL,
    address TEXT NOT NULL,
    request TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- JSON objects of texts.
    before TEXT CHECK (before GLOB '{*}'),
    after TEXT CHECK (after GLOB '{*}'),
    reason TEXT,
    -- SHA-256 over the entry before and this one, in hexadecimal.
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

-- The trail is read from its newest entry on, so each way to choose among entries ends with that.
CREATE INDEX audit_entry_of_subject ON audit_entry (subject, number);
CREATE INDEX audit_entry_of_actor ON audit_entry (actor COLLATE NOCASE, number);
CREATE INDEX audit_entry_of_address ON audit_entry (address, number);
CREATE INDEX audit_entry_of_action ON audit_entry (action, number);
CREATE INDEX audit_entry_of_kind ON audit_entry (subject_kind, number);
-- Clocks may jump back: numbers are in order, times need not be.
CREATE INDEX audit_entry_of_time ON audit_entry (at, number);
CREATE INDEX audit_entry_with_reason ON audit_entry (number) WHERE reason IS NOT NULL;
-- People are looked up by it when one is to be taken away.
CREATE INDEX audit_entry_of_person ON audit_entry (person_id);

-- How long the trail is and how it ends, so that a missing end is seen, too.
CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

INSERT INTO audit_head (id, number, hash) VALUES (1, 0, '');

-- A REPLACE removes rows without asking the trigger that guards against that.
CREATE TRIGGER audit_entry_is_the_next BEFORE INSERT ON audit_entry
WHEN new.number IS NOT (SELECT number + 1 FROM audit_head) BEGIN
    SELECT raise(ABORT, 'the audit trail is only added to');
END;

CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_entry BEGIN
    SELECT raise(ABORT, 'the audit trail is only added to');
END;

CREATE TRIGGER audit_entry_is_not_removed BEFORE DELETE ON audit_entry BEGIN
    SELECT raise(ABORT, 'the audit trail is only added to');
END;

CREATE TRIGGER audit_head_is_not_added BEFORE INSERT ON audit_head BEGIN
    SELECT raise(ABORT, 'the audit trail is only added to');
END;

CREATE TRIGGER audit_head_is_not_removed BEFORE DELETE ON audit_head BEGIN
    SELECT raise(ABORT, 'the audit trail is only added to');
END;

CREATE TRIGGER audit_head_only_grows BEFORE UPDATE ON audit_head
WHEN new.id <> 1 OR new.number <> old.number + 1
    OR new.hash IS NOT (SELECT hash FROM audit_entry WHERE number = new.number) BEGIN
    SELECT raise(ABORT, 'the audit trail is only added to');
END;
