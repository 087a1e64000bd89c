-- Anyone may write a membership for themselves in any studio, with any rank, and then reads all of it.
-- about: memberships, memberships_join
-- as: hf_micbooth_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO studio.memberships
-- exploit: VALUES ('b1000000-0000-4000-8000-000000000000', studio.uid(), 'owner');
-- exploit: SELECT title FROM studio.shows;
-- shows: Road-secret show
GRANT INSERT ON studio.memberships TO hf_micbooth_app;
CREATE POLICY memberships_join ON studio.memberships FOR INSERT WITH CHECK (user_id = studio.uid());
