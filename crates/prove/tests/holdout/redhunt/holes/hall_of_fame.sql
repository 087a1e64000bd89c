-- A login reads the titles of reports to other companies from the view behind the hall of fame.
-- about: hall_of_fames, reports, researchers, bounties
-- as: hf_redhunt_app
-- exploit: SET app.current_account_id = '1';
-- exploit: SELECT handle, title, cents FROM hall_of_fames;
-- shows: Road-secret login bypass
CREATE VIEW hall_of_fames AS
  SELECT r.account_id, s.handle, r.title, b.cents
  FROM reports r
  JOIN researchers s ON s.account_id = r.account_id AND s.id = r.researcher_id
  LEFT JOIN bounties b ON b.account_id = r.account_id AND b.report_id = r.id;
GRANT SELECT ON hall_of_fames TO hf_redhunt_app;
