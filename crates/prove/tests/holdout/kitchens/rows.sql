-- Rows of two tenants, for the exploits in holes/.
INSERT INTO basil.dishes VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'Soup', 2);
INSERT INTO thyme.dishes VALUES ('bbbbbbbb-0000-4000-8000-000000000001', 'Dish-secret', 3);
INSERT INTO basil.recipes VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'Boil');
INSERT INTO thyme.recipes VALUES ('bbbbbbbb-0000-4000-8000-000000000001', 'recipe-secret');
INSERT INTO basil.guests VALUES ('aaaaaaaa-0000-4000-8000-000000000002', 'Ann', '1');
INSERT INTO thyme.guests VALUES ('bbbbbbbb-0000-4000-8000-000000000002', 'Guest-secret', '2');
INSERT INTO basil.bookings VALUES ('aaaaaaaa-0000-4000-8000-000000000002', '2026-03-03', 2);
INSERT INTO thyme.bookings VALUES ('bbbbbbbb-0000-4000-8000-000000000002', '2026-03-03', 4);
