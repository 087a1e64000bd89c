-- Feedback is written and read by the kitchen of the session only.
CREATE FUNCTION api.feedback() RETURNS TABLE (order_no integer, stars integer, words text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = store, pg_temp AS $$
  SELECT f.order_no, f.stars, f.words FROM feedback f WHERE f.kitchen_id = inner_api.kitchen()
$$;
GRANT EXECUTE ON FUNCTION api.feedback() TO hf_catering_app;
