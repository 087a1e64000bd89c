-- The list of items hangs three levels below the network and got no row security: any network reads
-- all parcels.
-- about: parcel_items
-- as: hf_foodbank_app
-- exploit: SET fb.network = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT what FROM fb.parcel_items;
-- shows: Road-secret item
CREATE TABLE fb.parcel_items (
  household_id uuid NOT NULL,
  day date NOT NULL,
  pos smallint NOT NULL,
  what text NOT NULL,
  PRIMARY KEY (household_id, day, pos),
  FOREIGN KEY (household_id, day) REFERENCES fb.parcels (household_id, day) ON DELETE CASCADE
);
GRANT SELECT, INSERT, UPDATE, DELETE ON fb.parcel_items TO hf_foodbank_app;
