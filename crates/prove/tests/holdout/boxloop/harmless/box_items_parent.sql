-- Harmless: items are allowed through their own shop's box.
DROP POLICY tenant_isolation ON box_items;
CREATE POLICY box_items_parent ON box_items
  USING (EXISTS (SELECT 1 FROM boxes b WHERE b.shop_id = box_items.shop_id AND b.box_no = box_items.box_no));
