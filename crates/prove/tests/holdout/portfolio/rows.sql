INSERT INTO firms_firm (id, name, fee_percent) VALUES (1, 'Hill', 1), (2, 'Road-secret firm', 2);
INSERT INTO firms_adviser VALUES (1, 1, 'Ann'), (2, 1, 'Road-secret adviser');
INSERT INTO clients_client VALUES
  (1, 1, 1, 'Hill client', 'HT1', 'low'),
  (2, 1, 1, 'Road-secret client', 'RT1', 'high'),
  (2, 2, 1, 'Road-secret heir', 'RT2', 'low');
INSERT INTO portfolios_portfolio VALUES (1, 1, 1, 'Hill savings'), (2, 1, 1, 'Road-secret savings');
INSERT INTO portfolios_position VALUES (1, 1, 'XX0000000001', 5), (2, 1, 'XX0000000002', 31337);
INSERT INTO trading_order VALUES
  (1, 1, 1, 'XX0000000001', 1, 'new'), (2, 1, 1, 'XX0000000002', 42424, 'new'),
  (2, 2, 1, 'XX0000000002', 7, 'new');
INSERT INTO clients_document VALUES (1, 1, 1, 'Hill will', 'x'), (2, 1, 1, 'Road-secret will',
   'Road-secret text');
INSERT INTO clients_note VALUES (1, 1, 1, 1, 'Hill note'), (2, 1, 1, 1, 'Road-secret note');
