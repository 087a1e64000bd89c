-- A restrictive rule on top of the organisation's policy: a runner cannot be seen in the future.
CREATE POLICY seen ON ci.runners AS RESTRICTIVE FOR UPDATE USING (true) WITH CHECK (last_seen <= now());
