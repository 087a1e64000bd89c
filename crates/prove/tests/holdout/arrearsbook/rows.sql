INSERT INTO accounts (id, name) VALUES (1001, 'Road-secret account'), (2002, 'Ash account');
INSERT INTO users (account_id, email) VALUES (1001, 'road@example.test'), (2002, 'ash@example.test');
INSERT INTO customers (account_id, id, external_ref, name, credit_note) VALUES
  (1001, 71, 'DEB-77', 'Road-secret debtor', 'Road-secret credit'),
  (2002, 81, 'DEB-11', 'Ash debtor', 'fine');
INSERT INTO invoices (account_id, id, customer_id, subject) VALUES
  (1001, 711, 71, 'Road-secret invoice'), (2002, 811, 81, 'Ash invoice');
INSERT INTO invoice_lines (account_id, invoice_id, description, cents) VALUES
  (1001, 711, 'Road-secret line', 900), (2002, 811, 'Ash line', 100);
INSERT INTO payments (account_id, customer_id, reference, cents) VALUES
  (1001, 71, 'Road-secret payment', 900), (2002, 81, 'Ash payment', 100);
INSERT INTO dunning_letters (account_id, customer_id, body) VALUES
  (1001, 71, 'Road-secret letter'), (2002, 81, 'Ash letter');
INSERT INTO delayed_jobs (account_id, handler) VALUES (1001, 'Road-secret handler'), (2002, 'Ash handler');
