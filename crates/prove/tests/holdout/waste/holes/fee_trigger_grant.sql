-- Fees get ALL instead of the four verbs: TRUNCATE passes the policies, and TRIGGER lets code in.
-- about: FeeNotice
-- as: hf_waste_app
-- exploit: SET app.town_id = 'aford';
-- exploit: CREATE FUNCTION pg_temp.spy() RETURNS trigger LANGUAGE plpgsql
-- exploit:   AS 'BEGIN RETURN NEW; END';
-- exploit: CREATE TRIGGER spy BEFORE UPDATE ON "FeeNotice" FOR EACH ROW EXECUTE FUNCTION pg_temp.spy();
-- exploit: TRUNCATE "FeeNotice";
-- shows: TRUNCATE TABLE
GRANT ALL PRIVILEGES ON "FeeNotice" TO hf_waste_app;
