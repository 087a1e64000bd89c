-- A notice without a recipient is shown to everyone, not only to those in its workspace.
-- about: notices, notices_read
-- as: hf_northboard_app
-- exploit: SET board.user_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT body FROM board.notices;
-- shows: Road-secret notice
ALTER POLICY notices_read ON board.notices
  USING (recipient_id = board.me() OR recipient_id IS NULL);
