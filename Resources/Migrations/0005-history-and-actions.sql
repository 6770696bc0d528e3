-- Who answers for a measure, how its figures came to be what they are, and what is done about it.
-- Dates are whole days since 1970-01-01; decimals are whole hundred-millionths.

ALTER TABLE measure ADD COLUMN service TEXT;
ALTER TABLE measure ADD COLUMN owner_role TEXT;
-- The measure that took the place of one that is no longer collected.
ALTER TABLE measure ADD COLUMN replaced_by_id INTEGER REFERENCES measure ON DELETE SET NULL;

-- Every version of the partnership's own figures, as it was loaded and with its true numbers. Rows
-- are added and never changed or taken away; one without value and marker says that the figure is
-- no longer in the files. No page may read it: what may be shown is in published_revision.
CREATE TABLE figure_version (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES series ON DELETE CASCADE,
    breakdown_id INTEGER NOT NULL REFERENCES breakdown ON DELETE CASCADE,
    area_id INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
    ends_on INTEGER NOT NULL,
    period TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('final', 'revised', 'provisional')),
    value INTEGER,
    numerator INTEGER,
    denominator INTEGER,
    marker TEXT,
    -- The day on which it was first loaded; publishers' own dates are not in the files.
    known_on INTEGER NOT NULL,
    -- Whether it is the version that stands now.
    is_present INTEGER NOT NULL DEFAULT 0 CHECK (is_present IN (0, 1))
) STRICT;

CREATE INDEX figure_version_of_figure
ON figure_version (series_id, breakdown_id, area_id, ends_on, period);

-- The same, as everyone may see it: made anew from the versions by every load.
CREATE TABLE published_revision (
    series_id INTEGER NOT NULL REFERENCES series ON DELETE CASCADE,
    breakdown_id INTEGER NOT NULL REFERENCES breakdown ON DELETE CASCADE,
    ends_on INTEGER NOT NULL,
    period TEXT NOT NULL,
    -- Counted from 0, the oldest first.
    place INTEGER NOT NULL CHECK (place >= 0),
    known_on INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('final', 'revised', 'provisional')),
    value INTEGER,
    numerator INTEGER,
    denominator INTEGER,
    marker TEXT,
    PRIMARY KEY (series_id, breakdown_id, ends_on, period, place),
    CHECK (marker IS NOT 'c' OR (value IS NULL AND numerator IS NULL AND denominator IS NULL))
) STRICT, WITHOUT ROWID;

-- What those who answer for a measure say of one of its figures.
CREATE TABLE commentary (
    id INTEGER PRIMARY KEY,
    measure_id INTEGER NOT NULL REFERENCES measure ON DELETE CASCADE,
    period TEXT NOT NULL,
    what_happened TEXT NOT NULL,
    why TEXT,
    what_we_are_doing TEXT,
    author_role TEXT NOT NULL,
    published_on INTEGER NOT NULL,
    UNIQUE (measure_id, period)
) STRICT;

-- What is done about a measure, about an objective, or about both.
CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    measure_id INTEGER REFERENCES measure ON DELETE CASCADE,
    objective_id INTEGER REFERENCES objective ON DELETE CASCADE,
    what TEXT NOT NULL,
    owner_role TEXT NOT NULL,
    due_on INTEGER,
    progress TEXT,
    state TEXT NOT NULL CHECK (state IN ('not-started', 'under-way', 'done', 'stopped')),
    updated_on INTEGER NOT NULL,
    CHECK (measure_id IS NOT NULL OR objective_id IS NOT NULL)
) STRICT;

CREATE INDEX action_of_measure ON action (measure_id);
CREATE INDEX action_of_objective ON action (objective_id);

-- What the service expects a figure to come to.
CREATE TABLE forecast (
    measure_id INTEGER NOT NULL REFERENCES measure ON DELETE CASCADE,
    period TEXT NOT NULL,
    value INTEGER NOT NULL,
    by_role TEXT NOT NULL,
    made_on INTEGER NOT NULL,
    PRIMARY KEY (measure_id, period, made_on)
) STRICT, WITHOUT ROWID;
