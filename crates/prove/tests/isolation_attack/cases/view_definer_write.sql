-- finds: view_definer_write app.intake
-- bad:
CREATE VIEW app.intake AS SELECT * FROM app.note;
GRANT INSERT ON app.intake TO app_user;
-- good:
CREATE VIEW app.intake WITH (security_invoker = true) AS SELECT * FROM app.note;
GRANT INSERT ON app.intake TO app_user;
