-- A second open policy under the restrictive one.
CREATE POLICY open_too ON pay.people FOR SELECT USING (iban IS NOT NULL OR iban IS NULL);
