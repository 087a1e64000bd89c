-- Tenant A reads what other publishers deleted: the policy for the waste basket names no publisher.
-- about: authors
-- as: hf_newsroom_app
-- exploit: SET news.publisher_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT name FROM news.authors;
-- shows: Bob-secret
CREATE POLICY waste_basket ON news.authors FOR SELECT TO hf_newsroom_app USING (deleted_at IS NOT NULL);
