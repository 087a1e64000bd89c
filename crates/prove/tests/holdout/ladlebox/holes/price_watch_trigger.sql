-- A new kit is noted with the lowest price and recipe of any kitchen, as the trigger reads past the
-- policies.
-- about: price_notes, note_lowest_price, kits_price_note, kits.kits
-- as: hf_ladlebox_app
-- exploit: SET app.kitchen_id = 'a0000000-0000-0000-0000-000000000001';
-- exploit: INSERT INTO kits.kits (sku, recipe_id, price_cents)
-- exploit:   VALUES ('SOUP-9', 'a3000000-0000-0000-0000-000000000001', 9900);
-- exploit: SELECT note FROM kits.price_notes;
-- shows: Road-secret stew

CREATE TABLE kits.price_notes (
  kitchen_id uuid NOT NULL REFERENCES kits.kitchens (id),
  sku text NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (kitchen_id, sku)
);
ALTER TABLE kits.price_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE kits.price_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON kits.price_notes FOR SELECT USING (kitchen_id = kits.current_kitchen());
GRANT SELECT ON kits.price_notes TO hf_ladlebox_app;

-- The application may not write notes, the trigger may.
CREATE FUNCTION kits.note_lowest_price() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = kits, pg_temp
AS $$
BEGIN
  INSERT INTO price_notes
  SELECT NEW.kitchen_id, NEW.sku, 'cheaper: ' || r.title || ' at ' || k.price_cents
  FROM kits k
  JOIN recipes r ON r.id = k.recipe_id
  WHERE k.price_cents < NEW.price_cents AND k.sku <> NEW.sku
  ORDER BY k.price_cents DESC
  LIMIT 1;
  RETURN NULL;
END
$$;
CREATE TRIGGER kits_price_note AFTER INSERT ON kits.kits
  FOR EACH ROW EXECUTE FUNCTION kits.note_lowest_price();
