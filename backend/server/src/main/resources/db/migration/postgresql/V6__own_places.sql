-- A place that no gazetteer has, where an editor put it. As of everything, the log knows the point
-- by its digest only.
alter table decision add column shape character varying(64) references shape (digest);
