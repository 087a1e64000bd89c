-- Any couple may mark a task as a template and then every person of every wedding reads it.
-- about: tasks, templates_read
-- as: hf_veilplan_app
-- exploit: SET request.jwt.claims = '{"sub": "11111111-0000-0000-0000-000000000001"}';
-- exploit: SELECT title FROM public.tasks;
-- shows: Castle-secret own list
CREATE POLICY templates_read ON public.tasks FOR SELECT USING (is_template);
