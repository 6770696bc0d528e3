-- Published figures of many areas, which one file brings beside those that the folders' files list.
--
-- What the folders list is told on pages; what the file brings is there beside it, and each is
-- loaded anew without touching the other. The lines that the file brings have ids from
-- 70368744177664 (2 to the power of 46) on: so the figures of the two lie apart, and either can
-- be taken away without reading the other. Whoever adds another line has to give it an id below.

-- Whether the folders' files name it. Pages that list areas of a kind keep to such.
ALTER TABLE area ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 1 CHECK (is_listed IN (0, 1));
ALTER TABLE source ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 1 CHECK (is_listed IN (0, 1));
ALTER TABLE breakdown ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 1 CHECK (is_listed IN (0, 1));
ALTER TABLE series ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 1 CHECK (is_listed IN (0, 1));

-- Whether the file of many areas names it.
ALTER TABLE area ADD COLUMN is_wide INTEGER NOT NULL DEFAULT 0 CHECK (is_wide IN (0, 1));
ALTER TABLE source ADD COLUMN is_wide INTEGER NOT NULL DEFAULT 0 CHECK (is_wide IN (0, 1));
ALTER TABLE breakdown ADD COLUMN is_wide INTEGER NOT NULL DEFAULT 0 CHECK (is_wide IN (0, 1));
ALTER TABLE series ADD COLUMN is_wide INTEGER NOT NULL DEFAULT 0 CHECK (is_wide IN (0, 1));

CREATE INDEX listed_area ON area (kind) WHERE is_listed;

-- What refers to a line, looked up for each line that is taken away.
CREATE INDEX measure_series_of_local_line ON measure_series (local_line_id);
CREATE INDEX measure_series_of_country_line ON measure_series (country_line_id);
