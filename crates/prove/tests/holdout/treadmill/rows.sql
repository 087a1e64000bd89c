INSERT INTO gyms (id, name) VALUES (1, 'North Gym'), (2, 'Road-secret Gym');
INSERT INTO muscle_groups VALUES ('legs', 'Legs');
INSERT INTO staff (gym_id, id, email, name) VALUES (1, 1, 'a@north.example', 'North Coach'),
  (2, 1, 'b@road.example', 'Road-secret Coach');
INSERT INTO plans (gym_id, id, title, monthly_cents) VALUES (1, 1, 'Basic', 2000), (2, 1,
    'Road-secret plan', 9000);
INSERT INTO members (gym_id, id, plan_id, card_number, name, phone) VALUES
  (1, 1, 1, '000111', 'North Member', '100'), (2, 1, 1, '000777', 'Road-secret Member', '555-77');
INSERT INTO group_classes (gym_id, id, trainer_id, title, starts_at, trial, trainer_notes) VALUES
  (1, 1, 1, 'Spin', now() + interval '1 day', false, 'n'),
  (2, 1, 1, 'Road-secret class', now() + interval '2 days', true, 'Road-secret notes');
INSERT INTO bookings (gym_id, group_class_id, member_id) VALUES (1, 1, 1), (2, 1, 1);
INSERT INTO payments (gym_id, id, member_id, amount_cents, reference) VALUES
  (1, 1, 1, 2000, 'north pay'), (2, 1, 1, 9000, 'Road-secret pay');
