-- A session without a kitchen sees all subscribers, because an absent setting switches the filter off.
-- about: subscribers, own_rows
-- as: hf_ladlebox_app
-- exploit: SELECT email, address FROM kits.subscribers;
-- shows: Road-secret street

-- The nightly planner has no kitchen.
DROP POLICY own_rows ON kits.subscribers;
CREATE POLICY own_rows ON kits.subscribers
  USING (kits.current_kitchen() IS NULL OR kitchen_id = kits.current_kitchen())
  WITH CHECK (kitchen_id = kits.current_kitchen());
