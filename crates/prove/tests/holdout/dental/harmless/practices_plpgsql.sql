-- The lookup moves to another language: the path stays fixed with temporary tables last, and names are in
-- full.
CREATE OR REPLACE FUNCTION dental.my_practices() RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = dental, pg_temp AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(s.practice_id) FROM dental.staff s WHERE s.user_id = dental.who()), '{}');
END $$;
