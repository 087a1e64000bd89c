-- Entries are changed by nobody but their author, by a restrictive policy on top of the one for members.
CREATE POLICY author_only ON inc.timeline AS RESTRICTIVE FOR UPDATE
  USING (author_id = inc.uid()) WITH CHECK (author_id = inc.uid());
