-- Carrier north reads the depots of northwind: branches were meant, and the slug is compared as a prefix.
-- about: depots
-- as: hf_freight_app
-- exploit: SET freight.carrier = 'north';
-- exploit: SELECT street FROM freight.depots;
-- shows: Quay-secret
ALTER POLICY own ON freight.depots USING (carrier LIKE current_setting('freight.carrier', true) || '%');
