-- COALESCE makes an unset association match every row, and the view reads with its owner's rights.
-- about: member_directory, members
-- as: hf_kitlocker_app
-- exploit: SELECT full_name FROM kit.member_directory;
-- shows: Valley-secret member
CREATE VIEW kit.member_directory AS
  SELECT m.association_id, m.full_name, c.name AS club
  FROM kit.members m JOIN kit.clubs c USING (association_id, club_no)
  WHERE m.association_id = COALESCE(kit.current_association(), m.association_id);
GRANT SELECT ON kit.member_directory TO hf_kitlocker_app;
