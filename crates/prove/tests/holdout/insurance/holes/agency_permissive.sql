-- Tenant A reads the clients of B's agency with the same number: the second fence is joined with OR.
-- about: clients
-- as: hf_insurance_app
-- exploit: SET ins.broker = '1'; SET ins.agency = '1';
-- exploit: SELECT name FROM ins.clients;
-- shows: Client-secret
DROP POLICY agency ON ins.clients;
CREATE POLICY agency ON ins.clients USING (agency_no = (SELECT ins.agency()));
