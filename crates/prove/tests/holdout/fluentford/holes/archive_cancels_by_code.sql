-- A school that archives a course cancels the lessons of courses of the same code in all schools, because
-- the trigger matches codes with its owner's rights.
-- about: cancel_lessons, lessons, courses
-- as: hf_fluentford_app
-- exploit: SET app.current_school = 'a1e00000-0000-4000-8000-00000000000a';
-- exploit: UPDATE ling.courses SET archived = true WHERE code = 'NL-1';
-- shows: cancelled 2 lessons
CREATE FUNCTION ling.cancel_lessons() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ling, pg_temp AS $$
DECLARE n bigint;
BEGIN
  -- A course may have been split in two with the same code.
  UPDATE ling.lessons l SET cancelled = true
  FROM ling.courses c WHERE c.id = l.course_id AND c.code = NEW.code AND NOT l.cancelled;
  GET DIAGNOSTICS n = ROW_COUNT;
  RAISE NOTICE 'cancelled % lessons', n;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION ling.cancel_lessons() FROM PUBLIC;
CREATE TRIGGER cancel_lessons AFTER UPDATE OF archived ON ling.courses
  FOR EACH ROW WHEN (NEW.archived AND NOT OLD.archived) EXECUTE FUNCTION ling.cancel_lessons();
