INSERT INTO accounts VALUES (10, 'Arrow Lifts', 'basic'), (20, 'Bolt Lifts', 'pro');
INSERT INTO users (account_id, id, email, reset_password_token) VALUES
  (10, 'a0000000-0000-4000-8000-000000000001', 'ann@arrow.example', NULL), (20,
    'b0000000-0000-4000-8000-000000000001', 'bob@bolt.example', 'Road-secret-token');
INSERT INTO buildings (account_id, id, address, gate_code) VALUES
  (10, 'a0000000-0000-4000-8000-000000000002', 'Lane 1', '11'), (20,
    'b0000000-0000-4000-8000-000000000002', 'Road-secret lane', 'Road-secret code');
INSERT INTO machines VALUES (10, 'a0000000-0000-4000-8000-000000000003',
  'a0000000-0000-4000-8000-000000000002', 'Lift 1', 'lift'), (20, 'b0000000-0000-4000-8000-000000000003',
    'b0000000-0000-4000-8000-000000000002', 'Road-secret lift', 'lift');
INSERT INTO work_orders (account_id, id, number, machine_id, summary) VALUES
  (10, 'a0000000-0000-4000-8000-000000000004', 1, 'a0000000-0000-4000-8000-000000000003', 'oil'), (20,
    'b0000000-0000-4000-8000-000000000004', 1, 'b0000000-0000-4000-8000-000000000003', 'Road-secret fault');
INSERT INTO work_order_steps VALUES (10, 'a0000000-0000-4000-8000-000000000004', 1, 'open it'), (20,
  'b0000000-0000-4000-8000-000000000004', 1, 'Road-secret step');
INSERT INTO active_storage_blobs VALUES (10, 'a0000000-0000-4000-8000-000000000005', 'k1', 'lift.png'),
  (20, 'b0000000-0000-4000-8000-000000000005', 'k2', 'Road-secret.png');
INSERT INTO comments VALUES (10, 'a0000000-0000-4000-8000-000000000006', 'WorkOrder',
  'a0000000-0000-4000-8000-000000000004', 'done'),
  (20, 'b0000000-0000-4000-8000-000000000006', 'WorkOrder', 'b0000000-0000-4000-8000-000000000004',
    'Road-secret comment');
INSERT INTO versions VALUES (20, 'b0000000-0000-4000-8000-000000000007', 'work_orders', 'update',
  '{"summary": "Road-secret old"}');
INSERT INTO good_jobs (account_id, id, serialized_params) VALUES
  (10, 'a0000000-0000-4000-8000-000000000008', '{"mail": "arrow"}'), (20,
    'b0000000-0000-4000-8000-000000000008', '{"mail": "Road-secret"}');
