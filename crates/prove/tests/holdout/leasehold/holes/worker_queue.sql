-- The second login has a policy of its own without the agency, added to the fence that holds for everybody.
-- about: repairs_request, worker_reads, hf_leasehold_worker
-- as: hf_leasehold_worker
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","aal":"aal1"}';
-- exploit: SELECT text FROM repairs_request;
-- shows: Road-secret leak
-- The worker sorts urgent requests before it knows for whom it works.
CREATE POLICY worker_reads ON repairs_request FOR SELECT TO hf_leasehold_worker USING (NOT urgent);
