-- A session of one shipper takes the messages of all out of the queue and reads them.
-- about: take_messages, outbox
-- as: hf_shipping_app
-- exploit: SET ship.shipper_id = '4';
-- exploit: SELECT payload FROM ship.take_messages(10);
-- shows: Road-secret
-- Several senders empty the queue together without waiting for each other.
CREATE FUNCTION ship.take_messages(how_many integer) RETURNS SETOF ship.outbox
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  UPDATE ship.outbox o SET taken_at = now()
  WHERE (o.shipper_id, o.message_id) IN (
    SELECT q.shipper_id, q.message_id FROM ship.outbox q
    WHERE q.taken_at IS NULL ORDER BY q.message_id LIMIT how_many FOR UPDATE SKIP LOCKED)
  RETURNING o.*
$$;
REVOKE ALL ON FUNCTION ship.take_messages(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ship.take_messages(integer) TO hf_shipping_app;
