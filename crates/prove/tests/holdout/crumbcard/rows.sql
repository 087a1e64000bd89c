INSERT INTO bread.cities VALUES ('Sampleton');
INSERT INTO bread.bakeries VALUES (301, 'Alder bread', 'Sampleton'), (402, 'Road-secret bread', 'Sampleton');
INSERT INTO bread.shops VALUES (301, 1, 'Low road'), (402, 1, 'Road-secret street');
INSERT INTO bread.cards VALUES (301, 'C-3001', 'Ann', 7), (402, 'C-4001', 'Road-secret holder', 5000);
INSERT INTO bread.stamps VALUES (301, 'C-3001', 1, 1, 250), (402, 'C-4001', 1, 1, 4321);
INSERT INTO bread.rewards VALUES (301, 1, 'Bun', 10), (402, 1, 'Road-secret reward', 10);
INSERT INTO bread.gift_cards VALUES (301, 'GA11', 'Hello', 500), (402, 'GB22', 'Road-secret greeting', 900);
INSERT INTO bread.campaigns VALUES (301, 1, 'Buns'), (402, 1, 'Road-secret campaign');
INSERT INTO bread.import_rows VALUES (301, 1, '{"bakery_id": 301}'), (402, 1, '{"bakery_id": 402}');
