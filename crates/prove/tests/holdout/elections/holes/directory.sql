-- The policy for the directory opens whole rows of all offices, with the hotline that is for staff only.
-- about: authorities
-- as: hf_elections_app
-- exploit: SET elections.authority = 'HI0001';
-- exploit: SELECT hotline FROM vote.authorities;
-- shows: Road-secret hotline
-- Offices choose observers by name.
CREATE POLICY p_directory ON vote.authorities FOR SELECT TO hf_elections_app USING
  (vote.authority_id() IS NOT NULL);
