INSERT INTO bee.users VALUES (11, 'Hill keeper', 'hill@example.org'),
  (22, 'Road-secret keeper', 'road@example.org');
INSERT INTO bee.races VALUES ('carn', 'Carnica'), ('buck', 'Buckfast');
INSERT INTO bee.associations VALUES (1, 'Hill Bees'), (2, 'Road-secret Bees');
INSERT INTO bee.memberships VALUES (1, 11, 'board'), (2, 22, 'board');
INSERT INTO bee.apiaries VALUES (1, 1, 'Hill meadow', '(1,1)'), (2, 2, 'Road-secret meadow', '(2,2)');
INSERT INTO bee.hives VALUES (1, 1, 1, 'carn', 'Hill blue'), (2, 2, 2, 'buck', 'Road-secret red');
INSERT INTO bee.inspections VALUES (1, 1, 1, '2026-04-01', 'Hill fine'),
  (2, 2, 2, '2026-04-01', 'Road-secret mites');
INSERT INTO bee.harvests VALUES
  (1, 1, '2026-06-01', 10, 'Hill jars'),
  (2, 2, '2026-06-01', 99, 'Road-secret jars');
INSERT INTO bee.devices VALUES (1, 1, 'Hill spinner'), (2, 2, 'Road-secret spinner');
INSERT INTO bee.swarm_reports (association_id, reported_by, body) VALUES (1, 11, 'Hill swarm'),
  (2, 22, 'Road-secret swarm');
DO $$
BEGIN
  IF to_regclass('bee.device_loans') IS NOT NULL THEN
    -- The other association has borrowed a device of the first.
    INSERT INTO bee.device_loans VALUES (2, 1, '2026-05-01', 'Road-secret loan');
  END IF;
  IF to_regclass('bee.weights') IS NOT NULL THEN
    INSERT INTO bee.weights VALUES (2, 2, 2, '2026-05-01', 54.321);
  END IF;
END
$$;
