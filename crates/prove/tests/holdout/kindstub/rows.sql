INSERT INTO give.charity VALUES (1, 'Open Hands', 'East'), (2, 'Harvest-secret Fund', 'West');
INSERT INTO give.country VALUES ('XA', 'Here');
INSERT INTO give.donor VALUES
  (1, 1, 'Donor One', 'one@a.test', 'XA'),
  (1, 5, 'Donor One again', 'five@a.test', 'XA'),
  (2, 5, 'Harvest-secret donor', 'two@b.test', 'XA');
INSERT INTO give.campaign VALUES (1, 'spring', 'Spring'), (2, 'spring', 'Harvest-secret spring');
INSERT INTO give.donation (charity_id, donation_no, donor_no, campaign, amount, message) VALUES
  (1, 1, 1, 'spring', 10, 'thanks'),
  (2, 1, 5, 'spring', 7777, 'Harvest-secret message');
INSERT INTO give.receipt VALUES (1, 1, 1, 'Received 10'), (2, 1, 1, 'Harvest-secret receipt');
INSERT INTO give.receipt_counter VALUES (1, 2026, 3), (2, 2026, 5000);
INSERT INTO give.pledge VALUES (1, 1, 1, 5, 'monthly'), (2, 1, 5, 50, 'Harvest-secret pledge');
INSERT INTO give.bank_line VALUES (1, 1, 'from one', NULL), (2, 7, 'Harvest-secret bank memo', NULL);
