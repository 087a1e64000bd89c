-- One more customer with a role of its own.
CREATE ROLE hf_laboratory_quark LOGIN IN ROLE hf_laboratory_users;
INSERT INTO lab.labs VALUES ('quark', 'hf_laboratory_quark');
