-- Feed slugs are unique over all studios, so a failing insert tells which feeds other studios have.
-- about: shows, shows_feed_slug_key, feed_slug
-- as: hf_micbooth_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: \set VERBOSITY verbose
-- exploit: INSERT INTO studio.shows (studio_id, title, feed_slug)
-- exploit: VALUES ('a1000000-0000-4000-8000-000000000000', 'Probe', 'road-talk');
-- shows: 23505
ALTER TABLE studio.shows DROP CONSTRAINT shows_studio_id_feed_slug_key;
ALTER TABLE studio.shows ADD CONSTRAINT shows_feed_slug_key UNIQUE (feed_slug);
