INSERT INTO proc.cpv_codes VALUES ('45', 'Construction');
INSERT INTO proc.authorities VALUES (1, 'North Council'), (2, 'Road-secret Council');
INSERT INTO proc.members VALUES (1, 11, 'head'), (1, 12, 'auditor'), (1, 13, 'buyer'), (2, 21, 'head');
INSERT INTO proc.tenders VALUES (1, 'T-1', 'roads', 'North road', '45', 100, 'published',
    now() - interval '1 day'),
  (2, 'T-1', 'roads', 'Road-secret bridge', '45', 77000, 'published', now() - interval '1 day'),
  (2, 'T-2', NULL, 'Road-secret school', '45', 88000, 'draft', now() + interval '9 days');
INSERT INTO proc.lots VALUES (2, 'T-1', 1, 'Road-secret lot');
INSERT INTO proc.bidders VALUES (1, 'V1', 'North Builder', 3), (2, 'V2', 'Road-secret Builder', 5);
INSERT INTO proc.bids (authority_id, tender_ref, vat_no, price, remarks) VALUES (1, 'T-1', 'V1', 90, 'n'),
  (2, 'T-1', 'V2', 70123, 'Road-secret bid');
INSERT INTO proc.questions (authority_id, tender_ref, asked_by, body, answer) VALUES
  (2, 'T-1', 'Road-secret asker', 'Which steel?', 'Road-secret answer');
INSERT INTO proc.awards VALUES (2, 'T-1', 'V2', 70123, '2026-06-06');
INSERT INTO proc.templates VALUES (2, 'standard', 'Road-secret template', '{}');
DO $$ BEGIN
  IF to_regclass('proc.evaluators') IS NOT NULL THEN
    INSERT INTO proc.evaluators VALUES (2, 'T-1', 21);
  END IF;
END $$;
