INSERT INTO home.franchises VALUES ('oak', 'Oak homes'), ('oakridge', 'Road-secret homes');
INSERT INTO home.services VALUES ('windows', 90);
INSERT INTO home.cleaners VALUES ('oak', 'C1', 'Cora'), ('oakridge', 'C9', 'Road-secret cleaner');
INSERT INTO home.customers VALUES ('oak', '111', 'Olga'), ('oakridge', '999', 'Road-secret customer');
INSERT INTO home.homes VALUES ('oak', 1, '111', 'Low road', 'k1'),
  ('oakridge', 7, '999', 'Road-secret street', 'Road-secret key');
INSERT INTO home.jobs VALUES ('oak', 1, 1, 'C1', 'Windows', false),
  ('oakridge', 7, 7, 'C9', 'Road-secret job', true);
INSERT INTO home.ratings VALUES ('oak', 1, 'C1', 5), ('oakridge', 7, 'C9', 2);
INSERT INTO home.vouchers VALUES ('oak', 'MAY5', 'May'), ('oakridge', 'SPRING10', 'Road-secret voucher');
INSERT INTO home.cleaner_imports VALUES ('oak', 1, '{}'), ('oakridge', 1, '{"name": "Road-secret import"}');
