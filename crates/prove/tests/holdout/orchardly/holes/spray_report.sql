-- The spray report is a plain view with its owner's rights, so it lists what all growers sprayed.
-- about: spray_report, sprays, blocks
-- as: hf_orchardly_app
-- exploit: SET orchard.grower_id = 'a1000000-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM orchard.spray_report;
-- shows: 666.5
CREATE VIEW orchard.spray_report AS
SELECT b.name AS block, p.code AS product, date_part('year', s.sprayed_on) AS season, sum(s.litres) AS litres
FROM orchard.sprays s
JOIN orchard.blocks b ON b.id = s.block_id
JOIN orchard.products p ON p.code = s.product
GROUP BY 1, 2, 3;
GRANT SELECT ON orchard.spray_report TO hf_orchardly_app;
