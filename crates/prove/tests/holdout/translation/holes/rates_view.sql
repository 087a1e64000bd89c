-- The view compares with the mean of the rates of all agencies, and shows the highest of them.
-- about: client_rates
-- as: hf_translation_app
-- exploit: SET tr.agency = '10';
-- exploit: SELECT 'highest elsewhere ' || highest FROM tr.client_rates;
-- shows: highest elsewhere 0.3000
CREATE VIEW tr.client_rates WITH (security_barrier = true) AS
  SELECT c.client_no, c.name, c.rate, w.mean, w.highest
    FROM tr.clients c
    CROSS JOIN (SELECT avg(rate) AS mean, max(rate) AS highest FROM tr.clients) w
   WHERE c.agency = tr.agency();
GRANT SELECT ON tr.client_rates TO hf_translation_app;
