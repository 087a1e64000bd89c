INSERT INTO "Currency" ("code") VALUES ('EUR'), ('DKK');
INSERT INTO "Museum" ("slug", "name") VALUES ('river', 'River house'), ('river-hill', 'Desk-secret museum');
INSERT INTO "Desk" ("museumSlug", "id", "label") VALUES
  ('river', 'a4000000-0000-4000-8000-000000000001', 'Hall'),
  ('river-hill', 'b4000000-0000-4000-8000-000000000001', 'Desk-secret gate');
INSERT INTO "Tour" ("museumSlug", "id", "title", "startsAt", "seats") VALUES
  ('river', 'a4000000-0000-4000-8000-000000000002', 'Own tour', '2024-05-01 10:00', 20),
  ('river-hill', 'b4000000-0000-4000-8000-000000000002', 'Desk-secret tour', '2024-05-01 11:00', 15);
INSERT INTO "Member" ("museumSlug", "id", "email", "fullName") VALUES
  ('river', 'a4000000-0000-4000-8000-000000000003', 'a@a.example', 'Own member'),
  ('river-hill', 'b4000000-0000-4000-8000-000000000003', 'b@b.example', 'Desk-secret member');
INSERT INTO "Order" ("museumSlug", "id", "deskId", "memberId", "channel", "totalCents", "createdAt") VALUES
  ('river', 'a4000000-0000-4000-8000-000000000004', 'a4000000-0000-4000-8000-000000000001',
   'a4000000-0000-4000-8000-000000000003', 'DESK', 1500, '2024-05-01'),
  ('river-hill', 'b4000000-0000-4000-8000-000000000004', 'b4000000-0000-4000-8000-000000000001',
   'b4000000-0000-4000-8000-000000000003', 'KIOSK', 93177, '2024-05-01');
INSERT INTO "Ticket" ("museumSlug", "id", "orderId", "tourId", "holder") VALUES
  ('river', 'a4000000-0000-4000-8000-000000000005', 'a4000000-0000-4000-8000-000000000004',
   'a4000000-0000-4000-8000-000000000002', 'own'),
  ('river-hill', 'b4000000-0000-4000-8000-000000000005', 'b4000000-0000-4000-8000-000000000004',
   'b4000000-0000-4000-8000-000000000002', 'Desk-secret holder');
INSERT INTO "PromoCode" ("museumSlug", "code", "percent") VALUES ('river', 'SPRING', 10),
  ('river-hill', 'SUMMER24', 25);
INSERT INTO "Supplier" ("museumSlug", "name", "iban") VALUES ('river', 'Own paper', 'X1'),
  ('river-hill', 'Desk-secret paper', 'X2');
INSERT INTO "Closure" ("museumSlug", "day", "reason") VALUES ('river', '2024-12-25', 'own'),
  ('river-hill', '2024-12-24', 'Desk-secret strike');
DO $$
BEGIN
  -- Only some changes add this table.
  IF to_regclass('"_GuideToTour"') IS NOT NULL THEN
    EXECUTE 'INSERT INTO "_GuideToTour" ("A", "B")
      VALUES (''Desk-secret guide'', ''b4000000-0000-4000-8000-000000000002'')';
  END IF;
END
$$;
