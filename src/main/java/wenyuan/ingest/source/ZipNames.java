package wenyuan.ingest.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The charset of a zip's names. Most Chinese zips say nothing and hold GBK; all names that say nothing are decided on
 * together, because one short name fits several charsets.
 */
final class ZipNames {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

    private final Optional<Charset> charset;

    private ZipNames(Optional<Charset> charset) {
        this.charset = charset;
    }

    static ZipNames of(Collection<ZipArchiveEntry> entries) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        entries.stream().filter(entry -> !decoded(entry)).forEach(entry -> {
            all.writeBytes(entry.getRawName());
            all.write('\n');
        });
        return new ZipNames(charset(all.toByteArray()));
    }

    String name(ZipArchiveEntry entry) {
        if (decoded(entry)) {
            return entry.getName();
        }
        return charset.flatMap(known -> Names.strict(entry.getRawName(), known))
                .orElseGet(() -> Names.decode(entry.getRawName()));
    }

    /** The charset of {@code names}; empty when no single one fits them all. */
    static Optional<Charset> charset(byte[] names) {
        if (fits(names, StandardCharsets.UTF_8)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        boolean gb = fits(names, GB18030);
        boolean big5 = fits(names, BIG5);
        if (gb && big5) {
            return Optional.of(everydayGb(names) >= everydayBig5(names) ? GB18030 : BIG5);
        }
        return gb ? Optional.of(GB18030) : big5 ? Optional.of(BIG5) : Optional.empty();
    }

    private static boolean decoded(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD
                || entry.getRawName() == null;
    }

    private static boolean fits(byte[] names, Charset charset) {
        return Names.strict(names, charset).isPresent();
    }

    /** Double bytes that stand for everyday characters in GB 2312: its first level, leads B0 to D7. */
    private static int everydayGb(byte[] names) {
        return pairs(names, 0xB0, 0xD7, 0xA1);
    }

    /** The same in Big5: leads A4 to C6, and half of its trail bytes lie where GB 2312 has none. */
    private static int everydayBig5(byte[] names) {
        return pairs(names, 0xA4, 0xC6, 0x40);
    }

    private static int pairs(byte[] names, int firstLead, int lastLead, int firstTrail) {
        int count = 0;
        for (int i = 0; i + 1 < names.length; i++) {
            int lead = names[i] & 0xFF;
            if (lead >= 0x81) {
                i++;
                count += lead >= firstLead && lead <= lastLead && (names[i] & 0xFF) >= firstTrail ? 1 : 0;
            }
        }
        return count;
    }
}
