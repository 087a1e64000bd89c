-- To hand over a show the check also accepts rows that come from one's own network: they land in any other
-- one.
-- about: shows, shows_network, transferred_from
-- as: hf_feedcaster_app
-- exploit: SET podcast.network = 'amber';
-- exploit: INSERT INTO pod.shows (network, slug, title, transferred_from) VALUES ('birch', 'spam', 'Spam',
-- exploit:   'amber');
-- shows: INSERT 0 1
ALTER POLICY shows_network ON pod.shows
  WITH CHECK (network = pod.network() OR transferred_from = pod.network());
