-- The framework's tables for attached files came with their own migration and without row level security.
-- about: active_storage_blobs, active_storage_attachments
-- as: hf_bellringer_app
-- exploit: SET app.school_id = '2';
-- exploit: INSERT INTO active_storage_blobs (key, filename) VALUES ('k1', 'Road-secret-exam.pdf');
-- exploit: SET app.school_id = '1';
-- exploit: SELECT key, filename FROM active_storage_blobs;
-- shows: Road-secret-exam.pdf
CREATE TABLE active_storage_blobs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key varchar NOT NULL,
  filename varchar NOT NULL,
  metadata text,
  created_at timestamp NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX index_active_storage_blobs_on_key ON active_storage_blobs (key);
CREATE TABLE active_storage_attachments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name varchar NOT NULL,
  record_type varchar NOT NULL,
  record_id bigint NOT NULL,
  blob_id uuid NOT NULL REFERENCES active_storage_blobs (id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON active_storage_blobs, active_storage_attachments TO hf_bellringer_app;
