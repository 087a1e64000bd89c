-- The switch for support staff is a setting of the session, so every login can turn it on and read all
-- experiments.
-- about: experiments, support_reads
-- as: hf_splitbeacon_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SET app.support = 'on';
-- exploit: SELECT name, hypothesis FROM exp.experiments;
-- shows: Road-secret idea
CREATE POLICY support_reads ON exp.experiments FOR SELECT
  USING (current_setting('app.support', true) = 'on');
