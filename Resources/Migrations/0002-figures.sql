-- What has been published: series of figures, by area, breakdown and period.
-- Dates are whole days since 1970-01-01; decimals are whole hundred-millionths.

CREATE TABLE area (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind IN ('local', 'country', 'region', 'authority', 'median', 'nhs')),
    region TEXT,
    position INTEGER NOT NULL
) STRICT;

CREATE INDEX area_of_kind ON area (kind);

CREATE TABLE neighbour (
    model TEXT NOT NULL,
    area_id INTEGER NOT NULL REFERENCES area,
    rank INTEGER NOT NULL CHECK (rank > 0),
    neighbour_id INTEGER NOT NULL REFERENCES area,
    closeness TEXT,
    PRIMARY KEY (model, area_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    publisher TEXT NOT NULL,
    publication TEXT NOT NULL,
    read_from TEXT,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE breakdown (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    dimension TEXT,
    position INTEGER NOT NULL
) STRICT;

-- The groups that together make up a whole, each once, in one way of dividing it; without a
-- whole they are shares of one that has no group of its own.
CREATE TABLE partition (
    id INTEGER PRIMARY KEY,
    whole_id INTEGER REFERENCES breakdown,
    division TEXT NOT NULL,
    part_id INTEGER NOT NULL REFERENCES breakdown,
    CHECK (whole_id IS NOT part_id)
) STRICT;

CREATE UNIQUE INDEX partition_part
ON partition (coalesce(whole_id, 0), division, part_id);

CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    unit TEXT NOT NULL,
    value_kind TEXT NOT NULL CHECK (
        value_kind IN
        ('percentage', 'rate', 'count', 'score', 'points', 'composition', 'narrative')),
    period_kind TEXT NOT NULL CHECK (
        period_kind IN
        ('FQ', 'FY', 'AY', 'CY', 'TERM', 'SCHOOL-TERM', 'MONTH', 'SNAP', 'P3', 'SURVEY', 'PARTS',
         'UNKNOWN')),
    caution TEXT,
    position INTEGER NOT NULL
) STRICT;

-- The first period after something changed, across which figures are not compared.
CREATE TABLE series_break (
    series_id INTEGER NOT NULL REFERENCES series ON DELETE CASCADE,
    ends_on INTEGER NOT NULL,
    period TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (series_id, ends_on, period)
) STRICT, WITHOUT ROWID;

-- The figures of one series for one breakdown and one area: a line of a chart.
CREATE TABLE line (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES series ON DELETE CASCADE,
    breakdown_id INTEGER NOT NULL REFERENCES breakdown,
    area_id INTEGER NOT NULL REFERENCES area,
    UNIQUE (series_id, breakdown_id, area_id)
) STRICT;

-- Each figure as everyone may see it: one that small numbers forbid to show is kept here without
-- its numbers, and with them in true_figure.
-- Keyed so that the figures of a line lie side by side, oldest first.
CREATE TABLE figure (
    line_id INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
    ends_on INTEGER NOT NULL,
    period TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('final', 'revised', 'provisional')),
    value INTEGER,
    numerator INTEGER,
    denominator INTEGER,
    marker TEXT,
    source_id INTEGER REFERENCES source,
    PRIMARY KEY (line_id, ends_on, period, status),
    CHECK (value IS NOT NULL OR marker IS NOT NULL),
    CHECK (marker IS NOT 'c' OR (value IS NULL AND numerator IS NULL AND denominator IS NULL))
) STRICT, WITHOUT ROWID;

-- What officers of the service see in place of a figure that everyone may see only withheld or
-- rounded.
CREATE TABLE true_figure (
    line_id INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
    ends_on INTEGER NOT NULL,
    period TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('final', 'revised', 'provisional')),
    value INTEGER,
    numerator INTEGER,
    denominator INTEGER,
    marker TEXT,
    PRIMARY KEY (line_id, ends_on, period)
) STRICT, WITHOUT ROWID;

-- What a publisher has since replaced, kept for the record with its numbers: no page may show a
-- row of it without asking what may be shown of that period's versions.
CREATE TABLE superseded_figure (
    line_id INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
    ends_on INTEGER NOT NULL,
    period TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('final', 'revised', 'provisional')),
    value INTEGER,
    numerator INTEGER,
    denominator INTEGER,
    marker TEXT,
    source_id INTEGER REFERENCES source,
    PRIMARY KEY (line_id, ends_on, period, status)
) STRICT, WITHOUT ROWID;

-- The one version of each figure that readers see.
CREATE VIEW published_figure AS
SELECT line_id, ends_on, period, status, value, numerator, denominator, marker, source_id
FROM figure;

-- The same, as officers of the service see it.
CREATE VIEW service_figure AS
SELECT figure.line_id, figure.ends_on, figure.period,
       coalesce(true_figure.status, figure.status) AS status,
       CASE WHEN true_figure.line_id IS NULL THEN figure.value
            ELSE true_figure.value END AS value,
       CASE WHEN true_figure.line_id IS NULL THEN figure.numerator
            ELSE true_figure.numerator END AS numerator,
       CASE WHEN true_figure.line_id IS NULL THEN figure.denominator
            ELSE true_figure.denominator END AS denominator,
       CASE WHEN true_figure.line_id IS NULL THEN figure.marker
            ELSE true_figure.marker END AS marker,
       figure.source_id
FROM figure
LEFT JOIN true_figure ON true_figure.line_id = figure.line_id
    AND true_figure.ends_on = figure.ends_on AND true_figure.period = figure.period;

-- Which published series serve a measure, and how well.
CREATE TABLE measure_series (
    measure_id INTEGER NOT NULL REFERENCES measure ON DELETE CASCADE,
    position INTEGER NOT NULL,
    series_id INTEGER NOT NULL REFERENCES series,
    breakdown_id INTEGER NOT NULL REFERENCES breakdown,
    role TEXT NOT NULL CHECK (role IN ('headline', 'part', 'related')),
    match TEXT NOT NULL CHECK (match IN ('exact', 'close', 'related')),
    transform TEXT NOT NULL CHECK (transform IN ('none', 'complement', 'numerator')),
    label TEXT,
    note TEXT,
    -- The lines of the partnership's own area and of its country, where there are any.
    local_line_id INTEGER REFERENCES line,
    country_line_id INTEGER REFERENCES line,
    -- The series' own, kept here too so that a scorecard need not look it up.
    period_kind TEXT NOT NULL,
    PRIMARY KEY (measure_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX measure_series_of_series ON measure_series (series_id);

-- What was last loaded from files, so that loading the same again can be skipped.
CREATE TABLE load (
    name TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    loaded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
