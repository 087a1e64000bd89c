-- The fence became restrictive, but only for the web login; the worker keeps the open permissive policy
-- alone.
-- about: repairs_supplier, fence, anyone, hf_leasehold_worker
-- as: hf_leasehold_worker
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","aal":"aal1"}';
-- exploit: SELECT name FROM repairs_supplier;
-- shows: Road-secret plumber
-- One restrictive fence, and permissive policies for features on top.
DROP POLICY agency ON repairs_supplier;
CREATE POLICY fence ON repairs_supplier AS RESTRICTIVE TO hf_leasehold_app
  USING (agency_id IN (SELECT token_agencies()));
CREATE POLICY anyone ON repairs_supplier USING (hourly_cents > 0);
