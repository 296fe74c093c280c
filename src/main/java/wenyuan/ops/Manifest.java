package wenyuan.ops;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a backup says about itself, in {@code manifest.json}.
 *
 * @param format of the zip; {@value #FORMAT} is the one this program writes
 * @param storeId of the archive that it was made of
 * @param schema of its {@code catalog.db}
 * @param change number of the last change in it
 * @param documents number of documents
 * @param originals number of files kept as they came
 * @param held number of files with a secrecy marking that are in it
 * @param heldLeftOut number of those that are not
 * @param missing SHA-256 of originals that the archive itself no longer had whole
 * @param entries number of other entries of the zip
 * @param moment when it was made, ISO 8601
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        int format,
        String storeId,
        int schema,
        long change,
        long documents,
        long originals,
        long held,
        long heldLeftOut,
        List<String> missing,
        long entries,
        String moment) {
    /** The format that this program writes. */
    public static final int FORMAT = 1;

    /** The entry that holds it. */
    static final String NAME = "manifest.json";

    public Manifest {
        missing = List.copyOf(missing);
    }

    byte[] json() {
        try {
            return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manifest read(byte[] json) throws IOException {
        return new JsonMapper().readValue(json, Manifest.class);
    }
}
