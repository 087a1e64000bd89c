-- The new rule for hosts became the whole check of written rows, so visits can be written at any company.
-- about: visits, staff_all
-- as: hf_knockdesk_app
-- exploit: SET app.claims = '{"uid": 11}';
-- exploit: INSERT INTO desk.visits VALUES ('birch', 900, 1, 1, 'guest@b.test', 'forged');
-- shows: INSERT 0 1
ALTER POLICY staff_all ON desk.visits WITH CHECK (host_no IS NOT NULL);
