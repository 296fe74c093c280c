package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipFile;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Knows an OFD whatever its name: a zip with {@code OFD.xml} at its top, which may be the last of its entries. Runs in a
 * parser process only. Public because Tika makes it by name.
 */
public final class OfdDetector implements Detector {
    static final MediaType OFD = MediaType.application("ofd");

    /** Called by Tika. */
    public OfdDetector() {}

    @Override
    public MediaType detect(@Nullable InputStream stream, Metadata metadata) throws IOException {
        return stream instanceof TikaInputStream file && isZip(file) && holdsOfd(file) ? OFD : MediaType.OCTET_STREAM;
    }

    private static boolean isZip(TikaInputStream file) throws IOException {
        byte[] head = new byte[4];
        int read = file.peek(head);
        return read == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    private static boolean holdsOfd(TikaInputStream file) throws IOException {
        try (ZipFile zip = OfdPackage.zip(file.getPath())) {
            return zip.getEntry(OfdPackage.ROOT) != null || zip.getEntry(OfdPackage.ENCRYPTIONS) != null;
        } catch (IOException e) {
            return false; // a zip that can't be opened is another parser's to report
        }
    }
}
