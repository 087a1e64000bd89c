-- The prefix ends with a slash, and the column is compared as well.
CREATE POLICY path ON drive.files AS RESTRICTIVE USING (starts_with(path, drive.me() || '/'));
