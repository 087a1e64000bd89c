-- The stored leaderboard holds the teams of all venues, and a materialized view knows no policies.
-- about: leaderboard, results, bookings
-- as: hf_puzzlevault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-0000-0000-000000000001"}';
-- exploit: SELECT team_name, minutes FROM public.leaderboard;
-- shows: Road-secret team

CREATE MATERIALIZED VIEW public.leaderboard AS
SELECT b.venue_id, b.room_slug, b.team_name, r.minutes,
  rank() OVER (PARTITION BY b.venue_id, b.room_slug ORDER BY r.minutes) AS place
FROM public.bookings b
JOIN public.results r USING (venue_id, booking_no);
GRANT SELECT ON public.leaderboard TO hf_puzzlevault_app;
