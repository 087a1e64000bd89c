-- A session without a broker sees everything: the job runner was made the broker that is not set.
-- about: policies
-- as: hf_insurance_app
-- exploit: SELECT count(*) || ' policies' FROM ins.policies;
-- shows: 2 policies
ALTER POLICY broker ON ins.policies
  USING (broker_id = (SELECT ins.broker()) OR (SELECT ins.broker()) IS NULL);
