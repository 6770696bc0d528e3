-- The same targets, with the columns of their key first: where they are not, SQLite before 3.41
-- takes other columns for empty when it is asked whether the file is whole.

CREATE TABLE target_by_key (
    measure_id INTEGER NOT NULL REFERENCES measure ON DELETE CASCADE,
    -- 2932896, the last day of 9999, where no end is set.
    ends_on INTEGER NOT NULL DEFAULT 2932896,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('at-least', 'at-most', 'within', 'floor', 'maintain')),
    value INTEGER NOT NULL,
    -- The other end of a range, or the aim above a floor.
    upper INTEGER CHECK (upper >= value),
    -- A value that moves with time: days and values, such as 2025-03-31 60; 2027-03-31 72.5.
    milestones TEXT,
    milestone_shape TEXT CHECK (milestone_shape IN ('linear', 'listed')),
    tolerance INTEGER NOT NULL CHECK (tolerance >= 0),
    tolerance_kind TEXT NOT NULL CHECK (tolerance_kind IN ('absolute', 'relative')),
    starts_on INTEGER,
    baseline_value INTEGER,
    baseline_period TEXT,
    scope TEXT NOT NULL CHECK (scope IN ('national', 'local')),
    set_by TEXT,
    set_on TEXT,
    printed TEXT,
    source_document TEXT,
    note TEXT,
    PRIMARY KEY (measure_id, ends_on, position),
    CHECK (ends_on >= starts_on),
    CHECK (kind <> 'within' OR upper IS NOT NULL),
    CHECK (upper IS NULL OR kind IN ('within', 'floor')),
    CHECK ((milestones IS NULL) = (milestone_shape IS NULL)),
    CHECK (milestones IS NULL OR kind IN ('at-least', 'at-most')),
    CHECK (tolerance_kind = 'absolute' OR value > 0)
) STRICT, WITHOUT ROWID;

INSERT INTO target_by_key (
    measure_id, ends_on, position, kind, value, upper, milestones, milestone_shape, tolerance,
    tolerance_kind, starts_on, baseline_value, baseline_period, scope, set_by, set_on, printed,
    source_document, note)
SELECT
    measure_id, ends_on, position, kind, value, upper, milestones, milestone_shape, tolerance,
    tolerance_kind, starts_on, baseline_value, baseline_period, scope, set_by, set_on, printed,
    source_document, note
FROM target;

DROP TABLE target;
ALTER TABLE target_by_key RENAME TO target;
