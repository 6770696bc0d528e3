-- Where the figures of all councils lie, for one series, breakdown and period: the values below
-- which 1, 25, 50, 75 and 99 of 100 councils are.
-- Dates are whole days since 1970-01-01; decimals are whole hundred-millionths.

CREATE TABLE distribution (
    series_id INTEGER NOT NULL REFERENCES series ON DELETE CASCADE,
    breakdown_id INTEGER NOT NULL REFERENCES breakdown,
    ends_on INTEGER NOT NULL,
    period TEXT NOT NULL,
    -- How many councils have a figure.
    areas INTEGER NOT NULL CHECK (areas >= 100),
    p1 INTEGER NOT NULL,
    p25 INTEGER NOT NULL,
    median INTEGER NOT NULL,
    p75 INTEGER NOT NULL,
    p99 INTEGER NOT NULL,
    source_id INTEGER REFERENCES source,
    PRIMARY KEY (series_id, breakdown_id, ends_on, period),
    CHECK (p1 <= p25 AND p25 <= median AND median <= p75 AND p75 <= p99)
) STRICT, WITHOUT ROWID;
