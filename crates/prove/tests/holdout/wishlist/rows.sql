INSERT INTO auth.users VALUES ('a1000000-0000-4000-8000-000000000001', 'ann@alpha.test'),
    ('b1000000-0000-4000-8000-000000000001', 'bob@beta.test');
INSERT INTO orgs (id, name) VALUES (1, 'Alpha'), (2, 'Beta');
INSERT INTO org_members VALUES (1, 'a1000000-0000-4000-8000-000000000001', 'admin'),
    (2, 'b1000000-0000-4000-8000-000000000001', 'admin');
INSERT INTO boards VALUES (1, 'app', 'Alpha app', true), (2, 'app', 'Road-secret app', false);
INSERT INTO contacts VALUES (1, 'a2000000-0000-4000-8000-000000000001', 'cy@guest.test', 'Cy', 'Cy Ltd'),
  (2, 'b2000000-0000-4000-8000-000000000001', 'di@guest.test', 'Road-secret Di', 'Di Ltd');
INSERT INTO ideas (org_id, board, title) VALUES (1, 'app', 'Dark mode'), (2, 'app', 'Road-secret idea');
INSERT INTO votes (org_id, idea, contact_id) VALUES (1, 1, 'a2000000-0000-4000-8000-000000000001'),
  (2, 1, 'b2000000-0000-4000-8000-000000000001');
INSERT INTO idea_comments (org_id, idea, body) VALUES (1, 1, 'ok'), (2, 1, 'Road-secret comment');
INSERT INTO changelog_posts (org_id, title) VALUES (1, 'One'), (2, 'Road-secret launch');
INSERT INTO api_tokens (org_id, name, token_hash) VALUES (2, 'Road-secret sync', sha256('beta'));
