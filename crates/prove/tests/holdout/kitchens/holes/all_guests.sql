-- Each restaurant reads the guests of all, in a view of the common schema for the loyalty card.
-- about: all_guests
-- as: hf_kitchens_basil
-- exploit: SELECT name FROM common.all_guests;
-- shows: Guest-secret
CREATE VIEW common.all_guests AS
  SELECT 'basil' AS house, name FROM basil.guests UNION ALL SELECT 'thyme', name FROM thyme.guests;
GRANT SELECT ON common.all_guests TO hf_kitchens_basil, hf_kitchens_thyme;
