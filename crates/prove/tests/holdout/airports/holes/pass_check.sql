-- Passes of partner airports shall work: the check answers for every airport's passes.
-- about: may_pass, staff_passes
-- as: hf_airports_app
-- exploit: SET ops.airport = 'AAA';
-- exploit: SELECT 'pass: ' || ops.may_pass('P9', 'tower');
-- shows: pass: true
CREATE OR REPLACE FUNCTION ops.may_pass(p_pass text, p_zone text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ops, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM ops.staff_passes p
    WHERE p.pass_no = p_pass AND p_zone = ANY (p.zones) AND p.valid_to >= current_date)
$$;
