-- The policy of nurses is written in two parts, and both name the network.
DROP POLICY own_rows ON dia.nurses;
CREATE POLICY nurses_unit ON dia.nurses TO hf_dialysis_app
  USING (network_id = dia.network() AND unit_code = COALESCE(dia.unit(), unit_code))
  WITH CHECK (network_id = dia.network() AND unit_code = COALESCE(dia.unit(), unit_code));
