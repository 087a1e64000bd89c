INSERT INTO exp.rates VALUES ('NO', 9000);
INSERT INTO exp.companies VALUES (1, 'North', 'N1'), (2, 'Road-secret company', 'R2');
INSERT INTO exp.employees VALUES (1, 1, 'Ann', 'NO1', NULL), (2, 91, 'Road-secret employee',
  'Road-secret iban', NULL);
INSERT INTO exp.categories VALUES (1, 'taxi', 'Taxi'), (2, 'bribe', 'Road-secret category');
INSERT INTO exp.reports VALUES (1, 1, 1, 'Trip', 'draft'), (2, 92, 91, 'Road-secret trip', 'submitted');
INSERT INTO exp.expenses VALUES (1, 1, 1, 'taxi', 100, 'Cabs'), (2, 93, 92, 'bribe', 98765,
  'Road-secret merchant');
INSERT INTO exp.receipts VALUES (1, 1, 'cab 1.00'), (2, 93, 'Road-secret receipt');
INSERT INTO exp.approvals VALUES (1, 1, 1, 'ok'), (2, 92, 91, 'Road-secret comment');
INSERT INTO exp.policies_text VALUES (1, 1, 'fly cheap'), (2, 1, 'Road-secret policy');
