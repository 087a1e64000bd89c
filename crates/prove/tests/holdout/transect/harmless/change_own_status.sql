-- harmless: published campaigns are frozen, and the check keeps the team.
DROP POLICY change_own ON survey.campaigns;
CREATE POLICY change_own ON survey.campaigns FOR UPDATE
  USING (team = NULLIF(current_setting('survey.team', true), '') AND status <> 'published')
  WITH CHECK (team = NULLIF(current_setting('survey.team', true), '')
    AND status IN ('draft', 'running', 'published'));
