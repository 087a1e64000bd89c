-- The rule was meant to narrow what students see, but it is permissive and opens published exams to all
-- schools.
-- about: exams, published
-- as: hf_proctorbay_app
-- exploit: SET request.jwt.claims = '{"sub": "e5000000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT code, title FROM public.exams;
-- shows: Road-secret maths
CREATE POLICY "only published exams" ON public.exams FOR SELECT USING (status = 'published');
