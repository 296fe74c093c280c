package wenyuan.model;

/** Why a file was passed over on purpose. The names are part of the command line's JSON. */
public enum SkipCause {
    /** Left behind by an office program or an editor (~$…, .tmp). */
    TEMPORARY,
    /** Made by the operating system (.DS_Store, Thumbs.db, __MACOSX). */
    SYSTEM,
    /** Pictures, sound, film. */
    MEDIA,
    /** Programs and libraries. */
    EXECUTABLE,
    /** Records that a program wrote for a program (.json, .jsonl). */
    DATA,
    /** Style sheets, scripts and fonts of saved pages. */
    PAGE_ASSET,
    /** Of no bytes at all. */
    ZERO_BYTES,
    /** Deleted earlier by an admin, and so not taken in again. */
    DELETED
}
