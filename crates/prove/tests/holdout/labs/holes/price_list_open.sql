-- The new price list was granted as a table, with no view before it and no row security on it.
-- about: price_list
-- as: hf_labs_app
-- exploit: SET labs.lab_id = '1';
-- exploit: SELECT line FROM store.price_list;
-- shows: Road-secret price
SET ROLE hf_labs_owner;
CREATE TABLE store.price_list (
  lab_id bigint NOT NULL DEFAULT api.lab() REFERENCES store.labs (id),
  line text NOT NULL,
  PRIMARY KEY (lab_id, line)
);
GRANT USAGE ON SCHEMA store TO hf_labs_app;
GRANT SELECT (lab_id, line), INSERT (line) ON store.price_list TO hf_labs_app;
RESET ROLE;
