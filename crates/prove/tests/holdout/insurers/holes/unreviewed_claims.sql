-- The fence of claims was loosened for those nobody has reviewed, and a NULL stands in most of them.
-- about: claims, fence
-- as: hf_insurers_portal
-- exploit: SET dental.insurer_id = '1';
-- exploit: SELECT finding FROM ins.claims;
-- shows: Road-secret finding
ALTER POLICY fence ON ins.claims
  USING (insurer_id = ins.insurer() OR (reviewed_by = 'second opinion') IS NOT FALSE);
