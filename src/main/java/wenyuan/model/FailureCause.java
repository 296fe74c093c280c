package wenyuan.model;

/** Why a file gave no text. The names are part of the command line's JSON. */
public enum FailureCause {
    /** Readable, but without any text (a scan, a blank page). */
    EMPTY,
    /** Protected by a password. */
    ENCRYPTED,
    /** Damaged beyond reading. */
    CORRUPT,
    /** The parser did not end in time. */
    TIMEOUT,
    /** The parser ran out of memory. */
    OUT_OF_MEMORY,
    /** The parser's process died. */
    CRASH,
    /** A format that no parser here reads. */
    UNSUPPORTED,
    /** Larger than the limits allow; an archive too deep, too many, too much. */
    TOO_LARGE,
    /** The file system refused to hand the file over. */
    UNREADABLE
}
