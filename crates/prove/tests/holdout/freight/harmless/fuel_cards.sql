-- A new table with the same protection as the others.
CREATE TABLE freight.fuel_cards (
  carrier text NOT NULL,
  badge integer NOT NULL,
  pan text NOT NULL,
  PRIMARY KEY (carrier, badge),
  FOREIGN KEY (carrier, badge) REFERENCES freight.drivers (carrier, badge)
);
ALTER TABLE freight.fuel_cards ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON freight.fuel_cards USING (carrier = current_setting('freight.carrier', true));
GRANT SELECT, INSERT, DELETE ON freight.fuel_cards TO hf_freight_app;
