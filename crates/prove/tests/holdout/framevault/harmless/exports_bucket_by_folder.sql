-- Another policy for exports, which asks for the first folder and for the studio of the row: both are the
-- user's own.
CREATE POLICY exports_by_folder ON stock.stored_files FOR SELECT TO hf_framevault_app
  USING (bucket = 'exports' AND split_part(path, '/', 1) = studio_id
    AND studio_id IN (SELECT stock.my_studios()));
