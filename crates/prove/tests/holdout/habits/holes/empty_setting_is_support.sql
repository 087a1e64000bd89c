-- The rule opens people to a session without any organization, which every login can be.
-- about: accounts_person, support
-- as: hf_habits_app
-- exploit: SELECT full_name FROM accounts_person;
-- shows: Road-secret person
-- Support searches for people before it has chosen an organization.
CREATE POLICY support ON accounts_person FOR SELECT
  USING (coalesce(current_setting('app.organization_id', true), '') = '');
