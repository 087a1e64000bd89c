-- Harmless: a restrictive rule narrows conversations to their user within the team.
CREATE POLICY conversations_own ON app.conversations AS RESTRICTIVE
  USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());
