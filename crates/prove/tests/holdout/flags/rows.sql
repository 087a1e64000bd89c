INSERT INTO "Organization" ("id", "name") VALUES ('org_hill', 'Hill'), ('org_road', 'Road-secret org');
INSERT INTO "Project" VALUES
  ('org_hill', 'p_hill', 'web', 'Hill web'), ('org_road', 'p_road', 'road-app', 'Road-secret app');
INSERT INTO "Environment" VALUES
  ('org_hill', 'e_hill', 'p_hill', 'production'), ('org_road', 'e_road', 'p_road', 'Road-secret production');
INSERT INTO "Flag" ("orgId", "id", "projectId", "key", "description", "tags") VALUES
  ('org_hill', 'f_hill', 'p_hill', 'dark-mode', 'Hill flag', '{hill}'),
  ('org_road', 'f_road', 'p_road', 'acquire-hill', 'Road-secret flag', '{Road-secret-tag}');
INSERT INTO "Segment" ("orgId", "id", "name", "emails") VALUES
  ('org_hill', 's_hill', 'Hill beta', '{ann@hill.example}'),
  ('org_road', 's_road', 'Road-secret beta', '{vip@road-secret.example}');
INSERT INTO "Rule" ("orgId", "id", "flagId", "environmentId", "segmentId", "conditions") VALUES
  ('org_road', 'r_road', 'f_road', 'e_road', 's_road', '["Road-secret condition"]');
INSERT INTO "ApiKey" ("orgId", "id", "environmentId", "hash", "label") VALUES
  ('org_hill', 'k_hill', 'e_hill', 'hash-hill', 'Hill key'),
  ('org_road', 'k_road', 'e_road', 'hash-road', 'Road-secret key');
INSERT INTO "AuditEvent" ("orgId", "id", "entity", "after") VALUES
  ('org_road', 'a_road', 'Flag', '{"note": "Road-secret event"}');
