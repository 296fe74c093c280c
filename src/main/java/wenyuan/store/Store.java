package wenyuan.store;

import static java.util.stream.Collectors.toMap;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.Fate;
import wenyuan.model.FileFate;
import wenyuan.model.ImportRun;

/**
 * The catalogue of a home. Thread-safe: writes are serialised, reads see the last commit. What a writing method did is on
 * the disk when it returns. Trouble with the home or the disk is a {@link StoreException}.
 */
public final class Store implements AutoCloseable {
    private static final int PAGE = 200;

    private final Home home;
    private final Clock clock;
    private final Catalog catalog;
    private final String id;

    private Store(Home home, Clock clock, Catalog catalog, String id) {
        this.home = home;
        this.clock = clock;
        this.catalog = catalog;
        this.id = id;
    }

    /** Opens the catalogue of {@code home}, making it and bringing its schema up to date as needed. */
    public static Store open(Home home, Clock clock) {
        Catalog catalog = Catalog.open(home.catalog(), Migrations.shipped());
        String id = catalog.write(sql -> born(sql, clock));
        while (catalog.write(sql -> new Documents(sql).countUncounted(PAGE)) > 0) {
            // a page of documents that an older program stored
        }
        return new Store(home, clock, catalog, id);
    }

    /** Opens an existing catalogue for reading only, beside a process that writes. */
    public static Store openReadOnly(Home home) {
        Catalog catalog = Catalog.openReadOnly(home.catalog(), Migrations.shipped());
        return new Store(home, Clock.systemUTC(), catalog, catalog.read(Store::storedId));
    }

    private static String born(Sql sql, Clock clock) throws SQLException {
        String statement = "INSERT OR IGNORE INTO meta (name, value) VALUES (?, ?)";
        sql.run(statement, "id", UUID.randomUUID().toString());
        sql.run(statement, "created", clock.instant().toString());
        sql.run(statement, "change", "0");
        return storedId(sql);
    }

    private static String storedId(Sql sql) throws SQLException {
        return sql.strings("SELECT value FROM meta WHERE name = 'id'").getFirst();
    }

    /** The home whose catalogue this is. */
    public Home home() {
        return home;
    }

    /** Random id of this store, made with it. */
    public String id() {
        return id;
    }

    /** Who may log in. */
    public Users users() {
        return new Users(catalog, clock);
    }

    /** What is held for a secrecy marking, and what was decided on it. */
    public Holding holding() {
        return new Holding(catalog, clock);
    }

    /** What admins asked to be done in the background. */
    public Jobs jobs() {
        return new Jobs(catalog, clock);
    }

    /** Files that came through the pages. */
    public Uploads uploads() {
        return new Uploads(catalog, clock, home.uploads());
    }

    /** Words proposed for the dictionary. */
    public Words words() {
        return new Words(catalog, clock);
    }

    /** Searches that people saved. */
    public Searches searches() {
        return new Searches(catalog, clock);
    }

    /** Passages that people keep. */
    public Clippings clippings() {
        return new Clippings(catalog, clock);
    }

    /** What became of the files of imports. */
    public Reports reports() {
        return new Reports(catalog);
    }

    /** What people decided about labels. */
    public Corrections corrections() {
        return new Corrections(catalog, clock);
    }

    /** What waits for a person to decide. */
    public ReviewQueue reviews() {
        return new ReviewQueue(catalog);
    }

    /** What people took out of the archive for good. */
    public Removals removals() {
        return new Removals(catalog, clock);
    }

    /** Copies of the catalogue, for backups. */
    public Snapshots snapshots() {
        return new Snapshots(catalog);
    }

    /** Who did what. */
    public Audit audit() {
        return new Audit(catalog, clock);
    }

    // ---- documents

    /** A document as stored; empty when there is none of that id (any more). */
    public Optional<Document> document(String documentId) {
        return catalog.read(sql -> new Documents(sql).find(documentId));
    }

    /** Number of documents. */
    public long documents() {
        return catalog.read(sql -> sql.number("SELECT count(*) FROM documents"));
    }

    /** Calls {@code reader} with each document, by id; reads as it goes. */
    public void forEachDocument(Consumer<Document> reader) {
        List<Document> page = documentsAfter("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = documentsAfter(page.getLast().id(), PAGE);
        }
    }

    /** Up to {@code most} documents whose id comes after {@code documentId}, by id; from the first on after "". */
    public List<Document> documentsAfter(String documentId, int most) {
        return catalog.read(sql -> new Documents(sql).after(documentId, most));
    }

    /** The text as extracted, before any repair. */
    public Optional<String> rawText(String documentId) {
        return catalog.read(sql -> new Documents(sql).page(documentId));
    }

    /** What the parser gave: from it, new rules label again without the file. */
    public Optional<Extraction.Text> extraction(String documentId) {
        return catalog.read(sql -> new Documents(sql).extraction(documentId));
    }

    /** SHA-256 (hex) of the file a document came from: the key of {@link Originals}. */
    public Optional<String> originalOf(String documentId) {
        return catalog.read(sql -> sql.strings("SELECT sha256 FROM documents WHERE id = ?", documentId).stream()
                .findFirst());
    }

    /** SHA-256 (hex) of all files that have documents, ascending. */
    public List<String> originals() {
        return catalog.read(sql -> sql.strings("SELECT sha256 FROM files ORDER BY sha256"));
    }

    /** Ids of documents, other than this one, whose normal form is the same. */
    public List<String> sameText(Document document) {
        return catalog.read(sql -> sql.strings(
                "SELECT id FROM documents WHERE text_key = ? AND id <> ? ORDER BY id",
                document.textKey(),
                document.id()));
    }

    /** Ids of the texts of a compilation, in order, this document among them; nothing for the only text of its file. */
    public List<String> parts(String documentId) {
        return catalog.read(sql -> {
            List<String> all = sql.strings("""
                    SELECT id FROM documents WHERE sha256 = (SELECT sha256 FROM documents WHERE id = ?) ORDER BY part""", documentId);
            return all.size() > 1 ? all : List.<String>of();
        });
    }

    /** Up to {@code most} files whose SHA-256 comes after {@code sha256}, by it; those without a document are left out. */
    public List<StoredFile> filesAfter(String sha256, int most) {
        return catalog.read(sql -> new Documents(sql).filesAfter(sha256, most));
    }

    /**
     * A file that is in the archive.
     *
     * @param sha256 of its bytes, hex
     * @param documents what was made of it, in order; at least one
     */
    public record StoredFile(String sha256, Extraction.Text extraction, List<Document> documents) {
        public StoredFile {
            documents = List.copyOf(documents);
        }

        /** The smallest path that it came from: by it rules go. */
        public String path() {
            return documents.getFirst().sources().getFirst().path();
        }
    }

    /**
     * Writes documents that were labelled again, in one transaction; files that are gone meanwhile stay gone.
     *
     * @return number of documents that came out different; only they are changes
     */
    public long relabel(List<Relabelled> files) {
        return catalog.write(sql -> {
            Documents documents = new Documents(sql);
            long changed = 0;
            for (Relabelled file : files) {
                changed += documents.relabel(file);
            }
            return changed;
        });
    }

    /**
     * The documents of a file made anew from the kept extraction.
     *
     * @param sha256 of the file's bytes, hex
     * @param page the text before repairs, see {@link wenyuan.model.Cleaned#page()}
     */
    public record Relabelled(String sha256, List<Document> documents, String page) {
        public Relabelled {
            documents = List.copyOf(documents);
        }
    }

    /** Takes a file's documents out of the archive for a secrecy marking found later. Its bytes are for the caller. */
    public void hold(String sha256, Evidence marking) {
        catalog.write(sql -> {
            new Imports(sql).holdStored(sha256, marking);
            return true;
        });
    }

    /** Takes a document and all others of the same file out of the archive for good; whether there was one. */
    public boolean delete(String documentId) {
        return catalog.write(sql -> Removals.remove(sql, documentId, now()).isPresent());
    }

    // ---- changes, for engines that follow

    /** Number of the last change; 0 when nothing has ever been stored. */
    public long lastChange() {
        return catalog.read(sql -> new Documents(sql).lastChange());
    }

    /** Up to {@code most} changes after {@code change}, ascending; of several to one document only the last. */
    public List<Change> changesAfter(long change, int most) {
        return catalog.read(sql -> new Documents(sql).changesAfter(change, most));
    }

    /**
     * A document was put or deleted.
     *
     * @param number counted up by one for each change of the store
     * @param document as it is now; empty when it was deleted
     */
    public record Change(long number, String documentId, Optional<Document> document) {}

    // ---- imports

    /** Begins an import of {@code paths}. */
    public ImportRun beginImport(List<String> paths) {
        return catalog.write(sql -> new Imports(sql).begin(paths, clock.instant()));
    }

    /**
     * Writes what an import brings, in one transaction: fates, documents, sources, changes, the balance.
     *
     * @return the fate of each, in the same order; a kill before this returns leaves all of them or none
     */
    public List<Fate> record(long importId, List<Arrival> arrivals) {
        return catalog.write(sql -> new Imports(sql).record(importId, arrivals, clock.instant()));
    }

    /** Ends an import. */
    public ImportRun endImport(long importId) {
        return catalog.write(sql -> {
            Imports imports = new Imports(sql);
            imports.record(importId, List.of(), clock.instant());
            imports.end(importId, clock.instant());
            return imports.find(importId).orElseThrow();
        });
    }

    /** All imports, newest first. */
    public List<ImportRun> imports() {
        return catalog.read(sql -> new Imports(sql).all());
    }

    /** One import. */
    public Optional<ImportRun> importRun(long importId) {
        return catalog.read(sql -> new Imports(sql).find(importId));
    }

    /** The fates of an import in the order of arrival, or only the failed ones. */
    public List<FileFate> fates(long importId, boolean failedOnly, int from, int size) {
        return catalog.read(sql -> new Imports(sql).fates(importId, failedOnly, from, size));
    }

    /** The files whose last try gave no text: of the import in which that was, or of all; by root and path. */
    public List<FailedFile> failures(Optional<Long> importId) {
        return catalog.read(sql -> new Failures(sql).list(importId));
    }

    /**
     * A file that gave no text when it was last tried.
     *
     * @param sha256 of its bytes, hex: they are kept; empty when they could not be read
     */
    public record FailedFile(Origin origin, String sha256, Fate.Failed fate) {}

    /** The files that are held, by path; the same bytes at two paths are two. */
    public List<HeldFile> held() {
        return catalog.read(sql -> new Imports(sql).held());
    }

    /**
     * A file kept apart for its secrecy marking.
     *
     * @param sha256 of its bytes, hex
     */
    public record HeldFile(String sha256, String path, Evidence marking) {}

    /**
     * What is known of these bytes as seen from {@code origin}: unchanged, duplicate, held, or skipped as deleted. Empty
     * when they must be read: they are new, or gave no text when they were last tried.
     */
    public Optional<Fate> knownFate(Origin origin, String sha256) {
        return catalog.read(sql -> new Imports(sql).known(origin, sha256));
    }

    // ---- checks

    /** What SQLite's own check of the file finds wrong; nothing when all is well. */
    public List<String> damage() {
        return catalog.read(sql -> sql.strings("PRAGMA integrity_check")).stream()
                .filter(line -> !line.equals("ok"))
                .toList();
    }

    /** Number of fates by their names, as the rows of an import say. */
    public Map<String, Long> fateCounts(long importId) {
        return catalog.read(sql -> sql
                .list(
                        "SELECT fate, count(*) FROM fates WHERE import = ? GROUP BY fate",
                        rows -> Map.entry(rows.getString(1), rows.getLong(2)),
                        importId)
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public void close() {
        catalog.close();
    }

    private String now() {
        return clock.instant().toString();
    }
}
