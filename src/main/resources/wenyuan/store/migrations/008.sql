-- Passages that people keep, with what they need to cite them. user: '' is whoever sits at this machine. start, "end": UTF-16 units of the text at
-- that time. A clip that is in no folder is removed.
CREATE TABLE clips (
    id       INTEGER PRIMARY KEY,
    user     TEXT NOT NULL,
    document TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    title    TEXT NOT NULL,
    year     INTEGER,
    path     TEXT NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    quote    TEXT NOT NULL,
    note     TEXT NOT NULL,
    made     TEXT NOT NULL,
    UNIQUE (user, document, start, "end")
) STRICT;

CREATE INDEX clips_sha256 ON clips (sha256);

CREATE TABLE folders (
    id    INTEGER PRIMARY KEY,
    user  TEXT NOT NULL,
    name  TEXT NOT NULL,
    UNIQUE (user, name)
) STRICT;

CREATE TABLE filed (
    folder INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    clip   INTEGER NOT NULL REFERENCES clips ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    PRIMARY KEY (folder, clip)
) STRICT, WITHOUT ROWID;

CREATE INDEX filed_clip ON filed (clip);

-- A text with a secrecy marking is nowhere else.
CREATE TRIGGER clips_of_held AFTER INSERT ON held BEGIN DELETE FROM clips WHERE sha256 = new.sha256; END;
