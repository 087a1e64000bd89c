-- A member makes himself a member of another club: the right to change covers all columns.
-- about: memberships
-- as: hf_gardens_app
-- exploit: SET app.user_id = '11';
-- exploit: UPDATE club.memberships SET club_id = 2;
-- exploit: SELECT tenant_name FROM club.plots;
-- shows: Bob-secret
GRANT UPDATE ON club.memberships TO hf_gardens_app;
