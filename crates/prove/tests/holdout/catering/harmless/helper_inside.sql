-- The helper that trusts its arguments lies in the inner schema, where the application may call nothing.
CREATE FUNCTION inner_api.customer_card_for(p_kitchen bigint, p_customer integer) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = store, pg_temp AS $$
  SELECT json_build_object('name', c.name, 'allergies', c.allergies)
    FROM customers c WHERE c.kitchen_id = p_kitchen AND c.customer_no = p_customer
$$;
CREATE FUNCTION api.customer_card(p_customer integer) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = store, pg_temp AS $$
  SELECT inner_api.customer_card_for(inner_api.kitchen(), p_customer)
$$;
GRANT EXECUTE ON FUNCTION api.customer_card(integer) TO hf_catering_app;
