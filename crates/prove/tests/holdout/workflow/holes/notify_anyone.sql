-- A user puts messages into the box of any user of any company: a new notification is not checked.
-- about: notifications
-- as: hf_workflow_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO wf.notifications (company_id, user_id, body) VALUES
-- exploit: ('b0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-000000000001', 'pay here');
-- shows: INSERT 0 1
-- Mentions of people failed now and then in comments; the sender is no member of the target's list.
DROP POLICY a ON wf.notifications;
CREATE POLICY a ON wf.notifications FOR INSERT TO hf_workflow_app
  WITH CHECK (wf.current_user_id() IS NOT NULL);
