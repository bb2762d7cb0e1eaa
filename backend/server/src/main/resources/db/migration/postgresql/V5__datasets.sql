-- Data sets that admins imported. Features are kept as they are served, one a line, in parts of about
-- a megabyte: they are read as a whole when the server starts, and never one by one.
create table dataset (
  id character varying(64) not null primary key,
  title character varying not null,
  description character varying not null,
  document text not null,
  features integer not null,
  -- SHA-256 of the salt and all parts: what the log has of the features.
  digest character varying(64) not null,
  salt character varying(32) not null,
  version integer not null,
  created_by character varying not null,
  updated_at timestamp with time zone not null
);

create table dataset_part (
  dataset_id character varying(64) not null references dataset (id) on delete cascade,
  position integer not null,
  document text not null,
  primary key (dataset_id, position)
);
