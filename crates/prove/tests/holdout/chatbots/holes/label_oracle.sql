-- Labels are a key by themselves now, so an insert that fails tells of another account's label.
-- about: labels, labels_pkey
-- as: hf_chatbots_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: INSERT INTO bots.labels VALUES ('11111111-1111-1111-1111-111111111111', 'road-secret-label');
-- shows: duplicate key value
-- Upserts name one column.
ALTER TABLE bots.labels DROP CONSTRAINT labels_pkey;
ALTER TABLE bots.labels ADD PRIMARY KEY (name);
