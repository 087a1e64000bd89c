-- Rows of the new partition can be read around the policies of its parent by naming the partition.
-- about: statements_2027
-- as: hf_treasury_app
-- exploit: SET tre.company_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT has_table_privilege('tre.statements_2027', 'SELECT') AND NOT relrowsecurity AS open
-- exploit: FROM pg_class WHERE oid = 'tre.statements_2027'::regclass;
-- exploit: INSERT INTO tre.statements_2027 (company_id, booked_on, account_id, amount, narrative)
-- exploit: VALUES ('b0000000-0000-4000-8000-000000000001', '2027-01-05',
-- exploit: 'b0000000-0000-4000-8000-000000000003', 1, 'forged line') RETURNING 'written for Birch';
-- shows: written for Birch
-- The import fails on lines of next year: add the partition before the year turns.
CREATE TABLE tre.statements_2027 PARTITION OF tre.statements
  FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
GRANT SELECT, INSERT, UPDATE ON tre.statements_2027 TO hf_treasury_app;
