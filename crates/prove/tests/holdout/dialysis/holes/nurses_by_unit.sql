-- The policy checks the code of the unit only, and networks choose their codes: the same code shows others'
-- nurses.
-- about: nurses, nurses_unit, own_rows
-- as: hf_dialysis_app
-- exploit: SET dia.network = 'a3000000-0000-4000-8000-000000000001';
-- exploit: SET dia.unit = 'NORTH';
-- exploit: SELECT full_name FROM dia.nurses;
-- shows: Chair-secret nurse
DROP POLICY own_rows ON dia.nurses;
CREATE POLICY nurses_unit ON dia.nurses TO hf_dialysis_app
  USING (unit_code = dia.unit() OR (dia.unit() IS NULL AND network_id = dia.network()))
  WITH CHECK (network_id = dia.network() AND (dia.unit() IS NULL OR unit_code = dia.unit()));
