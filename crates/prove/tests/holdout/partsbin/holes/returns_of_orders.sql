-- A login files a return against another dealer's order and so learns its numbers and holds it from
-- deletion.
-- about: returns, orders, order_numbers
-- as: hf_partsbin_app
-- exploit: SET parts.dealer_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO parts.returns (dealer_id, return_no, order_no)
-- exploit:   VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 1, 'SO-2');
-- shows: INSERT 0 1
ALTER TABLE parts.orders ADD CONSTRAINT order_numbers UNIQUE (order_no);
CREATE TABLE parts.returns (
  dealer_id uuid NOT NULL REFERENCES parts.dealers (dealer_id),
  return_no integer NOT NULL,
  order_no text NOT NULL REFERENCES parts.orders (order_no),
  PRIMARY KEY (dealer_id, return_no)
);
ALTER TABLE parts.returns ENABLE ROW LEVEL SECURITY;
ALTER TABLE parts.returns FORCE ROW LEVEL SECURITY;
CREATE POLICY dealer_rows ON parts.returns USING (dealer_id = parts.dealer());
GRANT SELECT, INSERT, UPDATE, DELETE ON parts.returns TO hf_partsbin_app;
