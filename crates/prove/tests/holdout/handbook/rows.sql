INSERT INTO auth_user VALUES (7, 'ann@alpha.test'), (8, 'bob@beta.test');
INSERT INTO accounts_organization VALUES ('a0000000-0000-4000-8000-00000000000a', 'Alpha', 'alpha.test'),
    ('b0000000-0000-4000-8000-00000000000b', 'Beta', 'beta.test');
INSERT INTO accounts_membership VALUES ('a0000000-0000-4000-8000-00000000000a', 7, 'admin'),
    ('b0000000-0000-4000-8000-00000000000b', 8, 'admin');
INSERT INTO kb_space VALUES
  ('a0000000-0000-4000-8000-00000000000a', 'a1000000-0000-4000-8000-000000000001', 'ops', 'Alpha ops'),
  ('b0000000-0000-4000-8000-00000000000b', 'b1000000-0000-4000-8000-000000000001', 'ops', 'Road-secret ops');
INSERT INTO kb_article (id, organization_id, space_id, title, body, status) VALUES
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-00000000000a',
    'a1000000-0000-4000-8000-000000000001',
   'Alpha guide', 'hello', 'published'),
  ('b2000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-00000000000b',
    'b1000000-0000-4000-8000-000000000001',
   'Road-secret guide', 'Road-secret body', 'published'),
  ('b2000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-00000000000b',
    'b1000000-0000-4000-8000-000000000001',
   'Road-secret sketch', 'x', 'draft');
INSERT INTO kb_articlerevision (article_id, body) VALUES
  ('a2000000-0000-4000-8000-000000000001', 'old'), ('b2000000-0000-4000-8000-000000000001',
    'Road-secret old body');
INSERT INTO kb_comment (article_id, user_id, text) VALUES
  ('a2000000-0000-4000-8000-000000000001', 7, 'nice'), ('b2000000-0000-4000-8000-000000000001',
    8, 'Road-secret remark');
INSERT INTO kb_attachment (organization_id, article_id, file) VALUES
  ('b0000000-0000-4000-8000-00000000000b', 'b2000000-0000-4000-8000-000000000001', 'uploads/Road-secret.pdf');
INSERT INTO kb_publiclink (organization_id, article_id, token_hash) VALUES
  ('b0000000-0000-4000-8000-00000000000b', 'b2000000-0000-4000-8000-000000000001', sha256('beta-link'));
