-- Items are allowed by the number of their box, and every shop has a box number one.
-- about: box_items, box_items_parent, boxes
-- as: hf_boxloop_app
-- exploit: SET app.current_shop = '1';
-- exploit: SELECT sku, cost_cents FROM box_items;
-- shows: Road-secret-sku
DROP POLICY tenant_isolation ON box_items;
CREATE POLICY box_items_parent ON box_items
  USING (EXISTS (SELECT 1 FROM boxes b WHERE b.box_no = box_items.box_no));
