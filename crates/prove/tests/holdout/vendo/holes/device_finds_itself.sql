-- The policy for machines lets the device login read all machines of all operators.
-- about: machines, self, hf_vendo_device
-- as: hf_vendo_device
-- exploit: SET vend.operator = '2';
-- exploit: SELECT serial FROM vend.machines;
-- shows: Road-secret-serial
-- A machine looks up its own row by serial number when it starts.
CREATE POLICY self ON vend.machines FOR SELECT TO hf_vendo_device USING (true);
