-- Phrases were to be shared between the bots of one owner; the rule joins by the intent's name instead.
-- about: intents, intents_shared
-- as: hf_chatbots_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: INSERT INTO bots.labels VALUES ('11111111-1111-1111-1111-111111111111', 'refund');
-- exploit: SELECT reply FROM bots.intents;
-- shows: Road-secret reply
-- An intent is shared by a label of its name.
CREATE POLICY intents_shared ON bots.intents FOR SELECT TO hf_chatbots_app
  USING (EXISTS (SELECT FROM bots.labels l WHERE l.name = intents.name));
