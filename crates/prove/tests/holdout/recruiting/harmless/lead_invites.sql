-- A lead adds members to his own team.
CREATE POLICY lead_adds ON hire.members FOR INSERT WITH CHECK (EXISTS (
  SELECT FROM hire.members me
  WHERE me.team_id = members.team_id AND me.user_id = hire.uid() AND me.role = 'lead'));
GRANT INSERT (team_id, user_id) ON hire.members TO hf_recruiting_app;
CREATE POLICY no_self ON hire.members AS RESTRICTIVE FOR INSERT WITH CHECK (user_id <> hire.uid());
