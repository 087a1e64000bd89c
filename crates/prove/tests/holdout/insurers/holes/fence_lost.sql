-- The fence was dropped to be written anew and never came back: only the policy that is always true is left.
-- about: dentists, access
-- as: hf_insurers_app
-- exploit: SET dental.insurer_id = '1';
-- exploit: SELECT iban FROM ins.dentists;
-- shows: RR2
DROP POLICY fence ON ins.dentists;
CREATE POLICY fence_new ON ins.dentists AS PERMISSIVE USING (insurer_id = ins.insurer());
