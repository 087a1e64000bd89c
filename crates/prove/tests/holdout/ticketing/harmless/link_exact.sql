-- An event is public by its link only: with no link in the session the comparison is null.
CREATE POLICY "link" ON "Event" FOR SELECT
  USING ("organizerId" = current_organizer()
         AND "publicToken" = nullif(current_setting('app.link', true), ''));
