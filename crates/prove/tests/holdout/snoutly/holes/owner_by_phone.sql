-- A phone number gives the owner of any salon, because the lookup has its owner's rights and no salon.
-- about: owner_by_phone, owners
-- as: hf_snoutly_app
-- exploit: SET snoutly.salon_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT * FROM owner_by_phone('200');
-- shows: Road-secret gate code
-- Caller id: the phone system looks the caller up.
CREATE FUNCTION owner_by_phone(p_phone text) RETURNS TABLE (full_name text, notes text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
AS $$ SELECT o.full_name, o.notes FROM owners o WHERE o.phone = p_phone $$;
REVOKE ALL ON FUNCTION owner_by_phone(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owner_by_phone(text) TO hf_snoutly_app;
