-- When the dates of a round or its note were last changed, closing and opening it again included.

ALTER TABLE collection_round ADD COLUMN changed_at INTEGER;
