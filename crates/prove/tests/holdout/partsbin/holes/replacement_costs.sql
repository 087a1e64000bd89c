-- A login reads what another dealer pays for the same part number, as the view joins by part number alone.
-- about: replacements, supersessions, items
-- as: hf_partsbin_app
-- exploit: SET parts.dealer_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT old_no, title, cost FROM parts.replacements;
-- shows: 77.31
CREATE VIEW parts.replacements WITH (security_barrier = true) AS
  SELECT s.old_no, s.new_no, i.title, i.cost
  FROM parts.supersessions s JOIN parts.items i ON i.part_no = s.new_no
  WHERE s.dealer_id = parts.dealer();
GRANT SELECT ON parts.replacements TO hf_partsbin_app;
