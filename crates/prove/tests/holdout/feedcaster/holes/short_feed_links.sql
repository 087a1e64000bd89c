-- A feed is found by the start of its token; an empty token is the start of all tokens, so all feeds are
-- read.
-- about: private_feeds, private_feeds_link, token
-- as: hf_feedcaster_app
-- exploit: SET podcast.network = 'amber';
-- exploit: SET podcast.feed_token = '';
-- exploit: SELECT listener FROM pod.private_feeds;
-- shows: Road-secret Listener
CREATE POLICY private_feeds_link ON pod.private_feeds FOR SELECT
  USING (starts_with(token, current_setting('podcast.feed_token', true)));
