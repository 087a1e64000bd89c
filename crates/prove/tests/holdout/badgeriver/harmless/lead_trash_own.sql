-- The trash belongs to the organizer whose lead it was, by the same rule as the leads.
CREATE TABLE badge.lead_trash (LIKE badge.lead, deleted_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (organizer_id) REFERENCES badge.organizer (id));
ALTER TABLE badge.lead_trash ENABLE ROW LEVEL SECURITY;
ALTER TABLE badge.lead_trash FORCE ROW LEVEL SECURITY;
CREATE POLICY lead_trash_tenant ON badge.lead_trash
  USING (organizer_id = badge.me()) WITH CHECK (organizer_id = badge.me());
GRANT SELECT, INSERT, DELETE ON badge.lead_trash TO hf_badgeriver_app;
CREATE FUNCTION badge.trash_lead() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO badge.lead_trash (organizer_id, code, contact, note)
      VALUES (OLD.organizer_id, OLD.code, OLD.contact, OLD.note);
    RETURN OLD;
  END $$;
CREATE TRIGGER lead_to_trash AFTER DELETE ON badge.lead
  FOR EACH ROW EXECUTE FUNCTION badge.trash_lead();
