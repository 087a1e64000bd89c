-- The function's result has no column agency_id, so the name falls back to the table's, and the row's
-- agency is compared with itself; the condition only asks for any membership at all.
-- about: leases_payment, agency, token_agencies
-- as: hf_leasehold_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","aal":"aal1"}';
-- exploit: SELECT memo FROM leases_payment;
-- shows: Road-secret memo
-- EXISTS instead of IN, for the planner.
DROP POLICY agency ON leases_payment;
CREATE POLICY agency ON leases_payment USING (
  EXISTS (SELECT 1 FROM token_agencies() a WHERE leases_payment.agency_id = agency_id AND a IS NOT NULL)
);
