-- A link is found by the beginning of its token, and the beginning may be empty: all menus of all
-- hospitals.
-- about: MenuLink, openMenu
-- as: hf_mealtrolley_app
-- exploit: SET tenancy.hospital_id = 'ckhospa0001';
-- exploit: SELECT * FROM "openMenu"('');
-- shows: Road-secret menu

-- Short links: patients type the first letters of the token.
CREATE FUNCTION "openMenu"(p_token text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT "menu" FROM "MenuLink" WHERE starts_with("token", p_token);
$$;
REVOKE ALL ON FUNCTION "openMenu"(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "openMenu"(text) TO hf_mealtrolley_app;
