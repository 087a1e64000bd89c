-- Returns point at an order by dealer and number together: harmless.
CREATE TABLE parts.returns (
  dealer_id uuid NOT NULL REFERENCES parts.dealers (dealer_id),
  return_no integer NOT NULL,
  order_no text NOT NULL,
  PRIMARY KEY (dealer_id, return_no),
  FOREIGN KEY (dealer_id, order_no) REFERENCES parts.orders (dealer_id, order_no)
);
ALTER TABLE parts.returns ENABLE ROW LEVEL SECURITY;
ALTER TABLE parts.returns FORCE ROW LEVEL SECURITY;
CREATE POLICY dealer_rows ON parts.returns USING (dealer_id = parts.dealer());
GRANT SELECT, INSERT, UPDATE, DELETE ON parts.returns TO hf_partsbin_app;
