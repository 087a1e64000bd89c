-- A whole table of the other networks' prices for the market page: the rule of the view shows every
-- sponsor.
-- about: sponsor_market
-- as: hf_podcasts_app
-- exploit: SET app.network = '1';
-- exploit: SELECT name, cpm FROM sponsor_market;
-- shows: Road-secret sponsor
-- Names are hidden for foreign rows, unless the sponsor pays well.
CREATE VIEW sponsor_market AS
  SELECT CASE WHEN network_id = app_network() OR cpm > 20 THEN name ELSE 'a sponsor' END AS name, cpm
    FROM sponsors;
GRANT SELECT ON sponsor_market TO hf_podcasts_app;
