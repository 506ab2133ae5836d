-- What was used, added up by day, quota, call, keys and currency. Empty texts stand for none.
CREATE TABLE usage (
  product   TEXT NOT NULL,
  account   TEXT NOT NULL,
  day       TEXT NOT NULL,
  quota     TEXT NOT NULL,
  unit      TEXT NOT NULL,
  call      TEXT NOT NULL,
  keys      TEXT NOT NULL,
  currency  TEXT NOT NULL,
  calls     INTEGER NOT NULL,
  included  TEXT NOT NULL,
  billed    TEXT NOT NULL,
  money     TEXT NOT NULL,
  sum       INTEGER NOT NULL,
  PRIMARY KEY (product, account, day, quota, unit, call, keys, currency)
) STRICT, WITHOUT ROWID;

-- What was billed for use, added up by day and line of the price list.
CREATE TABLE billed_lines (
  product  TEXT NOT NULL,
  account  TEXT NOT NULL,
  day      TEXT NOT NULL,
  sort     TEXT NOT NULL,
  value    BLOB NOT NULL,
  sum      INTEGER NOT NULL,
  PRIMARY KEY (product, account, day, sort)
) STRICT, WITHOUT ROWID;

-- By which price lists add-ons were sold, in the order in which they came into force.
CREATE TABLE prices (
  number  INTEGER PRIMARY KEY,
  value   BLOB NOT NULL,
  sum     INTEGER NOT NULL
) STRICT;

-- What there was to tell, the oldest first; product and account are empty for what concerns the
-- whole service.
CREATE TABLE events (
  number   INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  product  TEXT NOT NULL,
  account  TEXT NOT NULL,
  value    BLOB NOT NULL,
  sum      INTEGER NOT NULL
) STRICT;

CREATE INDEX events_by_account ON events (product, account, number);

-- How far receivers have been told of events.
CREATE TABLE receivers (
  address  TEXT PRIMARY KEY,
  event    INTEGER NOT NULL,
  sum      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Adjustments whose requests may be asked again, the oldest first.
CREATE TABLE adjustments (
  product  TEXT NOT NULL,
  account  TEXT NOT NULL,
  request  TEXT NOT NULL,
  at       INTEGER NOT NULL,
  value    BLOB NOT NULL,
  sum      INTEGER NOT NULL,
  UNIQUE (product, account, request)
) STRICT;
