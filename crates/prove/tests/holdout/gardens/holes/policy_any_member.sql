-- Everybody who is in some club reads all plots: the membership is not compared with the row.
-- about: plots
-- as: hf_gardens_app
-- exploit: SET app.user_id = '11';
-- exploit: SELECT tenant_name FROM club.plots;
-- shows: Bob-secret
ALTER POLICY member ON club.plots USING (EXISTS (
  SELECT FROM club.memberships m
  WHERE m.user_id = nullif(current_setting('app.user_id', true), '')::integer));
