-- The view reads with the rights of the caller, so staff and watchlist are both filtered: harmless.
CREATE VIEW desk.watchlist_own WITH (security_barrier = true, security_invoker = true) AS
  SELECT w.company_id, w.person, w.reason FROM desk.watchlist w
  WHERE w.company_id IN (SELECT s.company_id FROM desk.staff s);
GRANT SELECT ON desk.watchlist_own TO hf_knockdesk_app;
