-- Tenant acme reads the tickets of tenant acme-eu, because its slug is a prefix of the other.
-- about: tickets
-- as: ho_desk_web
-- exploit: SET desk.customer = 'acme';
-- exploit: SELECT subject FROM desk.tickets;
-- shows: EU-secret
DROP POLICY own ON desk.tickets;
CREATE POLICY own ON desk.tickets USING (customer LIKE current_setting('desk.customer', true) || '%')
  WITH CHECK (customer = current_setting('desk.customer', true));
