-- A view for the inbox that reads with the rights of its caller, so the policies of both tables hold.
CREATE VIEW public.inbox WITH (security_invoker = true) AS
  SELECT t.org_id, t.id, t.subject, t.status, c.full_name
  FROM public.tickets t JOIN public.customers c ON c.org_id = t.org_id AND c.id = t.customer_id;
GRANT SELECT ON public.inbox TO hf_deskline_app;
