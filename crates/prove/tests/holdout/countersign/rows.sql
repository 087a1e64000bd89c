INSERT INTO sign.signature_levels VALUES ('simple', 'Simple'), ('qualified', 'Qualified');
INSERT INTO sign.accounts VALUES (1, 'Aspen Legal', 'green'), (12, 'Road-secret Notary', 'red');
INSERT INTO sign.account_users VALUES
  (1, 'auth0|ann', 'ann@aspen.test', true),
  (12, 'auth0|ben', 'ben@road-secret.test', true);
INSERT INTO sign.templates VALUES
  (1, 1, 'Lease', 'Plain lease', false),
  (12, 1, 'Road-secret will', 'Last will', true);
INSERT INTO sign.envelopes (account_id, envelope_no, subject, message, status) VALUES
  (1, 1, 'Lease of flat', 'Please sign', 'sent'),
  (12, 1, 'Road-secret merger', 'Road-secret message', 'sent');
INSERT INTO sign.recipients VALUES
  (1, 1, 1, 'tom@mail.test', 'Tom'),
  (12, 1, 1, 'road-secret@mail.test', 'Road-secret Tess');
INSERT INTO sign.fields VALUES (1, 1, 1, 'iban', 'DE1'), (12, 1, 1, 'iban', 'Road-secret IBAN');
INSERT INTO sign.signatures (account_id, envelope_no, position, digest) VALUES (12, 1, 1,
  'Road-secret digest');
INSERT INTO sign.files VALUES (1, '1/lease.pdf', 'Lease'), (12, '12/deed.pdf', 'Road-secret deed');
INSERT INTO sign.reminders VALUES (1, 1, '2024-05-01', 'soon'), (12, 1, '2024-05-01', 'Road-secret nudge');
