INSERT INTO sign.countries VALUES ('NO', true);
INSERT INTO sign.accounts VALUES (1, 'North', 'NO'), (2, 'Road-secret company', 'NO');
INSERT INTO sign.account_users VALUES (1, 11, 'ann@north.test', true), (2, 22, 'bob@road.test', true);
INSERT INTO sign.templates VALUES (1, 1, 'Lease', 'text'), (2, 7, 'Merger', 'Road-secret template');
INSERT INTO sign.envelopes VALUES (1, 1, 1, 'Lease of a van', 'sent', 11), (2, 70, 7, 'Road-secret merger',
  'sent', 22);
INSERT INTO sign.documents VALUES (1, 1, 1, 'van.pdf'), (2, 71, 70, 'Road-secret.pdf');
INSERT INTO sign.signers VALUES (1, 1, 1, 'c@north.test'), (2, 70, 1, 'ceo@road.test');
INSERT INTO sign.fields VALUES (2, 71, 'price', 'Road-secret 900');
INSERT INTO sign.contacts VALUES (1, 'c@north.test', 'Cid', '1'), (2, 'ceo@road.test', 'Road-secret ceo',
  '2');
