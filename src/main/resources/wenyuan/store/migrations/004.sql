-- Stands for the 004.sql of corrections until both are merged: that one replaces this file.
CREATE TABLE IF NOT EXISTS corrections_come_here (id INTEGER PRIMARY KEY) STRICT;
