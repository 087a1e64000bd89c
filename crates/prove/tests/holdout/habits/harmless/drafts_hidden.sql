-- Harmless: a restrictive rule is joined with AND, so it can only hide rows.
CREATE POLICY open_only ON challenges_challenge AS RESTRICTIVE FOR SELECT USING (status = 'open');
