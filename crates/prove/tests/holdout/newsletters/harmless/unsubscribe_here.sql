-- Unsubscribes an address with the caller's rights, so only in the publication of the session.
CREATE FUNCTION unsubscribe(p_email text) RETURNS void LANGUAGE sql AS $$
  UPDATE subscribers SET status = 'unsubscribed' WHERE lower(email) = lower(p_email)
$$;
