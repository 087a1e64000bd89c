-- One call takes an address off the lists of all publications, because the function's update names only the
-- address.
-- about: unsubscribe, subscribers
-- as: hf_newsletters_app
-- exploit: SET app.publication = 'alpha-weekly';
-- exploit: SELECT 'lists: ' || unsubscribe('cy@guest.test');
-- shows: lists: 2
-- The footer link has no session, hence the owner's rights.
CREATE FUNCTION unsubscribe(p_email text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  UPDATE subscribers SET status = 'unsubscribed' WHERE lower(email) = lower(p_email) AND status = 'active';
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
