-- Tenant A reads damages of B: the policy looks for the number of an own policy, without the broker.
-- about: damages
-- as: hf_insurance_app
-- exploit: SET ins.broker = '1';
-- exploit: INSERT INTO ins.policies VALUES (1, 1, 1, 'P2', NULL, 1);
-- exploit: SELECT account FROM ins.damages;
-- shows: damage-secret
ALTER POLICY broker ON ins.damages USING (EXISTS (
  SELECT FROM ins.policies p WHERE p.policy_no = damages.policy_no));
