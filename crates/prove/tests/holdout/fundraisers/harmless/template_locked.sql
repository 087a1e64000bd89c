-- Harmless: templates get a lock that adds to the rules of the charity.
ALTER TABLE message_templates ADD COLUMN locked boolean NOT NULL DEFAULT false;
CREATE POLICY templates_unlocked ON message_templates AS RESTRICTIVE FOR UPDATE
  USING (NOT locked) WITH CHECK (charity_id = ANY (staff_of()));
