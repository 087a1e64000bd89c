INSERT INTO reward_types VALUES ('mug', 'Mug');
INSERT INTO programs VALUES (1, 'Fern', 1), (2, 'Ivy-secret', 3);
INSERT INTO members VALUES (1, 1, 'Ada', '100', 'base'), (2, 1, 'Bob-secret', '200', 'tier-secret'),
  (2, 77, 'Cid-secret', '201', 'tier-secret');
INSERT INTO cards VALUES (1, 'C-A', 1), (2, 'C-secret', 77);
INSERT INTO point_entries VALUES (1, 1, '2026-03-01', 1, 10, 'own'), (2, 77, '2026-03-01', 1, 500,
  'reason-secret');
INSERT INTO rewards VALUES (1, 'MUG', 'mug', 5, 1, 3), (2, 'MUG', 'mug', 50, 13.37, 8);
INSERT INTO redemptions VALUES (2, 1, 77, 'MUG', 'voucher-secret');
INSERT INTO campaigns VALUES (1, 'spring', 2, '{all}'), (2, 'summer-secret', 2, '{all}');
INSERT INTO coupon_queue VALUES (1, 'CP-A'), (2, 'CP-secret');
INSERT INTO history (program_id, table_name, row_data) VALUES (2, 'members', '{"old": "history-secret"}');
