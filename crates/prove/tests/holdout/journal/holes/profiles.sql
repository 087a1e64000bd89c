-- Everybody reads everybody's profile, the biography included.
-- about: people
-- as: ho_journal_app
-- exploit: SET journal.person = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT handle FROM people;
-- shows: bob-secret
CREATE POLICY profiles ON people FOR SELECT USING (handle IS NOT NULL);
