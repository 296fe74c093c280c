package wenyuan.ops;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import wenyuan.store.Audit;
import wenyuan.store.Home;
import wenyuan.store.Store;

/**
 * Makes an archive of a {@link Backup} again. Everything is checked, then unpacked beside, then moved into place by renaming; what was
 * there before is moved aside and never deleted. The index is for the caller to build.
 */
public final class Restore {
    private static final String ASIDE = "before-restore-";
    private static final String FRESH = "restore.part";
    private static final String REPLACED = "replaced.part";

    /** What a restored archive does not take the place of. */
    private static final Set<String> STAYS = Set.of("lock", "backups", FRESH);

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private Restore() {}

    /**
     * Reads all of a backup and touches nothing.
     *
     * @throws IllegalArgumentException when it is not whole, or not one that this program can read; the message says why
     */
    public static Manifest check(Path file) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            backup.check();
            return backup.manifest();
        }
    }

    /** Whether there is anything in {@code home} that a restore would move aside. */
    public static boolean occupied(Home home) throws IOException {
        return !present(home.root()).isEmpty();
    }

    /**
     * Restores into a home that this process owns.
     *
     * @param file for which {@link #check} has found nothing wrong
     * @return the folder into which what was there has been moved; empty when there was nothing
     * @throws IllegalArgumentException as {@link #check} does, also when there is no room; the archive that was there is untouched
     */
    public static Optional<Path> into(Path file, Home home, Clock clock) throws IOException {
        Path fresh = home.root().resolve(FRESH);
        Trees.delete(fresh);
        try {
            unpack(file, fresh);
            settle(new Home(fresh), file, clock);
            List<Path> old = present(home.root());
            Path aside =
                    home.root().resolve(ASIDE + SECOND.format(clock.instant().atZone(zone())));
            exchange(old, aside, fresh, home.root());
            return old.isEmpty() ? Optional.empty() : Optional.of(aside);
        } finally {
            Trees.delete(fresh);
        }
    }

    private static void unpack(Path file, Path fresh) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            Files.createDirectories(fresh);
            if (Files.getFileStore(fresh).getUsableSpace() < backup.bytes()) {
                throw new IllegalArgumentException("There is no room for the " + backup.bytes() + " bytes of " + file);
            }
            for (ZipEntry entry : backup.entries()) {
                if (!entry.getName().equals(Manifest.NAME)) {
                    unpack(backup, entry, fresh.resolve(entry.getName()));
                }
            }
        }
    }

    private static void unpack(BackupFile backup, ZipEntry entry, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (OutputStream out = Files.newOutputStream(to)) {
            backup.copy(entry, out);
        }
    }

    /** Brings the catalogue up to date where it will not be in anybody's way when that fails. */
    private static void settle(Home fresh, Path file, Clock clock) {
        try (Store store = Store.open(fresh, clock)) {
            List<String> damage = store.damage();
            if (!damage.isEmpty()) {
                throw new IllegalArgumentException(
                        "Nothing was restored from " + file + ": its catalog.db is damaged: " + damage.getFirst());
            }
            store.audit()
                    .write(new Audit.Deed(
                            "(command line)",
                            Audit.Action.RESTORE,
                            file.getFileName().toString(),
                            ""));
        }
    }

    /**
     * The catalogue goes first and comes last, so that a kill in between never leaves one without its bytes. What it has not
     * written into its file yet is copied before, so that a kill never parts them either.
     */
    private static void exchange(List<Path> old, Path aside, Path fresh, Path root) throws IOException {
        List<Path> unwritten = old.stream()
                .filter(entry -> entry.getFileName().toString().startsWith("catalog.db-"))
                .toList();
        List<Path> whole =
                old.stream().filter(entry -> !unwritten.contains(entry)).toList();
        Moves moves = new Moves();
        try {
            for (Path part : unwritten) {
                Files.createDirectories(aside);
                Files.copy(part, aside.resolve(part.getFileName()));
            }
            moves.into(aside, whole.reversed());
            moves.into(aside.resolve(REPLACED), unwritten);
            moves.into(root, present(fresh));
        } catch (IOException e) {
            moves.undo(e);
            for (Path part : unwritten) {
                Files.deleteIfExists(aside.resolve(part.getFileName()));
            }
            throw e;
        }
        Trees.delete(aside.resolve(REPLACED));
    }

    private static List<Path> present(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> !STAYS.contains(entry.getFileName().toString()))
                    .filter(entry -> !entry.getFileName().toString().startsWith(ASIDE))
                    .sorted(Comparator.comparing((Path entry) ->
                                    entry.getFileName().toString().startsWith("catalog.db"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    @SuppressWarnings("TimeZoneUsage")
    private static ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
