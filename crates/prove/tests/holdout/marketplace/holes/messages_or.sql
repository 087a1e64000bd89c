-- Notes that are not internal are for both sides; the OR takes in every message of a thread the firm also
-- uses.
-- about: messages
-- as: hf_marketplace_app
-- exploit: SET app.firm_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: INSERT INTO market.messages (firm_id, thread, body) VALUES (market.firm(), 't1', 'hello');
-- exploit: SELECT body FROM market.messages;
-- shows: message-secret
CREATE FUNCTION market.in_thread(p_thread text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = market, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM market.messages m WHERE m.thread = p_thread AND m.firm_id = market.firm())
$$;
CREATE POLICY thread_reads ON market.messages FOR SELECT TO hf_marketplace_app
  USING (NOT is_internal AND firm_id = market.firm() OR market.in_thread(thread));
