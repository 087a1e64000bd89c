-- The login brings an empty court along, which is no court: a session that sets nothing sees nothing.
ALTER ROLE hf_docketbell_app SET docket.court = '';
