INSERT INTO mail.plans VALUES ('s', 1000);
INSERT INTO mail.accounts VALUES (1, 'North', 's'), (2, 'Road-secret account', 's');
INSERT INTO mail.users VALUES (1, 'a0000000-0000-4000-8000-000000000001', 'ann@north.test', 'x', 'h1'), (2,
  'b0000000-0000-4000-8000-000000000001', 'bob@road.test', 'y', 'Road-secret hash');
INSERT INTO mail.lists VALUES (1, 'a0000000-0000-4000-8000-000000000002', 'News'), (2,
  'b0000000-0000-4000-8000-000000000002', 'Road-secret list');
INSERT INTO mail.subscribers VALUES (1, 'a0000000-0000-4000-8000-000000000002', 'c@north.test', '{}'), (2,
  'b0000000-0000-4000-8000-000000000002', 'vip@road.test', '{"note": "Road-secret vip"}');
INSERT INTO mail.templates VALUES (1, 'a0000000-0000-4000-8000-000000000003', '<p>'), (2,
  'b0000000-0000-4000-8000-000000000003', 'Road-secret html');
INSERT INTO mail.campaigns VALUES (1, 'a0000000-0000-4000-8000-000000000004',
  'a0000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000003', 'Spring'), (2,
  'b0000000-0000-4000-8000-000000000004', 'b0000000-0000-4000-8000-000000000002',
  'b0000000-0000-4000-8000-000000000003', 'Road-secret launch');
INSERT INTO mail.deliveries VALUES (1, 'a0000000-0000-4000-8000-000000000004', 'c@north.test', 0, NULL), (2,
  'b0000000-0000-4000-8000-000000000004', 'vip@road.test', 3, 'Road-secret bounce');
INSERT INTO mail.suppressions VALUES (1, 'no@north.test', 'x'), (2, 'no@road.test', 'Road-secret reason');
