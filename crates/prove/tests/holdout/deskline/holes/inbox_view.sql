-- The inbox view reads with the rights of its owner, who is not bound by the policies.
-- about: inbox, tickets, customers
-- as: hf_deskline_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: SELECT subject, full_name FROM public.inbox;
-- shows: Road-secret customer
CREATE VIEW public.inbox AS
  SELECT t.org_id, t.id, t.subject, t.status, c.full_name
  FROM public.tickets t JOIN public.customers c ON c.org_id = t.org_id AND c.id = t.customer_id
  WHERE t.status IN ('open', 'pending');
GRANT SELECT ON public.inbox TO hf_deskline_app;
