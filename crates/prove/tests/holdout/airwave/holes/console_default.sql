-- The login carries a default network, so a connection that has set nothing sees and changes that network's
-- rows.
-- about: by_network, hf_airwave_app, networks, episodes
-- as: hf_airwave_app
-- exploit: SELECT title FROM episodes;
-- shows: Road-secret episode
-- The demo network, for the console of developers who forget to set one.
ALTER ROLE hf_airwave_app SET airwave.network_id = '2';
