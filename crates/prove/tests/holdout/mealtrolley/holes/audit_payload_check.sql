-- The second insert policy compares the hospital in the payload, so an event can be written for any
-- hospital.
-- about: AuditEvent, payloadOwner
-- as: hf_mealtrolley_app
-- exploit: SET tenancy.hospital_id = 'ckhospa0001';
-- exploit: INSERT INTO "AuditEvent" ("hospitalId", "kind", "payload")
-- exploit:   VALUES ('ckhospb0002', 'forged', '{"hospitalId": "ckhospa0001"}');
-- shows: INSERT 0 1

-- Events of the queue carry their hospital in the payload.
CREATE POLICY "payloadOwner" ON "AuditEvent" FOR INSERT
  WITH CHECK ("payload" ->> 'hospitalId' = current_setting('tenancy.hospital_id', true));
