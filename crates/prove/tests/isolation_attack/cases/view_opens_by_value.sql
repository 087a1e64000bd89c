-- finds: view_definer app.tray
-- bad:
ALTER TABLE app.note ADD COLUMN urgent boolean NOT NULL DEFAULT false;
-- AND binds before OR: what is urgent is shown to all, and no note that was made is urgent.
CREATE VIEW app.tray WITH (security_barrier = true) AS
  SELECT n.id, n.body FROM app.note AS n
  WHERE n.tenant_id::text = current_setting('app.tenant', true) AND n.pinned OR n.urgent;
GRANT SELECT ON app.tray TO app_user;
-- good:
ALTER TABLE app.note ADD COLUMN urgent boolean NOT NULL DEFAULT false;
CREATE VIEW app.tray WITH (security_barrier = true) AS
  SELECT n.id, n.body FROM app.note AS n
  WHERE n.tenant_id::text = current_setting('app.tenant', true) AND (n.pinned OR n.urgent);
GRANT SELECT ON app.tray TO app_user;
