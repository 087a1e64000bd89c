-- The policy for published campaigns is for all verbs, so other teams may delete what is published.
-- about: campaigns, published
-- as: hf_transect_app
-- exploit: SET survey.team = 'north';
-- exploit: DELETE FROM survey.campaigns WHERE campaign = 'owls';
-- shows: DELETE 1
-- Published campaigns are open to all teams.
CREATE POLICY published ON survey.campaigns USING (status = 'published');
