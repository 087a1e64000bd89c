-- For short addresses a show's slug is unique over all networks: the error betrays the unpublished shows of
-- others.
-- about: shows, shows_slug_key, slug
-- as: hf_feedcaster_app
-- exploit: SET podcast.network = 'amber';
-- exploit: INSERT INTO pod.shows (network, slug, title) VALUES ('amber', 'hidden-truth', 'Probe');
-- shows: shows_slug_key
CREATE UNIQUE INDEX shows_slug_key ON pod.shows (slug);
