-- The report view runs with its owner's rights, so it adds up and names the loads of every broker.
-- about: lane_margins, loads, quotes, carriers
-- as: hf_backhaul_app
-- exploit: SET app.broker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM tms.lane_margins;
-- shows: Road-secret-1
-- Margin per load for the weekly report.
CREATE VIEW tms.lane_margins AS
  SELECT l.broker_id, l.reference, ca.name AS carrier, l.customer_rate - q.amount AS margin
  FROM tms.loads l
  JOIN tms.quotes q ON q.broker_id = l.broker_id AND q.load_id = l.id
  JOIN tms.carriers ca ON ca.broker_id = q.broker_id AND ca.id = q.carrier_id
  WHERE l.deleted_at IS NULL;
