-- The common queue has row security by the login itself, which a shop cannot choose.
SET ROLE hf_printshop_owner;
CREATE TABLE common.print_queue (
  shop text NOT NULL DEFAULT session_user,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  document text NOT NULL,
  queued_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (shop, id)
);
ALTER TABLE common.print_queue ENABLE ROW LEVEL SECURITY;
ALTER TABLE common.print_queue FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON common.print_queue USING (shop = session_user);
GRANT SELECT, INSERT (document), DELETE ON common.print_queue TO hf_printshop_hill, hf_printshop_road;
RESET ROLE;
