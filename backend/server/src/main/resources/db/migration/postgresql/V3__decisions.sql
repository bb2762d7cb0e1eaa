-- What editors decided on mentions, by the place in the text where the words stand: a report's text
-- never changes, so that a decision outlasts every run of the geoparser.
create table decision (
  id character varying not null primary key,
  report_id character varying not null references report (id),
  document text not null,
  version integer not null
);
create index decision_of_report on decision (report_id);

-- Mentions have a status since.
update reading set method_version = '';
