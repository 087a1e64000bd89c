-- The queue for the big printer is common to all shops; each row names its shop, but nothing keeps the
-- others out.
-- about: print_queue
-- as: hf_printshop_hill
-- exploit: SELECT document FROM common.print_queue;
-- shows: Road-secret flyer
SET ROLE hf_printshop_owner;
CREATE TABLE common.print_queue (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  shop text NOT NULL DEFAULT current_user,
  document text NOT NULL,
  queued_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT (document), DELETE ON common.print_queue TO hf_printshop_hill, hf_printshop_road;
RESET ROLE;
