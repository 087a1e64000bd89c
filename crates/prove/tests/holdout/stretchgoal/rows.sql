INSERT INTO fund.currencies VALUES ('EUR', 2), ('JPY', 0);
INSERT INTO fund.organisers VALUES (101, 'Hill Press', 'EUR'), (202, 'Road-secret Press', 'EUR');
INSERT INTO fund.campaigns VALUES
  (101, 1, 'Hill Atlas', 'live', 500000, NULL, '2030-12-01'),
  (202, 7, 'Road-secret Atlas', 'draft', 900000, 'pv-7', '2030-12-01');
INSERT INTO fund.rewards VALUES (101, 1, 1, 'Book', 3000), (202, 7, 1, 'Road-secret Box', 9000);
INSERT INTO fund.backers VALUES
  (101, 1, 'kim@hill.test', 'Hill Kim', 'Hill Lane 1'),
  (202, 5, 'lou@road.test', 'Road-secret Lou', 'Road-secret Street 2');
INSERT INTO fund.contributions VALUES
  (101, 1, 1, 1, 3000, 'promised', 'go', '2030-03-01'),
  (202, 55, 7, 5, 9000, 'promised', 'Road-secret wish', '2030-03-02');
INSERT INTO fund.payouts VALUES (101, 1, 1, 'XX10', 100), (202, 2, 7, 'Road-secret XX20', 200);
INSERT INTO fund.news VALUES (101, 1, 1, 'Start', 'We start'), (202, 2, 7, 'Road-secret news',
   'Road-secret body');
INSERT INTO fund.webhooks VALUES
  (101, 1, 'https://hill.test/hook', 'k1'), (202, 1, 'https://road.test/hook', 'Road-secret key');
