-- Who logged in is the same as who acts.
ALTER POLICY own ON lab.labs USING (login = session_user AND login = current_user);
