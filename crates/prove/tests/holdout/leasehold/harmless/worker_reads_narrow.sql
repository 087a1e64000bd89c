-- A policy for the worker with the agency in it: it repeats the fence and adds no rows.
CREATE POLICY worker_reads ON repairs_request FOR SELECT TO hf_leasehold_worker
  USING (agency_id IN (SELECT token_agencies()) AND NOT urgent);
