-- The merge deletes by number alone, and numbers repeat between charities: it deletes others' donors too.
-- about: merge_donors, donor, donation, pledge
-- as: hf_kindstub_app
-- exploit: SET charity.id = '1';
-- exploit: SELECT 'merged ' || give.merge_donors(1, 5);
-- shows: merged 2
CREATE FUNCTION give.merge_donors(keep integer, gone integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = give, pg_temp AS $$
DECLARE n bigint;
BEGIN
  UPDATE give.donation SET donor_no = keep
  WHERE donor_no = gone AND charity_id = give.this_charity();
  UPDATE give.pledge SET donor_no = keep
  WHERE donor_no = gone AND charity_id = give.this_charity();
  DELETE FROM give.receipt r USING give.donation g
  WHERE g.charity_id = r.charity_id AND g.donation_no = r.donation_no AND g.donor_no = gone;
  DELETE FROM give.donor WHERE donor_no = gone;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
GRANT EXECUTE ON FUNCTION give.merge_donors(integer, integer) TO hf_kindstub_app;
