-- Hides deleted drivers by a restrictive policy: it can only take rows away.
CREATE POLICY hide_deleted ON drivers AS RESTRICTIVE FOR SELECT
  USING (deleted_at IS NULL OR current_setting('app.show_bin', true) = 'on');
