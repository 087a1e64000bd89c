-- A stricter form of the same test by the first part of the name: the folder must follow it.
DROP POLICY by_folder ON store.objects;
CREATE POLICY by_folder ON store.objects
  USING (scan.office() = (string_to_array(name, '/'))[1] AND strpos(name, '/') > 0)
  WITH CHECK (scan.office() = (string_to_array(name, '/'))[1] AND strpos(name, '/') > 0);
