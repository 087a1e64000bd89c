-- harmless: the table for carrier papers with row level security and the usual policy.
CREATE TABLE tms.carrier_documents (
  broker_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  carrier_id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  PRIMARY KEY (broker_id, id),
  FOREIGN KEY (broker_id, carrier_id) REFERENCES tms.carriers (broker_id, id) ON DELETE CASCADE
);
ALTER TABLE tms.carrier_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE tms.carrier_documents FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tms.carrier_documents USING (broker_id = tms.current_broker())
  WITH CHECK (broker_id = tms.current_broker());
