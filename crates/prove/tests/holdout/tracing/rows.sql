INSERT INTO apm.span_kinds VALUES ('server');
INSERT INTO apm.orgs VALUES (7, 'Seven', 30), (8, 'Eight-secret', 30);
INSERT INTO apm.services VALUES (7, 'web', 'core'), (8, 'pay-secret', 'team'), (8, 'db-secret', 'team');
INSERT INTO apm.ingest_keys VALUES (7, 'main', 'k7'), (8, 'main', 'key-secret');
INSERT INTO apm.spans VALUES
  (7, 't7', 's1', NULL, 'web', 'server', 5, '{}'),
  (8, 't8', 's1', NULL, 'pay-secret', 'server', 5000, '{"user": "attr-secret"}'),
  (8, 't8', 's2', 's1', 'db-secret', 'server', 4000, '{}');
INSERT INTO apm.span_errors VALUES (8, 't8', 's1', 'error-secret');
INSERT INTO apm.saved_queries VALUES
  (7, 'mine', 'a', 'private'), (8, 'theirs', 'filter-secret', 'link'), (8, 'second', 'filter2-secret',
   'private');
INSERT INTO apm.monitors VALUES (7, 'm', 'web', 100, '#a'), (8, 'm', 'pay-secret', 100, '#channel-secret');
INSERT INTO apm.incidents (org_id, monitor, summary) VALUES (8, 'm', 'incident-secret');
