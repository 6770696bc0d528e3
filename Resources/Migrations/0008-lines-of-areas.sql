-- The lines of one area: without this, whoever asks for the groups of children of the
-- partnership's own area reads the lines of every other too.

CREATE INDEX line_of_area ON line (area_id, series_id, breakdown_id);
