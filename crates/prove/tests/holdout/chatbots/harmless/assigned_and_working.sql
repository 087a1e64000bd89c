-- Harmless: who was given a session sees it only while he works there.
CREATE POLICY assigned_sessions ON bots.sessions FOR SELECT TO hf_chatbots_app
  USING (assigned_to = auth.uid() AND bots.works_at(account_id));
