-- AND binds before OR: every trial class of every gym may be read and changed.
-- about: group_classes, by_gym
-- as: hf_treadmill_app
-- exploit: SET app.gym_id = '1';
-- exploit: SELECT trainer_notes FROM group_classes;
-- shows: Road-secret notes
-- Past classes leave the timetable, trial classes stay.
DROP POLICY by_gym ON group_classes;
CREATE POLICY by_gym ON group_classes
  USING (gym_id = current_gym_id() AND starts_at > now() - interval '1 day' OR trial)
  WITH CHECK (gym_id = current_gym_id());
