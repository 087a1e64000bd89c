-- Barcodes are unique everywhere and loans refer to them alone: a loan row tells whether another museum has
-- a barcode.
-- about: loans, objects_barcode, barcode
-- as: hf_museums_app
-- exploit: SET museum.slug = 'hill';
-- exploit: INSERT INTO coll.loans (museum, barcode, lent_to)
-- exploit: SELECT 'hill', md5('alpine/2'), 'probe' RETURNING 'such an object exists';
-- shows: such an object exists
ALTER TABLE coll.objects ADD COLUMN barcode text
  GENERATED ALWAYS AS (md5(museum || '/' || inventory_no)) STORED;
ALTER TABLE coll.objects ADD CONSTRAINT objects_barcode UNIQUE (barcode);
CREATE TABLE coll.loans (
  museum coll.slug NOT NULL REFERENCES coll.museums (slug),
  barcode text NOT NULL REFERENCES coll.objects (barcode),
  lent_to text NOT NULL,
  PRIMARY KEY (museum, barcode)
);
ALTER TABLE coll.loans ENABLE ROW LEVEL SECURITY;
ALTER TABLE coll.loans FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON coll.loans USING (museum = coll.me());
GRANT SELECT, INSERT, UPDATE, DELETE ON coll.loans TO hf_museums_app;
