-- By which clock something is due, and the rule it follows, as its entry says.

ALTER TABLE due ADD COLUMN unit TEXT NOT NULL DEFAULT ''; -- 'hours', 'calendar-days', 'working-days', 'school-days'.
ALTER TABLE due ADD COLUMN rule TEXT NOT NULL DEFAULT ''; -- In words.
