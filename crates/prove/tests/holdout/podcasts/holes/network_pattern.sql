-- Without a match the pattern gives null, and the new function then says network 2, the one of the
-- demonstration.
-- about: app_network, ad_slots
-- as: hf_podcasts_app
-- exploit: SET app.network = 'none';
-- exploit: SELECT name FROM sponsors;
-- shows: Road-secret sponsor
-- Visitors without an account look at the demonstration network.
CREATE OR REPLACE FUNCTION app_network() RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT coalesce(substring(current_setting('app.network', true) FROM '^([0-9]+)$')::bigint, 2)
$$;
