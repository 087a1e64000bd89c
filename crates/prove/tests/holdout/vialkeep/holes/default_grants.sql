-- New tables are granted by default, and that includes a materialized view, which keeps no row security.
-- about: stock_totals, purchase_orders, suppliers
-- as: hf_vialkeep_app
-- exploit: SET app.current_pharmacy = '1';
-- exploit: SELECT supplier, last_remark FROM stock_totals;
-- shows: Brook-secret order
-- Saves the grant in each later migration.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO hf_vialkeep_app;
CREATE MATERIALIZED VIEW stock_totals AS
  SELECT o.pharmacy_id, s.name AS supplier, count(*) AS orders, max(o.remark) AS last_remark
  FROM purchase_orders o JOIN suppliers s ON s.pharmacy_id = o.pharmacy_id AND s.id = o.supplier_id
  GROUP BY o.pharmacy_id, s.name;
