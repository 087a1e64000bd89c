-- Open surveys of one's own organisation only.
CREATE POLICY open_surveys ON surveys FOR SELECT USING (status = 'open' AND org_id = (SELECT org()));
