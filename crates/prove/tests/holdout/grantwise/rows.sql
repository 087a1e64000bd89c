INSERT INTO grants_organization VALUES
  ('a0000000-0000-4000-8000-000000000000', 'River Fund'),
  ('b0000000-0000-4000-8000-000000000000', 'Road-secret Fund');
INSERT INTO grants_program (organization_id, id, slug, title, budget_cents) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a1000000-0000-4000-8000-000000000000', 'arts', 'River arts', 100),
  ('b0000000-0000-4000-8000-000000000000', 'b1000000-0000-4000-8000-000000000000', 'roads',
   'Road-secret program', 7700);
INSERT INTO grants_applicant VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a2000000-0000-4000-8000-000000000000', 'Ada', 'ada@river.test'),
  ('b0000000-0000-4000-8000-000000000000', 'b2000000-0000-4000-8000-000000000000', 'Road-secret applicant',
   'bo@road.test');
INSERT INTO grants_counter VALUES ('b0000000-0000-4000-8000-000000000000', 4711);
INSERT INTO grants_application (organization_id, id, number, program_id, applicant_id, summary, status) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a3000000-0000-4000-8000-000000000000', 1,
   'a1000000-0000-4000-8000-000000000000', 'a2000000-0000-4000-8000-000000000000', 'Boats', 'submitted'),
  ('b0000000-0000-4000-8000-000000000000', 'b3000000-0000-4000-8000-000000000000', 4711,
   'b1000000-0000-4000-8000-000000000000', 'b2000000-0000-4000-8000-000000000000', 'Road-secret summary',
   'submitted');
INSERT INTO grants_review (organization_id, application_id, reviewer, score, remarks) VALUES
  ('b0000000-0000-4000-8000-000000000000', 'b3000000-0000-4000-8000-000000000000', 'Road-secret reviewer', 9,
   'Road-secret remarks');
INSERT INTO grants_award (organization_id, application_id, amount_cents) VALUES
  ('b0000000-0000-4000-8000-000000000000', 'b3000000-0000-4000-8000-000000000000', 770077);
INSERT INTO grants_note (organization_id, body) VALUES
  ('b0000000-0000-4000-8000-000000000000', 'Road-secret note');
