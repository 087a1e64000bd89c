-- An account tries names of files and learns which ones others have stored.
-- about: active_storage_blobs, key
-- as: hf_maintenance_app
-- exploit: SET app.current_account = '10';
-- exploit: INSERT INTO active_storage_blobs (account_id, key, filename) VALUES (10, 'k2', 'probe');
-- shows: duplicate key value
-- The file store has one name space; the gem wants this index.
CREATE UNIQUE INDEX index_active_storage_blobs_on_key ON active_storage_blobs (key);
