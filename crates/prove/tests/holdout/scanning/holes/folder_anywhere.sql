-- A file is visible when the office's code occurs anywhere in its name, so others' folders open up.
-- about: objects
-- as: hf_scanning_app
-- exploit: SET scan.office_code = 'a12';
-- exploit: SELECT name FROM store.objects;
-- shows: b12/a12/Road-secret.csv
-- Exports lie in a folder below that of the day; the office need not be the first part of the name.
DROP POLICY by_folder ON store.objects;
CREATE POLICY by_folder ON store.objects USING (scan.office() = ANY (string_to_array(name, '/')))
  WITH CHECK (scan.office() = ANY (string_to_array(name, '/')));
