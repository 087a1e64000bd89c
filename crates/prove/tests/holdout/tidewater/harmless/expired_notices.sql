-- The clean-up policy is restrictive: it only narrows what a port may delete of its own.
CREATE POLICY notices_cleanup ON port.notices AS RESTRICTIVE FOR DELETE USING (expires_on < current_date);
