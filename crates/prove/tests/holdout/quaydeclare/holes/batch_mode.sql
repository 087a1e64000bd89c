-- Without a broker in the session the policy lets everything through, meant for the nightly batch.
-- about: declarations, declarations_select
-- as: hf_quaydeclare_app
-- exploit: SELECT goods FROM customs.declarations;
-- shows: Pier-secret goods
DROP POLICY declarations_select ON customs.declarations;
CREATE POLICY declarations_select ON customs.declarations FOR SELECT
  USING (customs.current_broker() IS NULL OR broker = customs.current_broker());
