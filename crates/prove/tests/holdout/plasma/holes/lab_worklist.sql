-- The worklist of the laboratory login is not bound to a centre.
-- about: tests, worklist
-- as: hf_plasma_lab
-- exploit: SET blood.centre_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT result FROM blood.tests;
-- shows: Road-secret result
CREATE POLICY worklist ON blood.tests TO hf_plasma_lab USING (status = 'pending');
