-- Undoes 007. LOST: the history and figures of agents, the usage and prices of models, and what was learnt.

DROP FUNCTION IF EXISTS migration.rollup_agent_performance(date);
DROP FUNCTION IF EXISTS migration.apply_pattern(uuid, boolean);
DO $$
BEGIN
  -- Its signature names a type of the extension: without the extension there is nothing to drop.
  IF to_regtype('public.vector') IS NOT NULL THEN
    DROP FUNCTION IF EXISTS migration.match_learning_patterns(public.vector, uuid, integer, text);
  END IF;
END
$$;
DROP TABLE IF EXISTS
  migration.agent_learning_patterns, migration.llm_model_pricing, migration.llm_usage_log,
  migration.agent_performance_daily, migration.agent_task_history;

-- Only what 007 made, and only when nothing else uses it by now.
DO $$
DECLARE
  made text;
BEGIN
  FOR made IN
    SELECT e.extname FROM pg_extension e
    WHERE e.extname IN ('vector', 'btree_gist')
      AND obj_description(e.oid, 'pg_extension') = 'created by ai-modernize'
  LOOP
    BEGIN
      EXECUTE format('DROP EXTENSION %I', made);
    EXCEPTION
      WHEN dependent_objects_still_exist THEN
        RAISE NOTICE 'the extension % stays: other objects of this database use it', made;
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'the extension % stays: % may not drop it', made, current_user;
    END;
  END LOOP;
END
$$;
