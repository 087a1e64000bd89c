-- A login overwrites an item of another dealer by its bar code, as the import upserts on the bar code alone.
-- about: import_item, items_ean, items
-- as: hf_partsbin_app
-- exploit: SET parts.dealer_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT parts.import_item('4000000000003', 'X-1', 'Tilla', 'spoiled by ' || 'other');
-- exploit: SET parts.dealer_id = 'bbbbbbbb-0000-4000-8000-000000000002';
-- exploit: SELECT title FROM parts.items;
-- shows: spoiled by other
CREATE UNIQUE INDEX items_ean ON parts.items (ean);
CREATE FUNCTION parts.import_item(p_ean text, p_no text, p_maker text, p_title text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = parts, pg_temp AS $$
  INSERT INTO parts.items (dealer_id, part_no, maker, title, ean)
    VALUES (parts.dealer(), p_no, p_maker, p_title, p_ean)
    ON CONFLICT (ean) DO UPDATE SET title = EXCLUDED.title, maker = EXCLUDED.maker
$$;
REVOKE EXECUTE ON FUNCTION parts.import_item(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parts.import_item(text, text, text, text) TO hf_partsbin_app;
