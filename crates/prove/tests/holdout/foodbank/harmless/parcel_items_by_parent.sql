-- The list of items has no tenant column, but its policy asks the parcel, which asks the household.
CREATE TABLE fb.parcel_items (
  household_id uuid NOT NULL,
  day date NOT NULL,
  pos smallint NOT NULL,
  what text NOT NULL,
  PRIMARY KEY (household_id, day, pos),
  FOREIGN KEY (household_id, day) REFERENCES fb.parcels (household_id, day) ON DELETE CASCADE
);
ALTER TABLE fb.parcel_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE fb.parcel_items FORCE ROW LEVEL SECURITY;
CREATE POLICY items_own ON fb.parcel_items
  USING (EXISTS (SELECT FROM fb.parcels p
    WHERE p.household_id = parcel_items.household_id AND p.day = parcel_items.day));
GRANT SELECT, INSERT, UPDATE, DELETE ON fb.parcel_items TO hf_foodbank_app;
