-- People who sign in, what they may do, and that they are here.
-- Times are seconds since 1970. Tokens, codes and devices are kept as SHA-256 only.

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    user_name TEXT NOT NULL UNIQUE CHECK (
        length(user_name) BETWEEN 2 AND 64 AND user_name NOT GLOB '*[^a-z0-9._-]*'),
    email TEXT NOT NULL UNIQUE CHECK (
        email LIKE '%_@_%' AND length(email) <= 254 AND email = lower(email)),
    name TEXT NOT NULL CHECK (name <> '' AND length(name) <= 100),
    service TEXT CHECK (service <> ''),
    state TEXT NOT NULL CHECK (state IN ('active', 'disabled')) DEFAULT 'active',
    -- As libcrypt writes it; none until the person has chosen one.
    password_hash TEXT,
    must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)) DEFAULT 0,
    password_set_at INTEGER,
    created_at INTEGER NOT NULL,
    signed_in_at INTEGER,
    -- Grows with each change, so that two who edit one person do not undo each other.
    revision INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Scopes name strategies and measures by what files call them, since a load makes those anew.
CREATE TABLE person_role (
    person_id INTEGER NOT NULL REFERENCES person,
    role TEXT NOT NULL CHECK (
        role IN ('reader', 'officer', 'approver', 'administrator', 'auditor')),
    scope_kind TEXT NOT NULL CHECK (
        scope_kind IN ('everything', 'strategy', 'service', 'measure')),
    scope TEXT NOT NULL CHECK ((scope = '') = (scope_kind = 'everything')),
    PRIMARY KEY (person_id, role, scope_kind, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
    person_id INTEGER NOT NULL REFERENCES person,
    method TEXT NOT NULL CHECK (method IN ('password', 'single-sign-on')),
    -- Whether the second factor was given, or none is asked for.
    is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
    began_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    ended_at INTEGER,
    end_reason TEXT CHECK (
        end_reason IN
        ('signed-out', 'signed-out-elsewhere', 'replaced', 'password-changed', 'roles-changed',
         'disabled', 'signed-on-as-another')),
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
) STRICT;

CREATE INDEX session_of_person ON session (person_id, began_at);

-- An authenticator app's secret; without confirmation it is only being set up.
CREATE TABLE second_factor (
    person_id INTEGER PRIMARY KEY REFERENCES person,
    secret BLOB NOT NULL CHECK (length(secret) = 20),
    confirmed_at INTEGER,
    -- The last period of 30 seconds whose code was used, so that none is used twice.
    last_step INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE recovery_code (
    person_id INTEGER NOT NULL REFERENCES person,
    code_hash TEXT NOT NULL CHECK (length(code_hash) = 64),
    used_at INTEGER,
    PRIMARY KEY (person_id, code_hash)
) STRICT, WITHOUT ROWID;

-- A way to a password for who has none or has forgotten it; without a person it makes the first
-- administrator.
CREATE TABLE one_time_link (
    token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
    person_id INTEGER REFERENCES person,
    purpose TEXT NOT NULL CHECK (purpose IN ('set-up', 'first-password', 'reset')),
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL CHECK (expires_at > made_at),
    used_at INTEGER,
    CHECK ((person_id IS NULL) = (purpose = 'set-up'))
) STRICT, WITHOUT ROWID;

-- Wrong passwords and codes, by account, address or device.
CREATE TABLE sign_in_failure (
    bucket TEXT PRIMARY KEY,
    failures REAL NOT NULL CHECK (failures >= 0),
    last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_failure_by_age ON sign_in_failure (last_at);

-- Browsers from which a person has signed in; strangers' failures do not slow them down.
CREATE TABLE known_device (
    token_hash TEXT NOT NULL CHECK (length(token_hash) = 64),
    person_id INTEGER NOT NULL REFERENCES person,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (token_hash, person_id)
) STRICT, WITHOUT ROWID;

-- What was answered to a form, for who sends it twice.
CREATE TABLE submission (
    session_hash TEXT NOT NULL,
    path TEXT NOT NULL,
    key TEXT NOT NULL,
    -- Of the whole form: the same key with other content is not the same form twice.
    content_hash TEXT NOT NULL,
    location TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (session_hash, path, key)
) STRICT, WITHOUT ROWID;

-- What was typed into a form that was sent after its session had ended; never saved by itself.
CREATE TABLE held_form (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    path TEXT NOT NULL,
    body BLOB NOT NULL,
    held_at INTEGER NOT NULL
) STRICT;

CREATE INDEX held_form_of_session ON held_form (session_id);
