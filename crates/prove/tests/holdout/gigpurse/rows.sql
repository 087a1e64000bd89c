INSERT INTO pay.currencies VALUES ('EUR', 2), ('JPY', 0);
INSERT INTO pay.companies VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'Acorn Studio', 'DE'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'Road-secret Works', 'FR');
INSERT INTO pay.company_members VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-1111-4000-8000-000000000001', 'Ann', 'owner'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-1111-4000-8000-000000000001', 'Road-secret Ben',
    'owner');
INSERT INTO pay.freelancers VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-2222-4000-8000-000000000001', 'Ada', 'ada@free.test'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-2222-4000-8000-000000000001', 'Road-secret Bea',
    'bea@free.test');
INSERT INTO pay.payout_methods (company_id, freelancer_id, iban) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-2222-4000-8000-000000000001', 'DE100'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-2222-4000-8000-000000000001', 'FR200');
INSERT INTO pay.contracts VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-3333-4000-8000-000000000001',
    'aaaaaaaa-2222-4000-8000-000000000001', 'Logo', 5000, 'EUR'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-3333-4000-8000-000000000001',
    'bbbbbbbb-2222-4000-8000-000000000001', 'Road-secret site', 7000, 'EUR');
INSERT INTO pay.milestones VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-3333-4000-8000-000000000001', 1, 'Draft', 5000),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'bbbbbbbb-3333-4000-8000-000000000001', 1, 'Road-secret step',
    9000);
INSERT INTO pay.invoices VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'INV-1', 'aaaaaaaa-2222-4000-8000-000000000001', 5000, 'Logo'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'INV-1', 'bbbbbbbb-2222-4000-8000-000000000001', 9000,
    'Road-secret memo');
INSERT INTO pay.payouts VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'PO-1', 'INV-1', 'Ada', 5000),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'PO-2', 'INV-1', 'Road-secret Bea', 9000);
INSERT INTO pay.disputes (company_id, reason) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'Late'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'Road-secret quarrel');
INSERT INTO pay.webhooks (company_id, url, signing_secret) VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'https://acorn.test', 'one'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'https://road.test', 'Road-secret key');
