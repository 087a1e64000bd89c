-- Complaints that were forwarded cannot be deleted: the policy is restrictive, so it only takes rights away.
CREATE POLICY "forwardedRows" ON "Complaint" AS RESTRICTIVE FOR DELETE TO hf_waste_app
  USING ("forwardedTo" IS NULL);
