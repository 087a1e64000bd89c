-- The view reads staff with its owner's rights, which sees all companies' staff, so nothing is filtered.
-- about: watchlist_view, watchlist, staff
-- as: hf_knockdesk_app
-- exploit: SET app.claims = '{"uid": 11}';
-- exploit: SELECT * FROM desk.watchlist_view;
-- shows: Lobby-secret person
CREATE VIEW desk.watchlist_view WITH (security_barrier = true) AS
  SELECT w.company_id, w.person, w.reason FROM desk.watchlist w
  WHERE w.company_id IN (SELECT s.company_id FROM desk.staff s);
GRANT SELECT ON desk.watchlist_view TO hf_knockdesk_app;
