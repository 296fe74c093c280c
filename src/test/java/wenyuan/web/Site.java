package wenyuan.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import wenyuan.config.RuleBookReader;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;
import wenyuan.model.Fate;
import wenyuan.model.Phrasing;
import wenyuan.model.Place;
import wenyuan.model.RuleBook;
import wenyuan.model.SkipCause;
import wenyuan.model.Span;
import wenyuan.search.Position;
import wenyuan.search.lucene.LuceneEngine;
import wenyuan.store.Arrival;
import wenyuan.store.Home;
import wenyuan.store.Origin;
import wenyuan.store.Originals;
import wenyuan.store.Store;
import wenyuan.text.Segmenter;

/** A server over a real store and a real index that hold {@link Samples}. */
record Site(Store store, LuceneEngine engine, SiteWork work, WebServer server) implements AutoCloseable {
    static Site at(Path folder, String host) throws IOException {
        return at(folder, host, WebServer.Settings.STANDARD);
    }

    static Site at(Path folder, String host, WebServer.Settings settings) throws IOException {
        Home home = new Home(folder);
        RuleBook rules = RuleBookReader.shipped();
        Segmenter segmenter = Segmenter.with(List.of());
        Store store = Store.open(home, Clock.systemUTC());
        if (store.documents() == 0) {
            fill(store, home, new Samples(rules.taxonomy()).all());
        }
        AtomicReference<Phrasing> phrasing = new AtomicReference<>(rules.phrasing());
        LuceneEngine engine = LuceneEngine.open(
                home.indexes().resolve("1"), store::document, segmenter, rules.taxonomy(), phrasing::get);
        store.forEachDocument(engine.sink()::put);
        engine.sink().commit(new Position(store.id(), store.lastChange()));
        SiteWork work = new SiteWork(store, engine, segmenter, rules, phrasing);
        WebServer server = WebServer.start(
                new WebServer.Archive(
                        engine, store, new Originals(home), work::segmenter, rules, phrasing::get, () -> 0, work),
                settings,
                host,
                0);
        return new Site(store, engine, work, server);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    @Override
    public void close() {
        server.close();
        engine.close();
        store.close();
    }

    private static void fill(Store store, Home home, List<Document> documents) throws IOException {
        long run = store.beginImport(List.of("移交资料")).id();
        Stream<Arrival> stored = documents.stream().map(document -> labelled(home, document));
        Stream<Arrival> others = Stream.of(
                new Arrival.Failed(
                        origin("扫描件/会议纪要.pdf"), hash(901), new Fate.Failed(FailureCause.EMPTY, "3 pages without text")),
                new Arrival.Failed(
                        origin("旧档/加密.docx"),
                        hash(902),
                        new Fate.Failed(FailureCause.ENCRYPTED, "asks for a password")),
                new Arrival.Skipped(origin("图片/合影.jpg"), new Fate.Skipped(SkipCause.MEDIA, "image/jpeg")),
                new Arrival.Marked(
                        origin("来文/通知.txt"),
                        hash(903),
                        new Evidence("secrecy.mark", new Place.Text(), "机密★1年", new Span(0, 5))));
        store.record(run, Stream.concat(stored, others).toList());
        store.endImport(run);
    }

    private static Arrival labelled(Home home, Document document) {
        String sha = document.id() + "0".repeat(48);
        try {
            Path original = home.originals().resolve(sha.substring(0, 2)).resolve(sha);
            Files.createDirectories(original.getParent());
            Files.writeString(original, "original of " + document.id(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Extraction.Text extraction =
                new Extraction.Text(document.text(), Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of());
        return new Arrival.Labelled(
                origin(document.sources().getFirst().path()),
                sha,
                List.of(document),
                extraction,
                "（未整理）\n" + document.text());
    }

    private static Origin origin(String path) {
        return new Origin("/archive", path, "移交资料");
    }

    private static String hash(int number) {
        return "0".repeat(56) + HexFormat.of().toHexDigits(number);
    }
}
