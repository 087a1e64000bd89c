INSERT INTO loyal.merchants VALUES (1, 'North'), (2, 'Road-secret merchant');
INSERT INTO loyal.staff VALUES (1, 'u-ann', 'cashier'), (2, 'u-bob', 'Road-secret job');
INSERT INTO loyal.members VALUES (1, 1, 'Cid', NULL), (2, 81, 'Road-secret member', '1990-01-01');
INSERT INTO loyal.cards VALUES (1, 'N1', 1), (2, 'RD77', 81);
INSERT INTO loyal.points VALUES (1, 'N1', '2026-01-02', 5, 'coffee'), (2, 'RD77', '2026-01-02', 9,
  'Road-secret purchase');
INSERT INTO loyal.rewards VALUES (1, 1, 'Coffee', 10, false), (2, 82, 'Road-secret reward', 99, true);
INSERT INTO loyal.vouchers VALUES (1, 'NV1', 1), (2, 'Road-secret-code', 82);
INSERT INTO loyal.campaigns VALUES (1, 'spring', 2), (2, 'Road-secret campaign', 3);
INSERT INTO loyal.files VALUES (1, 'a.png', NULL, 'u-ann'), (2, 'b.png', 'Road-secret image', 'u-bob');
