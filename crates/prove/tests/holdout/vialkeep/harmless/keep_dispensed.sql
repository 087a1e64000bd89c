-- A restrictive policy for deleting narrows the pharmacy's own rows to those not dispensed: harmless.
CREATE POLICY prescriptions_keep ON prescriptions AS RESTRICTIVE FOR DELETE USING (dispensed_at IS NULL);
