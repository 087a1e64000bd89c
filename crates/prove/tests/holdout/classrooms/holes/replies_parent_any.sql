-- The rule asks whether the reply's submission has a mark at all, by a definer that sees every school.
-- about: remark_replies, has_mark, with_mark
-- as: hf_classrooms_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT body FROM remark_replies;
-- shows: Road-secret reply
-- Two levels of rules made the page slow.
CREATE FUNCTION has_mark(school uuid, submission uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM marks m WHERE m.school_id = school AND m.submission_id = submission)
$$;
ALTER POLICY with_mark ON remark_replies USING (has_mark(mark_school, mark_submission));
