-- Each restaurant reads the orders of all at the common suppliers: the table has no policy.
-- about: orders
-- as: hf_kitchens_basil
-- exploit: INSERT INTO common.orders (house, supplier, text) VALUES ('thyme', 1, 'forged');
-- shows: INSERT 0 1
CREATE TABLE common.orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  house text NOT NULL,
  supplier integer NOT NULL,
  text text NOT NULL
);
GRANT SELECT, INSERT ON common.orders TO hf_kitchens_basil, hf_kitchens_thyme;
