-- The look-up for the door finds a member by the short card number in all gyms.
-- about: find_member_by_card, members
-- as: hf_treadmill_app
-- exploit: SET app.gym_id = '1';
-- exploit: SELECT name FROM find_member_by_card('000777');
-- shows: Road-secret Member
-- The door controller has little time, so the look-up skips the policies.
CREATE FUNCTION find_member_by_card(p_card varchar)
RETURNS TABLE (member_id bigint, name varchar, plan varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id, m.name, p.title FROM members m
  LEFT JOIN plans p ON p.gym_id = m.gym_id AND p.id = m.plan_id
  WHERE m.card_number = p_card AND m.discarded_at IS NULL
$$;
