-- The new check forgets that staff can be inactive: who has left an account still reads it.
-- about: works_at, staff, sessions, assigned_sessions
-- as: hf_chatbots_app
-- exploit: SET request.jwt.claims = '{"sub": "dddddddd-dddd-dddd-dddd-dddddddddddd"}';
-- exploit: SELECT visitor_email FROM bots.sessions;
-- shows: visitor@road-secret.example
-- An agent always sees the sessions that were given to him.
CREATE POLICY assigned_sessions ON bots.sessions FOR SELECT TO hf_chatbots_app
  USING (assigned_to = auth.uid());
