INSERT INTO skills VALUES ('gas', 'Gas fitter');
INSERT INTO companies (id, name) VALUES (7, 'Hill'), (71, 'Road-secret company');
INSERT INTO drivers (company_id, id, name, phone, deleted_at) VALUES
  (7, '1d000000-0000-4000-8000-000000000001', 'Hill driver', '100', NULL),
  (71, '2d000000-0000-4000-8000-000000000001', 'Road-secret driver', '200', NULL),
  (71, '2d000000-0000-4000-8000-000000000002', 'Road-secret leaver', '201', now());
INSERT INTO vehicles VALUES (7, 'H-1', 'van'), (71, 'R-9', 'Road-secret truck');
INSERT INTO customers VALUES (7, 1, 'Hill customer', 'Hill 1', '11'),
  (71, 1, 'Road-secret customer', 'Road 1', '22');
INSERT INTO jobs (company_id, number, customer_number, summary) VALUES
  (7, 1, 1, 'Hill boiler'), (71, 1, 1, 'Road-secret boiler');
INSERT INTO assignments VALUES
  (71, 1, '2d000000-0000-4000-8000-000000000001', 'R-9', '[2031-03-01 08:00+00,2031-03-01 12:00+00)');
INSERT INTO job_notes (company_id, job_number, body) VALUES (7, 1, 'Hill note'), (71, 1, 'Road-secret note');
INSERT INTO background_tasks (company_id, queue, arguments) VALUES (71, 'mail', '{"to": "Road-secret mail"}');
INSERT INTO positions VALUES
  (71, '2d000000-0000-4000-8000-000000000001', now() - interval '1 minute', 'Road-secret corner');
