-- A longer check on one's own row.
DROP POLICY myself ON people;
CREATE POLICY myself ON people USING (id = person() AND handle IS NOT NULL);
