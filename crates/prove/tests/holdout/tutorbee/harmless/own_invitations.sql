-- Harmless: a person sees open invitations to their own address, which comes with the signed token.
CREATE POLICY "Invited people read" ON invitations FOR SELECT
  USING (accepted_at IS NULL
    AND email = nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email');
