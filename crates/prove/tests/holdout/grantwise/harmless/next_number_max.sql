-- Harmless: the highest number is looked up with the caller's rights, so only among their own applications.
CREATE OR REPLACE FUNCTION grants_next_number() RETURNS integer LANGUAGE sql
AS $$ SELECT coalesce(max(number), 0) + 1 FROM grants_application $$;
