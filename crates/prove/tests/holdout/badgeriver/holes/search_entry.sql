-- The table for the search has a policy, but row security was never switched on, so the policy does nothing.
-- about: search_entry, index_attendee, attendee_search, attendee
-- as: hf_badgeriver_app
-- exploit: SET badge.organizer = 'ad000000-0000-4000-8000-00000000000a';
-- exploit: SELECT body FROM badge.search_entry;
-- shows: Road-secret guest
CREATE TABLE badge.search_entry (
  organizer_id uuid NOT NULL REFERENCES badge.organizer (id),
  kind text NOT NULL,
  code text NOT NULL,
  body text NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED,
  PRIMARY KEY (organizer_id, kind, code)
);
CREATE INDEX search_entry_words ON badge.search_entry USING gin (words);
CREATE POLICY search_entry_tenant ON badge.search_entry
  USING (organizer_id = badge.me()) WITH CHECK (organizer_id = badge.me());
GRANT SELECT, INSERT, UPDATE, DELETE ON badge.search_entry TO hf_badgeriver_app;
CREATE FUNCTION badge.index_attendee() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO badge.search_entry
      VALUES (NEW.organizer_id, 'attendee', NEW.event_code || '/' || NEW.email, NEW.full_name)
      ON CONFLICT (organizer_id, kind, code) DO UPDATE SET body = EXCLUDED.body;
    RETURN NEW;
  END $$;
CREATE TRIGGER attendee_search AFTER INSERT OR UPDATE ON badge.attendee
  FOR EACH ROW EXECUTE FUNCTION badge.index_attendee();
