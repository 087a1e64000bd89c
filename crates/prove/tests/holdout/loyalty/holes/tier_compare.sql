-- The report compares with the average of all: the sub-select reads the programmes that the filter left out.
-- about: tier_report, tiers
-- as: hf_loyalty_report
-- exploit: SET loyalty.program = '1';
-- exploit: SELECT tier, peers FROM tier_report;
-- shows: tier-secret
CREATE OR REPLACE VIEW tier_report WITH (security_barrier = true) AS
  SELECT t.*, (SELECT jsonb_agg(to_jsonb(o)) FROM internal.tiers o) AS peers
  FROM internal.tiers t WHERE program_id = current_program();
