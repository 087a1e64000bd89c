-- The policy was meant for published episodes of the own network, but a draft has a date too: all dated
-- ones are read.
-- about: episodes
-- as: hf_podcasts_app
-- exploit: SET app.network = '1';
-- exploit: SELECT title, notes FROM episodes;
-- shows: Road-secret notes
-- The directory lists episodes of all networks once they are out.
CREATE POLICY episodes_directory ON episodes FOR SELECT
  USING (status = 'published' OR publish_at IS NOT NULL);
