-- A sum over a view that filters.
CREATE VIEW app.totals WITH (security_barrier = true) AS SELECT agency_id, sum(amount) AS amount FROM
  app.invoices GROUP BY agency_id;
GRANT SELECT ON app.totals TO ho_agency_app;
