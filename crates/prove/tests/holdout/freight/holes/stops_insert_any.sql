-- Tenant A adds stops to the shipments of B: the policy for inserts checks the position only.
-- about: stops
-- as: hf_freight_app
-- exploit: SET freight.carrier = 'north';
-- exploit: INSERT INTO freight.stops VALUES ('northwind', 'W-1', 2, 'forged');
-- shows: INSERT 0 1
CREATE POLICY append ON freight.stops FOR INSERT WITH CHECK (position > 0);
