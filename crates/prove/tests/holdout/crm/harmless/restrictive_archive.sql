-- A restrictive policy only takes rows away.
CREATE POLICY not_deleted ON companies AS RESTRICTIVE FOR SELECT USING (deleted_at IS NULL);
