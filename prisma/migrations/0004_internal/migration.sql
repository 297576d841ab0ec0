-- Tables of libraries, kept out of the schema that Prisma describes.
CREATE SCHEMA IF NOT EXISTS oriel_internal;

-- rate-limiter-flexible's table, in the form it would make itself.
CREATE UNLOGGED TABLE oriel_internal.rate_limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
