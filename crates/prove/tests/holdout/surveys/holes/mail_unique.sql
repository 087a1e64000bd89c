-- Tenant A learns whether an address takes part in surveys of others.
-- about: participants
-- as: ho_surveys_user
-- exploit: SET request.jwt.claims = '{"org_id": "aaaaaaaa-0000-4000-8000-000000000000", "role": "admin"}';
-- exploit: INSERT INTO participants (mail) VALUES ('b-secret@example.com');
-- shows: duplicate key
ALTER TABLE participants ADD CONSTRAINT participants_mail_key UNIQUE (mail);
