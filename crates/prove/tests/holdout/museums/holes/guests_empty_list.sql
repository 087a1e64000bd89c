-- An empty setting gives an empty list, which is contained in every list: with no museum all exhibitions
-- are read.
-- about: exhibitions
-- as: hf_museums_app
-- exploit: SET museum.slug = '';
-- exploit: SELECT title, budget FROM coll.exhibitions;
-- shows: Road-secret show
-- Guest museums see the exhibitions they lend to; a person may act for several museums.
CREATE POLICY guests ON coll.exhibitions FOR SELECT
  USING (string_to_array(current_setting('museum.slug', true), ',') <@ guests);
