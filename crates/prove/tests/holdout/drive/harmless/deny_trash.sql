-- A restrictive policy hides the trash.
CREATE POLICY no_trash ON drive.files AS RESTRICTIVE FOR SELECT USING (trashed_at IS NULL);
