create extension if not exists postgis;

-- What must last. SQL here and in ReportStore keeps to what H2 and PostgreSQL with PostGIS share;
-- JSON is kept as text, since the two differ in their JSON types.

create table report (
  id character varying not null primary key,
  text text not null,
  sha256 character varying(64) not null,
  headline character varying not null,
  byline character varying,
  outlet character varying,
  date_edtf character varying,
  language character varying,
  text_rights character varying not null,
  received_at timestamp with time zone not null
);

-- The last run of the geoparser over a report: mentions, focus and date as one document.
create table reading (
  report_id character varying not null primary key references report (id) on delete cascade,
  method_version character varying not null,
  read_at timestamp with time zone not null,
  document text not null
);

-- One row for each thing that readers see. The geometry is the public one: a generalised place has
-- its grid cell here, and its true point nowhere.
create table feature (
  id character varying not null primary key,
  report_id character varying not null references report (id) on delete cascade,
  position integer not null,
  geom geometry not null,
  document text not null,
  version integer not null,
  updated_at timestamp with time zone not null
);
create index feature_of_report on feature (report_id, position);
create index feature_by_place on feature using gist (geom);

-- Every id that was ever given, so that none is given twice.
create table feature_id (
  id character varying not null primary key,
  report_id character varying not null references report (id) on delete cascade,
  bearer character varying not null,
  unique (report_id, bearer)
);
