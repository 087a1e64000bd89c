-- Tenant A reads the drivers of all carriers: row security was switched off for an import and stayed off.
-- about: drivers
-- as: hf_freight_app
-- exploit: SET freight.carrier = 'north';
-- exploit: SELECT name FROM freight.drivers;
-- shows: Bob-secret
ALTER TABLE freight.drivers DISABLE ROW LEVEL SECURITY;
