package wenyuan.ingest.source;

/**
 * How far an archive is followed before it is taken for a bomb. What is counted is counted over an outermost archive and
 * everything packed inside it.
 *
 * @param depth archives inside archives: 1 opens none that lies inside another
 * @param entries number of entries
 * @param entryBytes unpacked size of one entry
 * @param totalBytes unpacked size of all entries
 * @param ratio unpacked size over packed size of one archive; looked at once more than {@value #RATIO_FROM} bytes are
 *     unpacked, because a small file of blanks is no bomb
 */
public record Limits(int depth, int entries, long entryBytes, long totalBytes, int ratio) {
    static final long RATIO_FROM = 64L << 20;

    /** Far more than an honest archive of documents needs. */
    public static final Limits STANDARD = new Limits(6, 500_000, 1L << 30, 64L << 30, 200);
}
