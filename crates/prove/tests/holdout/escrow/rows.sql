INSERT INTO escrow.agencies VALUES ('acorn', 'Acorn Escrow', 'L1'), ('bramble', 'Bramble Escrow', 'L2');
INSERT INTO escrow.parties VALUES
  ('acorn', 'P1', 'Buyer one', 'T1'), ('acorn', 'P2', 'Seller one', 'T2'),
  ('bramble', 'P7', 'Road-secret buyer', 'T7'), ('bramble', 'P8', 'Road-secret seller', 'T8');
INSERT INTO escrow.deals (agency, deal_ref, buyer_ref, seller_ref, title, state, price_cents, tracking_token)
VALUES
  ('acorn', 'D-1', 'P1', 'P2', 'A boat', 'open', 900, 'a0000000-0000-4000-8000-000000000001'),
  ('bramble', 'D-9', 'P7', 'P8', 'Road-secret mill', 'funded', 5000, 'b0000000-0000-4000-8000-000000000001');
INSERT INTO escrow.deposits VALUES ('acorn', 'D-1', 1, 100, 'acorn ref'),
  ('bramble', 'D-9', 1, 5000, 'Road-secret ref');
INSERT INTO escrow.conditions (agency, deal_ref, line_no, wording, met) VALUES
  ('acorn', 'D-1', 1, 'survey', false), ('bramble', 'D-9', 1, 'Road-secret wording', true);
INSERT INTO escrow.documents (agency, document_id, deal_ref, file_name, body) VALUES
  ('acorn', 'a0000000-0000-4000-8000-000000000005', 'D-1', 'boat.pdf', 'keel'), ('bramble',
    'b0000000-0000-4000-8000-000000000005', 'D-9', 'Road-secret.pdf', 'millstone');
INSERT INTO escrow.disputes (agency, deal_ref, reason) VALUES ('bramble', 'D-9', 'Road-secret reason');
INSERT INTO escrow.events (agency, deal_ref, detail) VALUES ('bramble', 'D-9', '{"by": "Road-secret"}');
