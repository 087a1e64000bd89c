-- The printable cards are a view with the rights of its owner, so all guests of all weddings are in it.
-- about: guest_cards, guests
-- as: hf_veilplan_app
-- exploit: SET request.jwt.claims = '{"sub": "11111111-0000-0000-0000-000000000001"}';
-- exploit: SELECT full_name, diet FROM public.guest_cards;
-- shows: Castle-secret guest
CREATE VIEW public.guest_cards WITH (security_barrier = true) AS
  SELECT g.wedding_id, g.full_name, g.diet, s.label
  FROM public.guests g LEFT JOIN public.seats s ON s.wedding_id = g.wedding_id AND s.guest_id = g.id;
GRANT SELECT ON public.guest_cards TO hf_veilplan_app;
