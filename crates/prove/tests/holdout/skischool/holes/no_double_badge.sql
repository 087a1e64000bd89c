-- Lessons of one badge may not overlap, but badges of all schools are compared: the error tells a
-- rival's hours.
-- about: lessons, lessons_no_overlap
-- as: hf_skischool_app
-- exploit: SET ski.school = 'hill';
-- exploit: INSERT INTO instructors VALUES ('hill', 7, 'probe');
-- exploit: INSERT INTO lessons VALUES ('hill', 50, 'a', 7, '[2026-01-06 09:30+00,2026-01-06 09:40+00)');
-- shows: conflicting key value violates exclusion constraint
ALTER TABLE lessons ADD CONSTRAINT lessons_no_overlap
  EXCLUDE USING gist (int4range(badge, badge, '[]') WITH &&, during WITH &&);
