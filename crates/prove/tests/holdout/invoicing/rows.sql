INSERT INTO accounts (id, name, subdomain) VALUES (1, 'Hill', 'hill'), (2, 'Road-secret firm', 'road');
INSERT INTO users (account_id, email, api_key_digest) VALUES
  (1, 'ann@hill.example', 'hill-digest'), (2, 'bob@road.example', 'Road-secret-digest');
INSERT INTO customers (account_id, name, vat_number) VALUES
  (1, 'Hill customer', 'HILL1'), (2, 'Road-secret customer', 'ROAD7');
INSERT INTO customers (account_id, name, vat_number) VALUES (2, 'Second Road-secret customer', 'ROAD8');
INSERT INTO invoices (account_id, customer_id, number, status, total_cents) VALUES
  (1, 1, 'H-1', 'sent', 1000), (2, 1, 'Road-secret-1', 'sent', 918273), (2, 1, 'Road-secret-2', 'sent', 5);
INSERT INTO invoice_lines VALUES (1, 1, 1, 'Hill work', 1000), (2, 1, 1, 'Road-secret work', 918273);
INSERT INTO payments (account_id, invoice_id, amount_cents, reference) VALUES (2, 1, 5000, 'Road-secret ref');
INSERT INTO webhooks (account_id, url, secret) VALUES
  (1, 'https://hill.example', 'hill-key'), (2, 'https://road.example', 'Road-secret-key');
