package wenyuan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import wenyuan.config.ConfigurationReader;
import wenyuan.ops.Backup;
import wenyuan.ops.Manifest;
import wenyuan.store.Audit;
import wenyuan.store.Home;
import wenyuan.store.Jobs;
import wenyuan.store.Store;

/** Where backups go that were asked for in pages, as the settings say at the time. */
record BackupFolder(Path folder) {
    static final String NAMES = "wenyuan-\\d{8}-\\d{6}\\.zip";

    /** The folder of a home. */
    static BackupFolder of(Home home) {
        return new BackupFolder(
                ConfigurationReader.read(home.config()).backupFolder().orElseGet(home::backups));
    }

    /** All backups, newest first. */
    List<BackupPages.Row> rows() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(NAMES))
                    .sorted(Comparator.reverseOrder())
                    .map(BackupFolder::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The backup of that name. */
    Optional<Path> find(String name) {
        return Optional.of(name)
                .filter(it -> it.matches(NAMES))
                .map(folder::resolve)
                .filter(Files::isRegularFile);
    }

    /** Writes a backup and notes it in the log; nothing is left when stopped. */
    void write(Store store, Jobs.Task.Backup task, String user, BooleanSupplier stopped) {
        Path file = folder.resolve(task.name());
        try {
            Files.createDirectories(folder);
            Optional<Manifest> written = Backup.write(store, file, task.withHeld(), Clock.systemUTC(), stopped);
            written.ifPresent(manifest -> store.audit()
                    .write(new Audit.Deed(
                            user,
                            Audit.Action.BACKUP,
                            file.toString(),
                            Messages.CHINESE.say("backup.detail", manifest.documents()))));
        } catch (IOException e) {
            throw new UncheckedIOException(Messages.CHINESE.say("backup.failed", file, "" + e.getMessage()), e);
        }
    }

    private static BackupPages.Row row(Path file) {
        try {
            Instant at = Files.getLastModifiedTime(file).toInstant();
            return new BackupPages.Row(file.getFileName().toString(), Files.size(file), at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
