-- Tenant A moves its clients to another broker: the check asks for an agency number only.
-- about: clients
-- as: hf_insurance_app
-- exploit: SET ins.broker = '1';
-- exploit: DELETE FROM ins.policies;
-- exploit: UPDATE ins.clients SET broker_id = 2, client_no = 77;
-- shows: UPDATE 1
ALTER POLICY broker ON ins.clients WITH CHECK (agency_no > 0);
