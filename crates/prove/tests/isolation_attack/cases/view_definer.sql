-- finds: view_definer app.bodies
-- bad:
CREATE VIEW app.bodies AS SELECT id, body FROM app.note;
GRANT SELECT ON app.bodies TO app_user;
-- good:
-- Owned by a role that the policies bind, it shows what its reader may see.
CREATE VIEW app.bodies AS SELECT id, body FROM app.note;
ALTER VIEW app.bodies OWNER TO keeper;
GRANT SELECT ON app.bodies TO app_user;
