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

CREATE INDEX audit_entry_of_subject ON audit_entry (subject_kind, subject, number);
CREATE INDEX audit_entry_of_person ON audit_entry (person_id, number);
CREATE INDEX audit_entry_of_action ON audit_entry (action, number);

CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_entry BEGIN
    SELECT raise(ABORT, 'the audit trail is only added to');
END;

CREATE TRIGGER audit_entry_is_not_removed BEFORE DELETE ON audit_entry BEGIN
    SELECT raise(ABORT, 'the audit trail is only added to');
END;

-- How long the trail is and how it ends, so that a missing end is seen, too.
CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

INSERT INTO audit_head (id, number, hash) VALUES (1, 0, '');

CREATE TRIGGER audit_head_is_not_removed BEFORE DELETE ON audit_head BEGIN
    SELECT raise(ABORT, 'the audit trail is only added to');
END;

CREATE TRIGGER audit_head_only_grows BEFORE UPDATE ON audit_head
WHEN new.number <> old.number + 1 BEGIN
    SELECT raise(ABORT, 'the audit trail is only added to');
END;
