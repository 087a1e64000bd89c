-- What the database itself holds to in zone v1: the order of an experiment's states, the blacklist, and what
-- a promotion needs. The promotion guard is SECURITY DEFINER: an approver need not see the experiment or its
-- evaluations. A definer that is no superuser meets forced row security too; see 003.

CREATE OR REPLACE FUNCTION experiments_v1.guard_experiment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  allowed text[];
BEGIN
  NEW.config_hash := encode(sha256(convert_to(NEW.config::text, 'UTF8')), 'hex');
  IF TG_OP = 'INSERT' THEN
    allowed := ARRAY['created'];
  ELSIF NEW.status IS DISTINCT FROM OLD.status THEN
    allowed := CASE OLD.status
      WHEN 'created' THEN ARRAY['running']
      WHEN 'running' THEN ARRAY['completed', 'failed']
      WHEN 'completed' THEN ARRAY['evaluating']
      WHEN 'failed' THEN ARRAY['evaluating']
      WHEN 'evaluating' THEN ARRAY['promoted', 'quarantined']
      ELSE ARRAY[]::text[]
    END;
  ELSE
    allowed := ARRAY[OLD.status::text];
  END IF;
  IF NEW.status <> ALL (allowed) THEN
    RAISE EXCEPTION 'an experiment cannot go from % to %',
      CASE WHEN TG_OP = 'INSERT' THEN 'nothing' ELSE OLD.status END, NEW.status
      USING ERRCODE = 'check_violation', HINT = CASE WHEN allowed = '{}' THEN 'The state is final.'
        ELSE 'Next may be: ' || array_to_string(allowed, ', ') || '.' END;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.status <> 'created' AND NEW.config IS DISTINCT FROM OLD.config THEN
      RAISE EXCEPTION 'the config of an experiment is fixed once it has started'
        USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = 'running' AND OLD.status = 'created' THEN
      IF EXISTS (SELECT FROM experiments_v1.blacklist AS b WHERE b.config_hash = NEW.config_hash) THEN
        RAISE EXCEPTION 'the experiment cannot start: its configuration is blacklisted'
          USING ERRCODE = 'restrict_violation';
      END IF;
      NEW.started_at := coalesce(NEW.started_at, now());
    ELSIF NEW.status IN ('completed', 'failed') AND OLD.status = 'running' THEN
      NEW.completed_at := coalesce(NEW.completed_at, now());
    END IF;
  END IF;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION experiments_v1.guard_experiment() FROM PUBLIC;

DROP TRIGGER IF EXISTS experiments_guard ON experiments_v1.experiments;
CREATE TRIGGER experiments_guard BEFORE INSERT OR UPDATE ON experiments_v1.experiments
  FOR EACH ROW EXECUTE FUNCTION experiments_v1.guard_experiment();

-- A passing evaluation that no later one contradicts. A person's override counts before the model's verdict.
CREATE OR REPLACE FUNCTION experiments_v1.has_passing_evaluation(experiment uuid) RETURNS boolean
LANGUAGE sql STABLE
RETURN EXISTS (
  SELECT FROM experiments_v1.evaluations AS e
  WHERE e.experiment_id = experiment
    AND coalesce(e.human_override, e.ai_verdict) = 'pass'
    AND NOT EXISTS (
      SELECT FROM experiments_v1.evaluations AS later
      WHERE later.experiment_id = experiment
        AND later.evaluated_at > e.evaluated_at
        AND coalesce(later.human_override, later.ai_verdict) <> 'pass')
);
REVOKE ALL ON FUNCTION experiments_v1.has_passing_evaluation(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION experiments_v1.guard_promotion() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  acting uuid := auth.current_user_id();
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'pending' OR NEW.approver_id IS NOT NULL THEN
      RAISE EXCEPTION 'a promotion begins as pending and without an approver'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  -- The foreign key forgets an approver who is gone; nothing else changes then.
  IF NEW.approver_id IS NULL AND OLD.approver_id IS NOT NULL
    AND to_jsonb(NEW) - 'approver_id' = to_jsonb(OLD) - 'approver_id'
    AND NOT EXISTS (SELECT FROM auth.users AS u WHERE u.id = OLD.approver_id)
  THEN
    RETURN NEW;
  END IF;
  IF OLD.status IN ('completed', 'rejected') THEN
    RAISE EXCEPTION 'a % promotion is final', OLD.status USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.experiment_id, NEW.from_version_id, NEW.to_version_id)
    IS DISTINCT FROM (OLD.id, OLD.experiment_id, OLD.from_version_id, OLD.to_version_id)
  THEN
    RAISE EXCEPTION 'a promotion cannot be turned to another experiment or version'
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN
    (('pending', 'approved'), ('pending', 'rejected'), ('approved', 'completed'), ('approved', 'rejected'))
  THEN
    RAISE EXCEPTION 'a promotion cannot go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'check_violation';
  END IF;
  -- A user may only sign for himself. Without a context it is the operator, who may enter another's name.
  IF NEW.approver_id <> acting AND (
    NEW.approver_id IS DISTINCT FROM OLD.approver_id OR NEW.status = 'approved' AND OLD.status <> 'approved')
  THEN
    RAISE EXCEPTION 'a promotion is approved in one''s own name only'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.status IN ('approved', 'completed') THEN
    IF NEW.approver_id IS NULL OR EXISTS (
      SELECT FROM experiments_v1.experiments AS e
      WHERE e.id = NEW.experiment_id AND e.user_id = NEW.approver_id)
    THEN
      RAISE EXCEPTION 'a promotion needs an approver other than the user of the experiment'
        USING ERRCODE = 'check_violation';
    END IF;
    IF NOT experiments_v1.has_passing_evaluation(NEW.experiment_id) THEN
      RAISE EXCEPTION 'a promotion needs a passing evaluation of its experiment'
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NEW.status = 'completed' AND OLD.status <> 'completed' THEN
    NEW.promoted_at := coalesce(NEW.promoted_at, now());
  END IF;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION experiments_v1.guard_promotion() FROM PUBLIC;

DROP TRIGGER IF EXISTS promotions_guard ON experiments_v1.promotions;
CREATE TRIGGER promotions_guard BEFORE INSERT OR UPDATE ON experiments_v1.promotions
  FOR EACH ROW EXECUTE FUNCTION experiments_v1.guard_promotion();

-- A completed promotion is written into the history of the version it led to.
CREATE OR REPLACE FUNCTION experiments_v1.record_promotion() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
BEGIN
  INSERT INTO projects.version_history (version_id, changed_by, action, from_tag, to_tag, reason)
  SELECT target.id, NEW.approver_id, 'promoted', source.tag, target.tag, NEW.reason
  FROM projects.versions AS target, projects.versions AS source
  WHERE target.id = NEW.to_version_id AND source.id = NEW.from_version_id;
  UPDATE projects.versions SET promoted_at = NEW.promoted_at, promoted_by = NEW.approver_id
  WHERE id = NEW.to_version_id;
  RETURN NULL;
END
$func$;
REVOKE ALL ON FUNCTION experiments_v1.record_promotion() FROM PUBLIC;

DROP TRIGGER IF EXISTS promotions_record ON experiments_v1.promotions;
CREATE TRIGGER promotions_record AFTER UPDATE ON experiments_v1.promotions
  FOR EACH ROW WHEN (NEW.status = 'completed' AND OLD.status <> 'completed')
  EXECUTE FUNCTION experiments_v1.record_promotion();
