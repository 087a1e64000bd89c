-- Everything the scanner has a rule for.
select 'a', 'it''s', 'back\slash', 'semi;colon', '';
select 'one'
       'two'   -- a comment between the parts
       'three';
select E'a\'b;\\', e'\u00e4\U0001F600\x41\101', E'line' -- and on
  '\'still escaped';
select U&'d\0061t\+000061', u&'d!0061' uescape '!', U&"d\0061ta" from (values (1)) as t (data);
select B'1010', b'', X'1FF', x'', N'national';
select $$dollar; 'quoted'$$, $tag$ $$ ; $other$ $tag$, $größe1$;$größe1$, $_$a$_$;
select a$b$, c$1 from t as t (a$b$, c$1);
select /* a /* nested; */ comment; */ 1 /**/ + /***/ 2 /*/ odd */ */ 3;
select 1--comment; with semicolon
, 2;
select 1 */* comment in an operator */ 2, 3 +-- and a line comment
 4;
select 1, 1.5, .5, 1., 1e5, 1.5E-3, 0xFF, 0o17, 0b101, 1_000_000, 1_0.0_1;
select a[1:2], a[:2], a[1:], a[:], b[1:n], c['1':'2'], d[1:"n"] from t;
select a::text, a::"char", (a)::s.t, a ->> 'b' #>> '{c}' @> d <-> e, -1, - -1, +-1, a=-1, a<>-1, @-5, !!5;
select json_object('a':b, k:'v', 'x' value y);
select "quoted "" identifier;", "select", "Über" from "Schema"."Table;";
select größe, naïve_name, 漢字 from tabelle;
select f(a := 1, b => 2, variadic c);
prepare p as select $1, $2::int;
select 'tab	and
line end;';;
;
/* an empty statement before and after */ ;
select 1 as end, 2 as "end", t.end, t.case from t;
select operator(pg_catalog.+) (1), 1 operator(s.@@) 2;
select interval '1' day, timestamp with time zone 'now', date '2024-01-01';
select a_very_long_identifier_that_is_certainly_longer_than_sixty_three_bytes_and_cut from t
