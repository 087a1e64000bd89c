-- Requests of all depots lie in one common table without row level security, which both logins read and
-- change.
-- about: loan_requests
-- as: hf_busyard_north
-- exploit: SELECT reason FROM common.loan_requests;
-- shows: Yard-secret shortage
CREATE TABLE common.loan_requests (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  depot text NOT NULL,
  wanted_on date NOT NULL,
  reason text,
  decided_at timestamptz
);
GRANT SELECT, INSERT, UPDATE ON common.loan_requests TO hf_busyard_north, hf_busyard_south;
