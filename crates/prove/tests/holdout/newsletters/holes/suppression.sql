-- Whoever asks learns that an address complained to another publication, because the check looks at all
-- subscribers.
-- about: is_suppressed, subscribers
-- as: hf_newsletters_app
-- exploit: SET app.publication = 'alpha-weekly';
-- exploit: SELECT 'known: ' || is_suppressed('Road-secret@guest.test');
-- shows: known: true
-- Addresses that complained once must not be written to again; imports ask here.
CREATE FUNCTION is_suppressed(p_email text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM subscribers WHERE email = p_email AND status = 'complained')
$$;
