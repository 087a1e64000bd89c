-- A user reads old versions of others' entries: the history lost its policy in favour of a check on the
-- entry.
-- about: entry_versions
-- as: ho_journal_app
-- exploit: SET journal.person = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT body FROM entry_versions;
-- shows: old-secret
DROP POLICY mine ON entry_versions;
CREATE POLICY mine ON entry_versions FOR SELECT USING (version > 0 AND entry_id IS NOT NULL);
