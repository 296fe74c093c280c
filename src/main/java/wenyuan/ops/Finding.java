package wenyuan.ops;

/**
 * One thing that a check saw.
 *
 * @param severity whether the archive is in order all the same
 * @param what a sentence: where, what is there, what was expected
 */
public record Finding(Severity severity, String what) {
    /** How bad it is. */
    public enum Severity {
        /** Worth knowing; nothing is wrong. */
        NOTE,
        /** Something that must not be. */
        FAULT
    }

    static Finding note(String what) {
        return new Finding(Severity.NOTE, what);
    }

    static Finding fault(String what) {
        return new Finding(Severity.FAULT, what);
    }
}
