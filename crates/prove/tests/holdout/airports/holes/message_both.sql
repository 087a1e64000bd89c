-- Messages are read by both ends, and the policy for all verbs lets the receiver's end forge the sender.
-- about: messages
-- as: hf_airports_app
-- exploit: SET ops.airport = 'AAA';
-- exploit: INSERT INTO ops.messages (airport, to_airport, body) VALUES ('BBB', 'AAA', 'forged');
-- shows: INSERT 0 1
CREATE POLICY messages_receiver ON ops.messages TO hf_airports_app
  USING (to_airport::text = current_setting('ops.airport', true));
