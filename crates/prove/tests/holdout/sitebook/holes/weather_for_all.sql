-- Any firm reads the claims and lost hours of all, because weather was thought to be no secret.
-- about: weather, weather_read
-- as: hf_sitebook_app
-- exploit: SET sitebook.firm = '500';
-- exploit: SELECT degrees, hours_lost, claim FROM site.weather;
-- shows: Road-secret claim
-- The same weather need not be fetched for each firm.
CREATE POLICY weather_read ON site.weather FOR SELECT USING (true);
