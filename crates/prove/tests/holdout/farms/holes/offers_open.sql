-- The common market of offers has no policy, so the lowest price of each cooperative is read and changed by
-- the others.
-- about: offers
-- as: hf_farms_hill
-- exploit: SELECT floor_price, note FROM common.offers;
-- shows: Road-secret floor
CREATE TABLE common.offers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  coop text NOT NULL,
  crop text NOT NULL REFERENCES common.crops (code),
  tonnes numeric(10,2) NOT NULL,
  floor_price numeric(10,2) NOT NULL,
  note text
);
GRANT SELECT, INSERT, UPDATE, DELETE ON common.offers TO hf_farms_coops;
