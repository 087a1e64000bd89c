-- An index, and a check.
CREATE INDEX donors_name ON gen.donors (institute_id, name);
ALTER TABLE gen.donors ADD CONSTRAINT named CHECK (name <> '');
