package wenyuan.store;

/** What is wrong with the home or its disk, never with a file or a query; the message is a sentence for the admin. */
public final class StoreException extends RuntimeException {
    private final Kind kind;

    StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What kind of trouble it is. */
    public Kind kind() {
        return kind;
    }

    /** Kinds of trouble with a home. */
    public enum Kind {
        /** There is no catalogue where one is to be read. */
        MISSING,
        /** A newer program has changed the schema. */
        NEWER_SCHEMA,
        /** An older program wrote it last, and nobody has brought its schema up to date. */
        OLDER_SCHEMA,
        /** The home lies on a network share. */
        NETWORK_SHARE,
        /** The disk is full, or refuses to write. */
        DISK,
        /** Anything else that the database or the file system reports. */
        OTHER
    }
}
