-- The transfer runs as owner but stays in the association, and a session of one club is refused: harmless.
CREATE FUNCTION kit.move_member(member integer, to_club integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = kit, pg_temp AS $$
BEGIN
  IF kit.current_club() IS NOT NULL THEN
    RAISE EXCEPTION 'only the association moves members';
  END IF;
  DELETE FROM kit.team_members t
  WHERE t.association_id = kit.current_association() AND t.member_no = member;
  UPDATE kit.members m SET club_no = to_club
  WHERE m.association_id = kit.current_association() AND m.member_no = member;
END $$;
GRANT EXECUTE ON FUNCTION kit.move_member(integer, integer) TO hf_kitlocker_app;
