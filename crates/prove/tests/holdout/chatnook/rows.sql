INSERT INTO users VALUES (1, 'Ann'), (2, 'Road-secret agent');
INSERT INTO accounts VALUES (10, 'River Chat'), (20, 'Road-secret Chat');
INSERT INTO account_users VALUES (10, 1, 'administrator'), (20, 2, 'administrator');
INSERT INTO inboxes VALUES
  (10, 'a1000000-0000-4000-8000-000000000000', 'River site', 'river-token'),
  (20, 'b1000000-0000-4000-8000-000000000000', 'Road-secret site', 'Road-secret-token');
INSERT INTO contacts VALUES
  (10, 'a2000000-0000-4000-8000-000000000000', 'Rita', 'rita@x.test'),
  (20, 'b2000000-0000-4000-8000-000000000000', 'Road-secret contact', 'bo@road.test');
INSERT INTO conversations VALUES
  (20, 'b3000000-0000-4000-8000-000000000000', 'b1000000-0000-4000-8000-000000000000',
   'b2000000-0000-4000-8000-000000000000');
INSERT INTO messages (account_id, conversation_id, content) VALUES
  (20, 'b3000000-0000-4000-8000-000000000000', 'Road-secret message');
INSERT INTO attachments (account_id, file_name) VALUES (20, 'Road-secret-upload.png');
INSERT INTO saved_filters (account_id, user_id, name, shared) VALUES (20, 2, 'Road-secret filter', true);
