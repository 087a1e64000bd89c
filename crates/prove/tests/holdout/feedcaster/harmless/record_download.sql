-- The counter writes as its owner but always for the network of the session, never for one from the request.
CREATE FUNCTION pod.record_download(p_show text, p_number integer, p_day date, p_hits integer)
RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = pod, pg_temp
AS $$
  INSERT INTO pod.downloads (network, show, number, day, hits)
  VALUES (pod.network(), p_show, p_number, p_day, p_hits)
  ON CONFLICT (network, show, number, day) DO UPDATE SET hits = downloads.hits + EXCLUDED.hits
$$;
REVOKE EXECUTE ON FUNCTION pod.record_download(text, integer, date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pod.record_download(text, integer, date, integer) TO hf_feedcaster_app;
