-- Anyone reads each draft that has a preview link, because the policy asks for a token but not which.
-- about: campaigns, preview, preview_token
-- as: hf_stretchgoal_app
-- exploit: SET stretch.organiser_id = '101';
-- exploit: SELECT title, preview_token FROM fund.campaigns;
-- shows: Road-secret Atlas
-- A preview link works without an account.
CREATE POLICY preview ON fund.campaigns FOR SELECT USING (preview_token IS NOT NULL);
