-- Helix reads the samples of ovum: the policy for ovum was given to the group.
-- about: samples
-- as: hf_laboratory_helix
-- exploit: SELECT count(*) || ' samples' FROM lab.samples;
-- shows: 2 samples
CREATE POLICY ovum_samples ON lab.samples TO hf_laboratory_users USING (lab = 'ovum');
