-- The policy that hides confidential records is restrictive, so it only takes rows away: harmless.
CREATE POLICY hide_records ON zoo.vet_records AS RESTRICTIVE FOR SELECT USING (NOT confidential);
