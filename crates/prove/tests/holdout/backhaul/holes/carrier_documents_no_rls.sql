-- The new table for carrier papers has no row level security, and default privileges open it to all.
-- about: carrier_documents
-- as: hf_backhaul_app
-- exploit: SET app.broker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT file_name FROM tms.carrier_documents;
-- shows: Road-secret.pdf
CREATE TABLE tms.carrier_documents (
  broker_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  carrier_id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  PRIMARY KEY (broker_id, id),
  FOREIGN KEY (broker_id, carrier_id) REFERENCES tms.carriers (broker_id, id) ON DELETE CASCADE
);
