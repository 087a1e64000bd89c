-- Anybody may write a notification into any workspace, to any of its people, with any text.
-- about: notifications, notifications_send
-- as: hf_clauseharbor_app
-- exploit: SET request.jwt.claims = '{"sub": "c1000000-0000-4000-8000-00000000000a"}';
-- exploit: INSERT INTO red.notifications (workspace_id, recipient_id, body)
-- exploit:   VALUES
-- exploit:   ('b1000000-0000-4000-8000-00000000000b', 'c1000000-0000-4000-8000-00000000000b', 'Pay here');
-- shows: INSERT 0 1
-- Reviewers from outside must be able to tell the owner of the document that they are done.
CREATE POLICY notifications_send ON red.notifications FOR INSERT WITH CHECK (red.uid() IS NOT NULL);
