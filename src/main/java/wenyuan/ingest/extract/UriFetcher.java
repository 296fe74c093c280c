package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.fetcher.Fetcher;

/**
 * Opens a file in a parser process. By URI, because only that carries a name whose bytes are not in the locale's charset.
 * Public because Tika makes it by name.
 */
public final class UriFetcher implements Fetcher {
    static final String NAME = "uri";

    /** Called by Tika. */
    public UriFetcher() {}

    static String key(Path file, String name) {
        return file.toUri() + "#" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public InputStream fetch(String key, Metadata metadata, ParseContext context) throws IOException {
        int hash = key.lastIndexOf('#');
        metadata.set(
                TikaCoreProperties.RESOURCE_NAME_KEY,
                URLDecoder.decode(key.substring(hash + 1), StandardCharsets.UTF_8));
        return TikaInputStream.get(Path.of(URI.create(key.substring(0, hash))));
    }
}
