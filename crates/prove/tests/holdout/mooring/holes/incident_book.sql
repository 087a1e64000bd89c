-- The new incident book has grants but no row level security, so every harbour reads all incidents.
-- about: incidents
-- as: hf_mooring_app
-- exploit: SET app.harbour_id = '0a000000-0000-4000-8000-000000000001';
-- exploit: SELECT description FROM harbour.incidents;
-- shows: Quay-secret spill
CREATE TABLE harbour.incidents (
  harbour_id uuid NOT NULL DEFAULT harbour.current_harbour() REFERENCES harbour.harbours (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  happened_on date NOT NULL,
  description text NOT NULL,
  PRIMARY KEY (harbour_id, id)
);
GRANT SELECT, INSERT ON harbour.incidents TO hf_mooring_app;
