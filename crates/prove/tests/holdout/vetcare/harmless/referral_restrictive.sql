-- The policy for referrals is restrictive: it narrows what the practice sees and opens nothing.
CREATE POLICY referral_notes ON vet.treatments AS RESTRICTIVE FOR SELECT
  USING (for_referral OR done_at > now() - interval '10 years');
