-- The same upsert with the caller's rights and against the key that begins with the utility.
CREATE FUNCTION water.register_meter(p_number bigint, p_premise bigint, p_serial text)
  RETURNS water.meters LANGUAGE sql SET search_path = water, pg_temp
  AS $$
    INSERT INTO water.meters AS m (utility_id, number, premise_number, serial)
      VALUES (water.utility(), p_number, p_premise, p_serial)
      ON CONFLICT (utility_id, serial) DO UPDATE SET premise_number = EXCLUDED.premise_number
      RETURNING m.*
  $$;
