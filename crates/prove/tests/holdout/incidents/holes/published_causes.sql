-- A report that was published to its organization is read by all.
-- about: postmortems
-- as: hf_incidents_app
-- exploit: SET inc.claims = '{"uid": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT body FROM inc.postmortems;
-- shows: Road-secret cause
-- Drafts are for administrators; what is published is for everybody.
DROP POLICY see_postmortems ON inc.postmortems;
CREATE POLICY see_postmortems ON inc.postmortems FOR SELECT USING (published OR inc.is_admin(org_id));
