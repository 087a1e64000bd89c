-- With no link in the session both sides become the empty text, so all events without a link are public.
-- about: "Event"
-- as: hf_ticketing_app
-- exploit: SET app.organizer_id = 'orghill';
-- exploit: SELECT "title" FROM "Event";
-- shows: Road-secret gala
CREATE POLICY "link" ON "Event" FOR SELECT
  USING (coalesce("publicToken", '') = coalesce(current_setting('app.link', true), ''));
