-- harmless: the worklist narrows what the laboratory login sees, as the policy is restrictive.
CREATE POLICY worklist ON blood.tests AS RESTRICTIVE FOR SELECT TO hf_plasma_lab USING (status = 'pending');
