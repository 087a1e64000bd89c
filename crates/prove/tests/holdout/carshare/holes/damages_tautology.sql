-- The arguments are in the wrong order: the row's own club is taken first, and so compared with itself.
-- about: damages, club_rows
-- as: hf_carshare_app
-- exploit: SET carshare.club = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT body FROM share.damages;
-- shows: Road-secret dent
SET ROLE hf_carshare_owner;
ALTER POLICY club_rows ON share.damages
  USING (club_id = coalesce(club_id, share.club_id()));
RESET ROLE;
