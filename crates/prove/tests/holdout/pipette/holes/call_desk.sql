-- A login reads critical results of all laboratories that nobody has phoned through yet.
-- about: results, call_desk
-- as: hf_pipette_app
-- exploit: SET lims.lab_id = 'aaaa0000-0000-4000-8000-00000000000a';
-- exploit: SELECT value FROM lims.results;
-- shows: 7.9 Road-secret
CREATE INDEX results_to_tell ON lims.results (lab_id) WHERE critical AND told_at IS NULL;
CREATE POLICY call_desk ON lims.results FOR SELECT USING (critical AND told_at IS NULL);
