-- The history of messages carries the organisation and has the same policy as the messages.
CREATE TABLE public.message_history (
  org_id uuid NOT NULL,
  message_id uuid NOT NULL,
  old_body text NOT NULL
);
ALTER TABLE public.message_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.message_history FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON public.message_history FOR SELECT USING (org_id IN (SELECT auth.org_ids()));
CREATE FUNCTION public.keep_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO public.message_history VALUES (OLD.org_id, OLD.id, OLD.body);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION public.keep_history() FROM PUBLIC;
CREATE TRIGGER messages_history AFTER UPDATE OF body ON public.messages
  FOR EACH ROW EXECUTE FUNCTION public.keep_history();
GRANT SELECT ON public.message_history TO hf_deskline_app;
