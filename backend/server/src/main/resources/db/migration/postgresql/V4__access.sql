-- Who may do what. Of every secret (link, cookie, token) only the SHA-256 is kept.
create table person (
  id character varying(26) not null primary key,
  name character varying not null,
  -- What two names that look the same have in common.
  name_key character varying not null unique,
  role character varying not null,
  -- Issuer and subject at the OpenID Connect provider.
  subject character varying unique,
  created_by character varying not null,
  created_at timestamp with time zone not null,
  signed_in_at timestamp with time zone,
  revoked_at timestamp with time zone
);

create table sign_in_link (
  hash character varying(64) not null primary key,
  person_id character varying(26) not null references person (id),
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);

create table sign_in_session (
  hash character varying(64) not null primary key,
  person_id character varying(26) not null references person (id),
  created_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create index sign_in_session_of_person on sign_in_session (person_id);

create table access_token (
  id character varying(26) not null primary key,
  hash character varying(64) not null unique,
  person_id character varying(26) not null references person (id),
  name character varying not null,
  role character varying not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone
);
create index access_token_of_person on access_token (person_id);
