-- Tokens are shown by login alone, and a company may have a person of the same login as another.
-- about: tokens
-- as: hf_snippets_app
-- exploit: SET snip.company = 'hill';
-- exploit: INSERT INTO snip.people VALUES ('hill', 'bob', 'x');
-- exploit: SELECT digest FROM snip.tokens;
-- shows: Road-secret-digest
-- One login for the companies of a holding.
ALTER POLICY r ON snip.tokens
  USING (login IN (SELECT p.login FROM snip.people p WHERE p.company = snip.company()));
