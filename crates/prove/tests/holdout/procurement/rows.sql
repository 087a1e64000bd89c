INSERT INTO proc.cpv_codes VALUES ('30', 'Office');
INSERT INTO proc.companies VALUES
  ('ca000000-0000-0000-0000-000000000001', 'Clay', 'T1'), ('cb000000-0000-0000-0000-000000000001',
   'Dune-secret', 'tax-secret');
INSERT INTO proc.departments VALUES
  ('ca000000-0000-0000-0000-000000000001', 'it', 100), ('cb000000-0000-0000-0000-000000000001', 'it', 31337);
INSERT INTO proc.suppliers VALUES
  ('ca000000-0000-0000-0000-000000000001', 'ca000000-0000-0000-0000-000000000002', 'Sup A', 'V1', 1),
  ('cb000000-0000-0000-0000-000000000001', 'cb000000-0000-0000-0000-000000000002', 'Sup-secret', 'V9', 5);
INSERT INTO proc.tenders (company_id, tender_id, department, title, cpv, reserve_price, state) VALUES
  ('ca000000-0000-0000-0000-000000000001', 'ca000000-0000-0000-0000-000000000003', 'it', 'Own', '30', 1,
   'open'),
  ('cb000000-0000-0000-0000-000000000001', 'cb000000-0000-0000-0000-000000000003', 'it', 'Tender-secret',
   '30', 99,
   'open');
INSERT INTO proc.bids VALUES
  ('cb000000-0000-0000-0000-000000000001', 'cb000000-0000-0000-0000-000000000003',
   'cb000000-0000-0000-0000-000000000002', 4242, 'bid-secret'),
  ('ca000000-0000-0000-0000-000000000001', 'ca000000-0000-0000-0000-000000000003',
   'ca000000-0000-0000-0000-000000000002', 1, 'own');
INSERT INTO proc.purchase_orders (company_id, po_number, department, supplier_id, terms) VALUES
  ('ca000000-0000-0000-0000-000000000001', 'PO-1', 'it', 'ca000000-0000-0000-0000-000000000002', 'own'),
  ('cb000000-0000-0000-0000-000000000001', 'PO-1', 'it', 'cb000000-0000-0000-0000-000000000002',
   'terms-secret');
INSERT INTO proc.po_lines VALUES
  ('ca000000-0000-0000-0000-000000000001', 'PO-1', 1, 'own', 3),
  ('cb000000-0000-0000-0000-000000000001', 'PO-1', 1, 'item-secret', 888);
INSERT INTO proc.approvals VALUES
  ('cb000000-0000-0000-0000-000000000001', 'PO-1', 1, 'boss', 'comment-secret');
INSERT INTO proc.mail_jobs (company_id, recipient, body) VALUES
  ('cb000000-0000-0000-0000-000000000001', 'x@b.test', 'mail-secret');
