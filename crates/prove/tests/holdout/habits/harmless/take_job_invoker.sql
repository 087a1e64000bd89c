-- Harmless: the function runs with the caller's rights and so takes jobs of his organization only.
CREATE FUNCTION reminders_take() RETURNS jsonb LANGUAGE sql SET search_path = public, pg_temp AS $$
  UPDATE reminders_job j SET taken = true
  WHERE (j.organization_id, j.id) = (
    SELECT k.organization_id, k.id FROM reminders_job k WHERE NOT k.taken ORDER BY k.run_at
    LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING j.payload
$$;
