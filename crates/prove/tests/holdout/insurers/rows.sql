INSERT INTO ins.insurers VALUES (1, 'Hill Dental'), (2, 'Road-secret Dental');
INSERT INTO ins.procedures VALUES ('fill', 'Filling'), ('crown', 'Crown');
INSERT INTO ins.groups VALUES (1, 'hg', 'Hill works'), (2, 'rg', 'Road-secret works');
INSERT INTO ins.plans VALUES (1, 'hp', 1000, 'Hill plan'), (2, 'rp', 2000, 'Road-secret plan');
INSERT INTO ins.persons VALUES (1, 10, 'hg', 'hp', 'Hill person'), (2, 20, 'rg', 'rp', 'Road-secret person');
INSERT INTO ins.dentists VALUES (1, 10, 'Hill dentist', 'HH1'), (2, 20, 'Road-secret dentist', 'RR2');
INSERT INTO ins.claims VALUES (1, 100, 10, 10, 'new', NULL, 'Hill finding'),
  (2, 200, 20, 20, 'new', NULL, 'Road-secret finding');
INSERT INTO ins.claim_lines VALUES (1, 100, 1, 'fill', 10), (2, 200, 1, 'crown', 8642.1);
INSERT INTO ins.payouts VALUES (1, 100, 10, '2026-01-01'), (2, 200, 8642.1, NULL);
INSERT INTO ins.letters (insurer_id, person_nr, body) VALUES (1, 10, 'Hill letter'),
  (2, 20, 'Road-secret letter');
DO $$
BEGIN
  IF to_regclass('ins.outbox') IS NOT NULL THEN
    EXECUTE $x$UPDATE ins.claims SET state = 'accepted'$x$;
  END IF;
  IF to_regclass('ins.appeals') IS NOT NULL THEN
    EXECUTE $x$INSERT INTO ins.appeals VALUES (2, 1, 200, 'Road-secret appeal')$x$;
  END IF;
END
$$;
