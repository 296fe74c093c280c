package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Style sheet, scripts and icon, read once. The hash of a file's bytes is part of its address, so browsers may keep it for
 * ever. Immutable.
 */
final class Assets {
    private static final String OURS = "/wenyuan/web/static/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Map<String, Asset> files = new LinkedHashMap<>();

    private static final class Asset {
        private final byte[] bytes;
        private final String type;
        private final String hash;

        Asset(byte[] bytes, String type) {
            this.bytes = bytes;
            this.type = type;
            this.hash = hash(bytes);
        }
    }

    Assets() {
        add(OURS, "wenyuan.css", "text/css; charset=utf-8");
        add(OURS, "wenyuan.js", "text/javascript; charset=utf-8");
        add(OURS, "suggest.js", "text/javascript; charset=utf-8");
        add(OURS, "admin.js", "text/javascript; charset=utf-8");
        add(OURS, "review.js", "text/javascript; charset=utf-8");
        add(OURS, "clippings.js", "text/javascript; charset=utf-8");
        add(OURS, "chart.js", "text/javascript; charset=utf-8");
        add(OURS, "icon.svg", "image/svg+xml");
        add(HTMX, "htmx.min.js", "text/javascript; charset=utf-8");
    }

    /** Addresses by file name. */
    Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        files.forEach((name, asset) -> addresses.put(name, "/assets/" + asset.hash + "/" + name));
        return Map.copyOf(addresses);
    }

    /** Answers {@code /assets/{hash}/{name}}; an old hash gets the new bytes, but may not keep them. */
    void serve(Context ctx) {
        Asset asset = files.get(ctx.pathParam("name"));
        if (asset == null) {
            throw new NotFoundResponse();
        }
        String tag = "\"" + asset.hash + "\"";
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", asset.hash.equals(ctx.pathParam("hash")) ? FOR_EVER : "no-cache");
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.contentType(asset.type).result(asset.bytes);
        }
    }

    private void add(String folder, String name, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The program is incomplete: no " + folder + name + " on its class path");
            }
            files.put(name, new Asset(in.readAllBytes(), type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
