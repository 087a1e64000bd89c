-- Tenant A changes the comments of all publishers: the policy for moderators admits every row.
-- about: comments
-- as: hf_newsroom_app
-- exploit: SET news.publisher_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: UPDATE news.comments SET text = 'removed';
-- shows: UPDATE 2
CREATE POLICY moderate ON news.comments FOR UPDATE TO hf_newsroom_app USING (true);
