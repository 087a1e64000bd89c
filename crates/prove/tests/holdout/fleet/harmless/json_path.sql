-- The operator is read in place instead of by the function.
DROP POLICY operator ON fleet.fuel_cards;
CREATE POLICY operator ON fleet.fuel_cards USING (
  operator = (nullif(current_setting('fleet.session', true), '')::jsonb ->> 'operator')::integer);
