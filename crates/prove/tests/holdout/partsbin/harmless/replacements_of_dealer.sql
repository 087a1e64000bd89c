-- The view with its owner's rights joins by dealer and part number and is a barrier: harmless.
CREATE VIEW parts.replacements WITH (security_barrier = true) AS
  SELECT s.old_no, s.new_no, i.title, i.cost
  FROM parts.supersessions s
  JOIN parts.items i ON i.dealer_id = s.dealer_id AND i.part_no = s.new_no
  WHERE s.dealer_id = parts.dealer();
GRANT SELECT ON parts.replacements TO hf_partsbin_app;
