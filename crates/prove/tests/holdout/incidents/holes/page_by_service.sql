-- A page can be put into another organization that has a service of the same name: only the name is compared.
-- about: pages
-- as: hf_incidents_app
-- exploit: SET inc.claims = '{"uid": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO inc.pages (org_id, service, message) VALUES
-- exploit: ('b0000000-0000-4000-8000-000000000000', 'api', 'planted');
-- shows: INSERT 0 1
-- Pages may only be sent for services that the sender can see.
DROP POLICY add_pages ON inc.pages;
CREATE POLICY add_pages ON inc.pages FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM inc.services s WHERE s.service = pages.service));
