-- Tenant A takes the next message of anybody from the outbox: the function runs as its owner.
-- about: next_message
-- as: hf_mailings_app
-- exploit: SET mail.sender = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT mail.next_message(), mail.next_message();
-- shows: body-secret
CREATE FUNCTION mail.next_message() RETURNS text LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM mail.outbox o WHERE o.ctid = (SELECT ctid FROM mail.outbox ORDER BY body LIMIT 1)
  RETURNING o.body
$$;
