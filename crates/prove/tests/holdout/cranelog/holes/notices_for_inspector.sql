-- An inspector reads the notices of people with the same badge number in other firms, because the policy
-- for the mobile app asks for the badge only.
-- about: notifications, notifications_mine
-- as: hf_cranelog_app
-- exploit: SET crane.firm_id = '11';
-- exploit: SET crane.badge = 'I-1';
-- exploit: SELECT body FROM lift.notifications;
-- shows: Road-secret notice
CREATE POLICY notifications_mine ON lift.notifications FOR SELECT TO hf_cranelog_app
  USING (badge = current_setting('crane.badge', true));
