-- The trash belongs to the database user who deleted, and that is the same login for all organizers.
-- about: lead_trash, lead_trash_deleter, lead_to_trash, trash_lead, lead
-- as: hf_badgeriver_app
-- exploit: SET badge.organizer = 'ad000000-0000-4000-8000-00000000000a';
-- exploit: SELECT contact FROM badge.lead_trash;
-- shows: Road-secret dropped
CREATE TABLE badge.lead_trash (LIKE badge.lead, deleted_by name NOT NULL DEFAULT current_user,
  deleted_at timestamptz NOT NULL DEFAULT now());
ALTER TABLE badge.lead_trash ENABLE ROW LEVEL SECURITY;
ALTER TABLE badge.lead_trash FORCE ROW LEVEL SECURITY;
-- Everybody may restore what he himself deleted.
CREATE POLICY lead_trash_deleter ON badge.lead_trash USING (deleted_by = current_user);
GRANT SELECT, INSERT, DELETE ON badge.lead_trash TO hf_badgeriver_app;
CREATE FUNCTION badge.trash_lead() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO badge.lead_trash (organizer_id, code, contact, note)
      VALUES (OLD.organizer_id, OLD.code, OLD.contact, OLD.note);
    RETURN OLD;
  END $$;
CREATE TRIGGER lead_to_trash AFTER DELETE ON badge.lead
  FOR EACH ROW EXECUTE FUNCTION badge.trash_lead();
