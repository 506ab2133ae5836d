-- The last column of every row is its checksum (RowSum).

-- What holds for the database as a whole.
CREATE TABLE meta (
  name   TEXT PRIMARY KEY,
  value  TEXT NOT NULL,
  sum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The log: everything that changed since the last checkpoint, to be done again after a crash. A
-- row for the entries that were written in one transaction, with the hash of all before it.
CREATE TABLE groups (
  number      INTEGER PRIMARY KEY,
  last_entry  INTEGER NOT NULL,
  hash        TEXT NOT NULL,
  entries     BLOB NOT NULL,
  sum         INTEGER NOT NULL
) STRICT;

-- The service's time at the latest entry: wall time, and wall time minus steady time.
CREATE TABLE clock (
  name   TEXT PRIMARY KEY,
  wall   INTEGER NOT NULL,
  drift  INTEGER NOT NULL,
  sum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How counters stood after the entry with this number.
CREATE TABLE counters (
  product   TEXT NOT NULL,
  quota     TEXT NOT NULL,
  account   TEXT NOT NULL,
  keys      TEXT NOT NULL,
  sequence  INTEGER NOT NULL,
  image     BLOB NOT NULL,
  sum       INTEGER NOT NULL,
  PRIMARY KEY (product, quota, account, keys)
) STRICT, WITHOUT ROWID;

-- Billed units by day and what they are billed by, as they are after the last entry.
CREATE TABLE billed_days (
  product  TEXT NOT NULL,
  quota    TEXT NOT NULL,
  account  TEXT NOT NULL,
  day      TEXT NOT NULL,
  parts    BLOB NOT NULL,
  sum      INTEGER NOT NULL,
  PRIMARY KEY (product, quota, account, day)
) STRICT, WITHOUT ROWID;

-- Allowed decisions of the last 35 days, the oldest first.
CREATE TABLE decisions (
  id     TEXT NOT NULL UNIQUE,
  at     INTEGER NOT NULL,
  taken  BLOB NOT NULL,
  sum    INTEGER NOT NULL
) STRICT;

-- How decisions ended.
CREATE TABLE ends (
  id     TEXT PRIMARY KEY,
  ended  BLOB NOT NULL,
  sum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which decision a request id led to within the last 24 hours, the oldest first.
CREATE TABLE requests (
  product   TEXT NOT NULL,
  account   TEXT NOT NULL,
  request   TEXT NOT NULL,
  decision  TEXT NOT NULL,
  at        INTEGER NOT NULL,
  sum       INTEGER NOT NULL,
  UNIQUE (product, account, request)
) STRICT;

-- The moment of each account's last decision, however long ago.
CREATE TABLE last_decisions (
  product  TEXT NOT NULL,
  account  TEXT NOT NULL,
  at       INTEGER NOT NULL,
  sum      INTEGER NOT NULL,
  PRIMARY KEY (product, account)
) STRICT, WITHOUT ROWID;

-- Accounts with their history and add-ons.
CREATE TABLE accounts (
  product  TEXT NOT NULL,
  id       TEXT NOT NULL,
  value    BLOB NOT NULL,
  sum      INTEGER NOT NULL,
  PRIMARY KEY (product, id)
) STRICT, WITHOUT ROWID;

-- Quotes that one consume may still make use of, the oldest first.
CREATE TABLE quotes (
  id     TEXT NOT NULL UNIQUE,
  until  INTEGER NOT NULL,
  value  BLOB NOT NULL,
  sum    INTEGER NOT NULL
) STRICT;
