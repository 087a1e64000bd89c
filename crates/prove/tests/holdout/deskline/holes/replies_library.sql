-- Every agent of every organisation reads all canned replies, as the library policy lets everybody in.
-- about: canned_replies, library
-- as: hf_deskline_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: SELECT title, body FROM public.canned_replies;
-- shows: Road-secret reply
-- Replies can be marked for the in-app library; agents browse it while they type.
ALTER TABLE public.canned_replies ADD COLUMN in_library boolean NOT NULL DEFAULT true;
CREATE POLICY library ON public.canned_replies FOR SELECT TO hf_deskline_app USING (true);
