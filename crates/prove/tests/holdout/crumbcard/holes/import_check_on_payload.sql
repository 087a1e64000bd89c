-- A bakery plants lines in the import of another, because the check of new lines trusts the number in the
-- payload and not the column.
-- about: import_rows, import_rows_add
-- as: hf_crumbcard_app
-- exploit: SET app.bakery = '301';
-- exploit: INSERT INTO bread.import_rows VALUES (402, 2, '{"bakery_id": 301, "holder": "planted"}');
-- shows: INSERT 0 1
DROP POLICY import_rows_own ON bread.import_rows;
CREATE POLICY import_rows_see ON bread.import_rows FOR SELECT TO hf_crumbcard_app
  USING (bakery_id = bread.bakery());
CREATE POLICY import_rows_drop ON bread.import_rows FOR DELETE TO hf_crumbcard_app
  USING (bakery_id = bread.bakery());
-- Files carry the bakery in each line.
CREATE POLICY import_rows_add ON bread.import_rows FOR INSERT TO hf_crumbcard_app
  WITH CHECK ((payload ->> 'bakery_id')::bigint = bread.bakery());
