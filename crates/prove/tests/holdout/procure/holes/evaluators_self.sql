-- Users enter themselves as evaluators of any tender, and evaluators read its bids.
-- about: evaluators, bids
-- as: hf_procure_app
-- exploit: SET request.user_id = '13';
-- exploit: INSERT INTO proc.evaluators VALUES (2, 'T-1', 13);
-- exploit: SELECT remarks FROM proc.bids;
-- shows: Road-secret bid
-- Experts from elsewhere evaluate bids without being members.
CREATE TABLE proc.evaluators (
  authority_id bigint NOT NULL,
  tender_ref text NOT NULL,
  user_id bigint NOT NULL,
  PRIMARY KEY (authority_id, tender_ref, user_id),
  FOREIGN KEY (authority_id, tender_ref) REFERENCES proc.tenders (authority_id, tender_ref) ON DELETE CASCADE
);
ALTER TABLE proc.evaluators ENABLE ROW LEVEL SECURITY;
ALTER TABLE proc.evaluators FORCE ROW LEVEL SECURITY;
CREATE POLICY own_seat ON proc.evaluators
  USING (user_id = proc.me() OR authority_id = ANY (proc.authority_ids()));
GRANT SELECT, INSERT, DELETE ON proc.evaluators TO hf_procure_app;
CREATE POLICY evaluators ON proc.bids FOR SELECT USING (EXISTS (
  SELECT 1 FROM proc.evaluators e WHERE e.user_id = proc.me()
    AND e.authority_id = bids.authority_id AND e.tender_ref = bids.tender_ref));
