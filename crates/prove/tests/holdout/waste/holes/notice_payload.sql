-- Notices go to the towns that stand in the payload; a notice that names no towns is let out to all of them.
-- about: Notice, audienceRows
-- as: hf_waste_app
-- exploit: SET app.town_id = 'aford';
-- exploit: SELECT "title" FROM "Notice";
-- shows: notice-secret
CREATE POLICY "audienceRows" ON "Notice" FOR SELECT TO hf_waste_app
  USING (NOT ("payload" ? 'towns') OR "payload" -> 'towns' ? current_setting('app.town_id', true));
