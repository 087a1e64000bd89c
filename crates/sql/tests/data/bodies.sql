-- Statements with statements inside.
create function atomic() returns int language sql begin atomic select 1; end;
create or replace function cases(a int) returns text
begin atomic
  select case when a = 1 then 'one' else case a when 2 then 'two' end end;
  select 1 end;
  select x.end, y as end, z as case from t as x;
  insert into log values (';');
end;
create or replace procedure empty() begin atomic end;
create procedure p(begin int) begin atomic update t set a = begin; end;
create function expression(a int) returns int return a + case when a > 0 then 1 end;
create function old_style() returns void language plpgsql as $body$
begin
  if true then perform 1; end if;
  execute $q$ select ';' $q$;
end;
$body$;
create function quoted() returns int language sql as 'select 1; select ''2;''';
create function in_c(cstring) returns t as 'MODULE_PATHNAME', 'in_c' language c strict immutable;
create function table_returning(atomic int) returns table (begin int, finish int) language sql as $$ select 1, 2; $$;
do $$ begin raise notice 'a;'; end $$;
do language plpgsql 'begin commit; end';
create rule r1 as on insert to t do also (insert into log values (1); insert into log values (2));
create or replace rule r2 as on update to s.t where old.a <> new.a do instead (select 1; (select 2); );
create rule r3 as on delete to t do instead nothing;
create schema shop authorization owner
  create table items (id int primary key, name text default ';')
  create view cheap as select * from items
  create index items_name on items (name)
  grant select on cheap to reader;
create trigger tr before update of a, b on s.t for each row when (old.a is distinct from new.a) execute function f('x;');
create constraint trigger ct after insert on t deferrable initially deferred for each row execute function f();
create event trigger et on ddl_command_end when tag in ('CREATE TABLE') execute function f();
create policy p on s.t as restrictive for all to public using (tenant = current_setting('app.tenant')::int);
