-- A session without a context reads everything, because empty means support.
-- about: messages
-- as: ho_desk_web
-- exploit: SET desk.customer = 'acme';
-- exploit: RESET desk.customer;
-- exploit: SELECT body FROM desk.messages;
-- shows: MZ-secret
DROP POLICY own ON desk.messages;
CREATE POLICY own ON desk.messages USING (
  customer = current_setting('desk.customer', true) OR coalesce(current_setting('desk.customer', true), '')
    = '');
