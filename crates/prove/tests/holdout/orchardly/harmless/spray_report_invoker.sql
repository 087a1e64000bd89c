-- The spray report as a view with the caller's rights: each grower sees his own sprays.
CREATE VIEW orchard.spray_report WITH (security_invoker = true) AS
SELECT b.name AS block, date_part('year', s.sprayed_on) AS season, sum(s.litres) AS litres
FROM orchard.sprays s
JOIN orchard.blocks b ON b.id = s.block_id
GROUP BY 1, 2;
GRANT SELECT ON orchard.spray_report TO hf_orchardly_app;
