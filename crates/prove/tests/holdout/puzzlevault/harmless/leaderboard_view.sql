-- Harmless: the leaderboard is a view with the rights of its reader.

CREATE VIEW public.leaderboard WITH (security_invoker = true) AS
SELECT b.venue_id, b.room_slug, b.team_name, r.minutes,
  rank() OVER (PARTITION BY b.venue_id, b.room_slug ORDER BY r.minutes) AS place
FROM public.bookings b
JOIN public.results r USING (venue_id, booking_no);
GRANT SELECT ON public.leaderboard TO hf_puzzlevault_app;
