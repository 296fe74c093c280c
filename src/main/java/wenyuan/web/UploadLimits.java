package wenyuan.web;

/**
 * How much one upload may bring.
 *
 * @param files number of files
 * @param fileBytes size of one file
 * @param totalBytes size of all files together
 */
public record UploadLimits(int files, long fileBytes, long totalBytes) {
    /** Enough for twenty years of an office, short of a full disk. */
    public static final UploadLimits STANDARD = new UploadLimits(100_000, 4L << 30, 64L << 30);
}
