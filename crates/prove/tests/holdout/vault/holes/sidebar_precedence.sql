-- In the view's filter OR binds looser than AND, so favourites of all organizations are shown.
-- about: sidebar
-- as: hf_vault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT label FROM sidebar;
-- shows: Road-secret bank
-- What stands at the left: the logins and what is marked.
CREATE VIEW sidebar WITH (security_barrier = true) AS
SELECT i.org_id, i.id, i.label, g.name AS group_name
FROM items i LEFT JOIN groups g ON g.org_id = i.org_id AND g.id = i.group_id
WHERE has_role(i.org_id, 'member') AND i.kind = 'login' OR i.favourite;
GRANT SELECT ON sidebar TO hf_vault_app;
