-- GRANT ALL includes TRUNCATE, which knows no row security: one login empties the table for everybody.
-- about: announcements
-- as: hf_kitlocker_app
-- exploit: SET kit.association = '1';
-- exploit: TRUNCATE kit.announcements;
-- shows: TRUNCATE TABLE
ALTER TABLE kit.announcements ADD COLUMN pinned boolean NOT NULL DEFAULT false;
GRANT ALL ON kit.announcements TO hf_kitlocker_app;
