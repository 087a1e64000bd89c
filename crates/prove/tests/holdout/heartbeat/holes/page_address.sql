-- Addresses of status pages are unique over all teams, private pages included; a failed insert reveals
-- them.
-- about: status_pages, status_pages_slug, slug
-- as: hf_heartbeat_app
-- exploit: SET request.jwt.claims = '{"sub":"usr_ann"}';
-- exploit: INSERT INTO status_pages (team_id, slug, title, is_public) VALUES ('tm_north', 'road', 'x',
-- exploit:   false);
-- shows: status_pages_slug
-- status.example.test/<slug> needs one owner for each address.
CREATE UNIQUE INDEX status_pages_slug ON status_pages (lower(slug));
