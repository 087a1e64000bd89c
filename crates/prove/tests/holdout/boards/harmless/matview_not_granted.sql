-- A materialized view that only the owner reads.
CREATE MATERIALIZED VIEW app.card_counts AS SELECT org_id, count(*) AS cards FROM app.cards GROUP BY org_id;
