-- The laboratory reports by the id of an order; the function is for the laboratory's role alone.
CREATE FUNCTION vet.report_result(p_order uuid, p_result jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = vet, pg_temp AS $$
  UPDATE vet.lab_orders SET result = p_result, state = 'done' WHERE id = p_order
$$;
REVOKE ALL ON FUNCTION vet.report_result(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vet.report_result(uuid, jsonb) TO hf_veterinary_lab;
