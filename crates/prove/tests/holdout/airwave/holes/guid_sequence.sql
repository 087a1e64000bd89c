-- One sequence numbers the episodes of all networks and can be read; two readings tell how much others
-- publish.
-- about: episode_numbers, episodes
-- as: hf_airwave_app
-- exploit: SET airwave.network_id = '2';
-- exploit: INSERT INTO episodes (network_id, show_id, title) VALUES (2,
-- exploit:   'b0000000-0000-4000-8000-000000000002', 'x'), (2, 'b0000000-0000-4000-8000-000000000002', 'y');
-- exploit: SET airwave.network_id = '1';
-- exploit: SELECT 'others published up to ' || last_value AS r FROM episode_numbers;
-- shows: others published up to 4
CREATE SEQUENCE episode_numbers;
ALTER TABLE episodes ADD COLUMN number bigint NOT NULL DEFAULT nextval('episode_numbers');
GRANT USAGE, SELECT ON SEQUENCE episode_numbers TO hf_airwave_app;
