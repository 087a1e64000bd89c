-- One more fence for agencies.
CREATE POLICY agency ON ins.damages AS RESTRICTIVE USING ((SELECT ins.agency()) IS NULL OR EXISTS (
  SELECT FROM ins.policies p WHERE (p.broker_id, p.policy_no) = (damages.broker_id, damages.policy_no)));
