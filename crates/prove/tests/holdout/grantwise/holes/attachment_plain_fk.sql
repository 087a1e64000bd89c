-- The attachment's key names the application alone, so an insert tells whether another's application exists.
-- about: grants_attachment, grants_attachment_application_fk, grants_application, grants_application_id_key
-- as: hf_grantwise_app
-- exploit: SET app.organization_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: INSERT INTO grants_attachment (organization_id, application_id, file_name) VALUES
-- exploit: ('a0000000-0000-4000-8000-000000000000', 'b3000000-0000-4000-8000-000000000000', 'probe.pdf');
-- shows: INSERT 0 1
ALTER TABLE grants_application ADD CONSTRAINT grants_application_id_key UNIQUE (id);
ALTER TABLE grants_attachment DROP CONSTRAINT grants_attachment_application_fk;
ALTER TABLE grants_attachment ADD CONSTRAINT grants_attachment_application_fk
  FOREIGN KEY (application_id) REFERENCES grants_application (id) ON DELETE CASCADE;
