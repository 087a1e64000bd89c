-- The lookup runs as its owner, but only among the caller's own salon's owners.
CREATE FUNCTION owner_by_phone(p_phone text) RETURNS TABLE (full_name text, notes text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT o.full_name, o.notes FROM owners o WHERE o.phone = p_phone AND o.salon_id = current_salon() $$;
REVOKE ALL ON FUNCTION owner_by_phone(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owner_by_phone(text) TO hf_snoutly_app;
