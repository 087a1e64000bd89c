-- harmless: the directory is replaced together with the option that makes it run as the reader.
CREATE OR REPLACE VIEW church.directory WITH (security_invoker = true) AS
  SELECT p.church_id, p.full_name, h.name AS household, p.email
  FROM church.people p LEFT JOIN church.households h ON h.church_id = p.church_id AND h.id = p.household_id;
