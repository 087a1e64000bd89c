-- The new rule for deletes knows the login only, and logins are the same in many companies.
-- about: stars, stars_own
-- as: hf_snippets_app
-- exploit: SET snip.company = 'hill';
-- exploit: SET snip.login = 'bob';
-- exploit: DELETE FROM snip.stars;
-- shows: DELETE 1
-- People take away their own stars only.
DROP POLICY d ON snip.stars;
CREATE POLICY stars_own ON snip.stars FOR DELETE USING (login = current_setting('snip.login', true));
