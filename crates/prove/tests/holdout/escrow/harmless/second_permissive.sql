-- Another permissive policy that is always true: harmless, as the restrictive one still holds.
CREATE POLICY reports_all ON escrow.deals FOR SELECT TO hf_escrow_reporting USING (true);
