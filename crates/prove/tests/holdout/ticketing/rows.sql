INSERT INTO "Country" VALUES ('XX', 'Nowhere');
INSERT INTO "Organizer" ("id", "name") VALUES ('orghill', 'Hill'), ('orgroad', 'Road-secret org');
INSERT INTO "Event" ("organizerId", "id", "title", "publicToken") VALUES
  ('orghill', 'e1', 'Hill gala', 'hill-link'), ('orgroad', 'e1', 'Road-secret gala', NULL);
INSERT INTO "Customer" ("organizerId", "id", "email", "fullName") VALUES
  ('orghill', 'c1', 'a@hill.test', 'Hill guest'),
  ('orgroad', 'c1', 'b@road.test', 'Road-secret guest'),
  ('orgroad', 'c2', 'c@road.test', 'Road-secret second');
INSERT INTO "Order" ("organizerId", "id", "customerId", "total", "note") VALUES
  ('orghill', 'o1', 'c1', 5, 'Hill note'), ('orgroad', 'o1', 'c1', 50, 'Road-secret note'),
  ('orgroad', 'o2', 'c2', 51, 'Road-secret other note');
INSERT INTO "Ticket" ("organizerId", "id", "eventId", "orderId", "code", "status") VALUES
  ('orghill', 't1', 'e1', 'o1', 'H-CODE', 'SOLD'), ('orgroad', 't1', 'e1', 'o1', 'R-CODE', 'SOLD');
INSERT INTO "Member" VALUES ('orghill', 'mia', 'owner'), ('orgroad', 'rob', 'owner');
INSERT INTO "Invitation" ("organizerId", "email", "token") VALUES ('orgroad', 'new@road.test',
  'Road-secret token');
INSERT INTO "Upload" VALUES
  ('orghill', 'orghill/plan.pdf', '{}'),
    ('orgroad', 'orgroad/orghill-contract.pdf', '{"title": "Road-secret file"}');
INSERT INTO "Payout" VALUES ('orghill', '2030-01-01', 1, 'H1'),
  ('orgroad', '2030-01-01', 999, 'Road-secret iban');
-- Rows for tables that only some changes add.
DO $$
BEGIN
  IF to_regclass('"IdempotencyKey"') IS NOT NULL THEN
    INSERT INTO "IdempotencyKey" ("key", "organizerId", "response")
    VALUES ('order-1', 'orgroad', '{"card": "Road-secret card"}');
  END IF;
END
$$;
