-- Any port reads all pilots with their phones, because the policy for lending pilots leaves the port out.
-- about: pilots, pilots_lent, lendable
-- as: hf_tidewater_app
-- exploit: SET tidewater.port_id = '2';
-- exploit: SELECT full_name, mobile FROM port.pilots;
-- shows: Road-secret Pilot
-- Pilots are lent when a port is short; those on duty at home are marked.
ALTER TABLE port.pilots ADD COLUMN lendable boolean NOT NULL DEFAULT true;
CREATE POLICY pilots_lent ON port.pilots FOR SELECT USING (lendable);
