-- The change log: what is written is a row here, in the transaction that makes the state.
create table change (
  sequence bigint not null primary key,
  kind character varying not null,
  thing character varying not null,
  report character varying,
  version integer not null,
  who character varying not null,
  made_at timestamp with time zone not null,
  what text not null,
  why character varying,
  previous_hash character varying(64) not null,
  hash character varying(64) not null,
  unique (kind, thing, version)
);
create index change_of_report on change (report, kind, sequence);

-- The end of the chain. Its one row is locked by whoever writes.
create table change_head (
  id integer not null primary key check (id = 1),
  sequence bigint not null,
  hash character varying(64) not null
);
insert into change_head (id, sequence, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Exact geometries by the digest that the log has of them. Nothing here is ever sent as it is for a
-- thing that is limited.
create table shape (
  digest character varying(64) not null primary key,
  salt character varying(32) not null,
  geom geometry not null
);

alter table feature add column shape character varying(64) references shape (digest);

-- What journalists added. The geometry is the public one.
create table location (
  id character varying(26) not null primary key,
  report_id character varying references report (id),
  geom geometry not null,
  shape character varying(64) not null references shape (digest),
  document text not null,
  method character varying not null,
  version integer not null,
  created_by character varying not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create index location_of_report on location (report_id);
create spatial index location_by_place on location (geom);

-- What was read before there was a log is read again, so that the log has it.
update reading set method_version = '';
