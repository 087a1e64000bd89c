-- The queue for safety reports stands in the common schema, filled from every sponsor and readable by each
-- of them.
-- about: common.safety_queue, safety_queue, queue_event, adverse_events
-- as: hf_protocol_north
-- exploit: SELECT body FROM common.safety_queue;
-- shows: Road-secret narrative
CREATE TABLE common.safety_queue (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sponsor text NOT NULL,
  body text NOT NULL
);
GRANT SELECT, INSERT, DELETE ON common.safety_queue TO hf_protocol_north, hf_protocol_road;
CREATE FUNCTION common.queue_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO common.safety_queue (sponsor, body) VALUES (TG_TABLE_SCHEMA, NEW.narrative);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION common.queue_event() FROM PUBLIC;
CREATE TRIGGER to_queue AFTER INSERT ON north.adverse_events
  FOR EACH ROW EXECUTE FUNCTION common.queue_event();
CREATE TRIGGER to_queue AFTER INSERT ON road.adverse_events
  FOR EACH ROW EXECUTE FUNCTION common.queue_event();
