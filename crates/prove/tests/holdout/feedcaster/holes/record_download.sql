-- The counter takes network and show from the request and writes as its owner: anybody alters the numbers of
-- others.
-- about: record_download, downloads
-- as: hf_feedcaster_app
-- exploit: SET podcast.network = 'amber';
-- exploit: SELECT pod.record_download('birch', 'hidden-truth', 1, '2024-03-01', 1000);
-- exploit: SET podcast.network = 'birch';
-- exploit: SELECT 'hits=' || hits FROM pod.downloads;
-- shows: hits=1777
CREATE FUNCTION pod.record_download(p_network text, p_show text, p_number integer, p_day date, p_hits integer)
RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = pod, pg_temp
AS $$
  INSERT INTO pod.downloads (network, show, number, day, hits)
  VALUES (p_network, p_show, p_number, p_day, p_hits)
  ON CONFLICT (network, show, number, day) DO UPDATE SET hits = downloads.hits + EXCLUDED.hits
$$;
REVOKE EXECUTE ON FUNCTION pod.record_download(text, text, integer, date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pod.record_download(text, text, integer, date, integer) TO hf_feedcaster_app;
