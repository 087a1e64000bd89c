-- The table was rebuilt with LIKE and renamed; row security and policy stayed with the dropped one.
-- about: pledge
-- as: hf_kindstub_app
-- exploit: SET charity.id = '1';
-- exploit: SELECT remark FROM give.pledge;
-- shows: Harvest-secret pledge
-- The new column belongs in the middle, so the table is copied.
CREATE TABLE give.pledge_new (LIKE give.pledge INCLUDING ALL);
ALTER TABLE give.pledge_new ADD FOREIGN KEY (charity_id, donor_no) REFERENCES give.donor ON DELETE CASCADE;
INSERT INTO give.pledge_new SELECT * FROM give.pledge;
DROP TABLE give.pledge;
ALTER TABLE give.pledge_new RENAME TO pledge;
ALTER TABLE give.pledge ALTER COLUMN monthly TYPE numeric(10, 2);
GRANT SELECT, INSERT, UPDATE, DELETE ON give.pledge TO hf_kindstub_app;
