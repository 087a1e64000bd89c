-- Any organisation may revoke the links of all others: the update policy asks only whether a link is
-- alive.
-- about: training_sharelink, sharelink_revoke
-- as: hf_mentorlog_app
-- exploit: SET app.organisation_id = '7';
-- exploit: UPDATE training_sharelink
-- exploit:   SET revoked = true;
-- shows: UPDATE 2

-- Links can be switched off from the page behind them.
CREATE POLICY sharelink_revoke ON training_sharelink FOR UPDATE
  USING (NOT revoked)
  WITH CHECK (revoked);
