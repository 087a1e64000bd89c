-- The badge counts the unread conversations of all accounts, not only those of the agent.
-- about: unread_badge, conversations
-- as: hf_chatnook_app
-- exploit: SET app.user_id = '1';
-- exploit: SELECT 'unread: ' || unread_badge();
-- shows: unread: 1
CREATE FUNCTION unread_badge() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT count(*) FROM conversations WHERE unread AND current_user_id() IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION unread_badge() TO hf_chatnook_app;
