-- The new check of the update policy knows the status only, so campaigns may be handed to another team.
-- about: campaigns, change_own
-- as: hf_transect_app
-- exploit: SET survey.team = 'north';
-- exploit: DELETE FROM survey.observations;
-- exploit: UPDATE survey.campaigns SET team = 'road', campaign = 'planted';
-- shows: UPDATE 1
-- Published campaigns are frozen: nobody sets one back to draft.
DROP POLICY change_own ON survey.campaigns;
CREATE POLICY change_own ON survey.campaigns FOR UPDATE
  USING (team = NULLIF(current_setting('survey.team', true), '') AND status <> 'published')
  WITH CHECK (status IN ('draft', 'running', 'published'));
