-- A table made with LIKE gets row security, forced, and its own policy: harmless.
CREATE TABLE give.standing_order (LIKE give.pledge INCLUDING ALL);
ALTER TABLE give.standing_order ADD FOREIGN KEY (charity_id, donor_no)
  REFERENCES give.donor ON DELETE CASCADE;
ALTER TABLE give.standing_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE give.standing_order FORCE ROW LEVEL SECURITY;
CREATE POLICY by_charity ON give.standing_order USING (charity_id = give.this_charity())
  WITH CHECK (charity_id = give.this_charity());
GRANT SELECT, INSERT, UPDATE, DELETE ON give.standing_order TO hf_kindstub_app;
