-- When those who made a promise are to say next what became of it.
ALTER TABLE pledge ADD COLUMN update_due INTEGER;
