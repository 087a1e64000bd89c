-- A restrictive policy on top of the tenant's: closed forms take no more answers from anybody.
CREATE POLICY responses_open_only ON survey.responses AS RESTRICTIVE FOR INSERT WITH CHECK (
  EXISTS (
    SELECT 1 FROM survey.forms f
    WHERE f.team_id = responses.team_id AND f.id = responses.form_id AND f.status = 'open'
  )
);
