-- The EXISTS compares the ticket's org_id with itself, because org_id without a table name is that of
-- tickets; whoever sees one ticket reads all messages.
-- about: messages, can_read, tickets
-- as: hf_deskline_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: SELECT body FROM public.messages;
-- shows: Road-secret body
-- Messages follow the rights of their ticket, so that later rules for tickets hold for both.
DROP POLICY own ON public.messages;
CREATE POLICY can_read ON public.messages
  USING (EXISTS (SELECT 1 FROM public.tickets t WHERE t.org_id = org_id AND t.status <> 'closed'));
