-- The history of edited messages has no organisation and no policy; everybody reads what others wrote
-- before.
-- about: message_history, messages, keep_history, messages_history
-- as: hf_deskline_app
-- exploit: SET request.jwt.claims = '{"sub":"b0000000-0000-4000-8000-000000000001"}';
-- exploit: UPDATE public.messages SET body = body || '!' WHERE id = 'b0000000-0000-4000-8000-000000000004';
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: SELECT old_body FROM public.message_history;
-- shows: Road-secret body
CREATE TABLE public.message_history (
  message_id uuid NOT NULL,
  old_body text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION public.keep_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO public.message_history (message_id, old_body) VALUES (OLD.id, OLD.body);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION public.keep_history() FROM PUBLIC;
CREATE TRIGGER messages_history AFTER UPDATE OF body ON public.messages
  FOR EACH ROW EXECUTE FUNCTION public.keep_history();
GRANT SELECT ON public.message_history TO hf_deskline_app;
