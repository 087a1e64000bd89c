-- Each laboratory's own policy, for its own role.
DROP POLICY own ON lab.samples;
CREATE POLICY helix ON lab.samples TO hf_laboratory_helix USING (lab = 'helix');
CREATE POLICY ovum ON lab.samples TO hf_laboratory_ovum USING (lab = 'ovum');
