-- One function for each depot in its own schema with the caller's rights: it reads what the caller may read.
CREATE FUNCTION north.parked_buses() RETURNS TABLE (plate text, parked_at text)
LANGUAGE sql STABLE
AS $$ SELECT b.plate, b.parked_at FROM north.buses b ORDER BY 1 $$;
CREATE FUNCTION south.parked_buses() RETURNS TABLE (plate text, parked_at text)
LANGUAGE sql STABLE
AS $$ SELECT b.plate, b.parked_at FROM south.buses b ORDER BY 1 $$;
