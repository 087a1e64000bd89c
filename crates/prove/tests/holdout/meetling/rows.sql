INSERT INTO "Organization" ("id", "name") VALUES ('clh0harbour', 'Harbour'), ('clh0road', 'Road-secret');
INSERT INTO "Member" ("organizationId", "id", "email") VALUES
  ('clh0harbour', 'clm1', 'ida@harbour.example'),
  ('clh0road', 'clm2', 'boss@road-secret.example');
INSERT INTO "Room" ("organizationId", "id", "slug", "passcode") VALUES
  ('clh0harbour', 'clr1', 'harbour-standup', '1111'),
  ('clh0road', 'clr2', 'board', '9-road-secret');
INSERT INTO "Meeting" ("organizationId", "id", "roomId", "title", "status", "startsAt") VALUES
  ('clh0harbour', 'clt1', 'clr1', 'Standup', 'ENDED', '2026-03-01 09:00+00'),
  ('clh0road', 'clt2', 'clr2', 'Road-secret layoffs', 'LIVE', '2026-03-01 10:00+00');
INSERT INTO "Participant" ("organizationId", "id", "meetingId", "displayName", "minutes") VALUES
  ('clh0harbour', 'clp1', 'clt1', 'Ida', 15),
  ('clh0road', 'clp2', 'clt2', 'Road-secret counsel', 44);
INSERT INTO "Recording" ("organizationId", "id", "meetingId", "storageKey", "madeAt") VALUES
  ('clh0harbour', 'clv1', 'clt1', 'rec/harbour.mp4', now()),
  ('clh0road', 'clv2', 'clt2', 'rec/road-secret.mp4', '2025-01-01 00:00+00');
INSERT INTO "Transcript" ("organizationId", "id", "meetingId", "body") VALUES
  ('clh0harbour', 'cls1', 'clt1', 'budget is fine'),
  ('clh0road', 'cls2', 'clt2', 'Road-secret budget is gone');
INSERT INTO "ChatMessage" ("organizationId", "id", "meetingId", "body") VALUES
  ('clh0harbour', 'clc1', 'clt1', 'hello'),
  ('clh0road', 'clc2', 'clt2', 'Road-secret link');
INSERT INTO "Webhook" ("organizationId", "id", "url", "secret") VALUES
  ('clh0road', 'clw2', 'https://road-secret.example/in', 'whsec-road-secret');
