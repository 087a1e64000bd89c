INSERT INTO survey.species VALUES ('owl', 'Strix', true), ('fox', 'Vulpes', false);
INSERT INTO survey.teams VALUES ('north', 'North Team', 'n'), ('road', 'Road-secret Team',
    'Road-secret contact');
INSERT INTO survey.surveyors VALUES ('north', 's1', 'North One'), ('road', 's1', 'Road-secret One');
INSERT INTO survey.plots VALUES ('north', 'p1', 1, 1, 'x'), ('road', 'p1', 2, 2, 'Road-secret owner');
INSERT INTO survey.campaigns VALUES ('north', 'spring', 'draft', 'n', '{}'),
  ('road', 'spring', 'draft', 'Road-secret draft', '{}'), ('road', 'owls', 'published',
    'Road-secret abstract', '{}');
INSERT INTO survey.observations (team, observed_on, obs_id, campaign, plot, species, remarks) VALUES
  ('north', '2026-04-01', 'aaaaaaaa-0000-4000-8000-000000000001', 'spring', 'p1', 'fox', 'den'),
  ('road', '2026-04-01', 'bbbbbbbb-0000-4000-8000-000000000002', 'spring', 'p1', 'owl', 'Road-secret nest');
INSERT INTO survey.photos VALUES ('road', '2026-04-01', 'bbbbbbbb-0000-4000-8000-000000000002',
    'Road-secret.jpg');
INSERT INTO survey.exports (team, content, done_at) VALUES ('road', 'Road-secret csv', now()), ('road',
    'Road-secret next', NULL);
INSERT INTO survey.devices (team, device) VALUES ('north', 'tab-1'), ('road', 'tab-1');
DO $$ BEGIN
  IF to_regclass('survey.observations_2027') IS NOT NULL THEN
    INSERT INTO survey.observations (team, observed_on, campaign, plot, remarks) VALUES
      ('road', '2027-04-01', 'spring', 'p1', 'Road-secret next year');
  END IF;
END $$;
