-- The INSERT policy accepts every network as long as the rate is positive; a row can be put into another
-- network.
-- about: sponsors, sponsors_insert
-- as: hf_airwave_app
-- exploit: SET airwave.network_id = '1';
-- exploit: INSERT INTO sponsors (network_id, name, rate_cents) VALUES (2, 'Fake', 1);
-- shows: INSERT 0 1
-- Rates below zero came in by a form.
CREATE POLICY sponsors_insert ON sponsors FOR INSERT WITH CHECK (rate_cents > 0);
