-- A kit may name an article of any merchant: the key tells whether the number exists there.
-- about: kits, component
-- as: hf_warehouse_app
-- exploit: SET wh.merchant_id = '11';
-- exploit: INSERT INTO wh.kits (merchant_id, kit_no, component_no, component_merchant_id)
-- exploit: VALUES (11, 101, 201, 22) RETURNING 'article 201 is there' AS found;
-- shows: INSERT 0 1
-- Kits may contain articles that another merchant sells on commission.
ALTER TABLE wh.kits ADD COLUMN component_merchant_id bigint;
UPDATE wh.kits SET component_merchant_id = merchant_id;
ALTER TABLE wh.kits DROP CONSTRAINT kits_merchant_id_component_no_fkey;
ALTER TABLE wh.kits ADD CONSTRAINT kits_component_fkey
  FOREIGN KEY (component_merchant_id, component_no) REFERENCES wh.skus;
