package wenyuan.ingest.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import wenyuan.model.FailureCause;
import wenyuan.model.SkipCause;

/** An archive that is being unpacked, entry by entry. */
final class Unpacking implements Container {
    /** How unpacking one entry ended. */
    private sealed interface Unpacked {
        record Done(Path file, long size) implements Unpacked {}

        record Damaged(String why) implements Unpacked {}

        record TooBig() implements Unpacked {}

        record OverBudget(String limit) implements Unpacked {}
    }

    private static final int BUFFER = 1 << 16;

    private final SourceFile.Leaf archive;
    private final Entries entries;
    private final Opener opener;
    private final Scratch scratch;
    private final Budget budget;
    private final int depth;
    private final long packed;
    private final Taken taken = new Taken();
    private long unpacked;
    private boolean over;

    Unpacking(SourceFile.Leaf archive, Entries entries, Opener opener, Scratch scratch, Budget budget, int depth)
            throws IOException {
        this.archive = archive;
        this.entries = entries;
        this.opener = opener;
        this.scratch = scratch;
        this.budget = budget;
        this.depth = depth;
        this.packed = Files.size(archive.file());
    }

    @Override
    public Step next() {
        if (over) {
            return new Step.End();
        }
        try {
            Optional<Entries.Entry> entry = entries.next();
            while (entry.isPresent() && entry.orElseThrow().folder()) {
                entry = entries.next();
            }
            return entry.map(this::step).orElseGet(Step.End::new);
        } catch (IOException | RuntimeException e) {
            if (e instanceof UncheckedIOException ours) {
                throw ours;
            }
            return stop(FailureCause.CORRUPT, "the archive is damaged: " + Opener.reason(e));
        }
    }

    @Override
    public void close() {
        try {
            entries.close();
        } catch (IOException e) {
            throw new UncheckedIOException("An archive can't be closed: " + archive.path(), e);
        }
        if (archive.temporary()) {
            Scratch.delete(archive.file());
        }
    }

    private Step step(Entries.Entry entry) {
        String name = taken.distinct(clean(entry.name()));
        String shown = archive.path() + "!/" + name;
        Optional<String> limit = budget.entry();
        if (limit.isPresent()) {
            return stop(FailureCause.TOO_LARGE, limit.orElseThrow());
        }
        Optional<SkipCause> skip = Opener.ignorable(name, isAsset(name, entries.names()), 1);
        if (skip.isPresent()) {
            return ignored(shown, skip.orElseThrow());
        }
        return entry.refused()
                .map(cause -> Step.broken(shown, cause, refusal(cause)))
                .orElseGet(() -> unpack(shown, entry));
    }

    private Step unpack(String shown, Entries.Entry entry) {
        Path file = scratch.file();
        Unpacked result = copy(entry, file);
        if (!(result instanceof Unpacked.Done)) {
            Scratch.delete(file);
        }
        return switch (result) {
            case Unpacked.Done done
            when done.size() == 0 -> {
                Scratch.delete(file);
                yield ignored(shown, SkipCause.ZERO_BYTES);
            }
            case Unpacked.Done done -> opener.unpacked(shown, file, budget, depth);
            case Unpacked.TooBig big ->
                Step.broken(shown, FailureCause.TOO_LARGE, "an entry of more than " + budget.entryBytes() + " bytes");
            case Unpacked.OverBudget(String limit) -> stop(FailureCause.TOO_LARGE, limit);
            case Unpacked.Damaged(String why) -> {
                over = !entries.survivesDamage();
                yield Step.broken(over ? archive.path() : shown, FailureCause.CORRUPT, why);
            }
        };
    }

    private Unpacked copy(Entries.Entry entry, Path file) {
        try (Sink sink = new Sink(file)) {
            return copy(entry, file, sink);
        } catch (IOException e) {
            throw new UncheckedIOException("Unpacked files can't be written", e);
        }
    }

    private static Unpacked copy(Entries.Entry entry, Path file, Sink sink) {
        try {
            entry.bytes().to(sink);
        } catch (IOException | RuntimeException e) {
            sink.rethrow();
            return sink.stopped.orElseGet(() -> new Unpacked.Damaged("an entry is damaged: " + Opener.reason(e)));
        }
        boolean wrong = entry.checksum().isPresent() && entry.checksum().getAsLong() != sink.checksum.getValue();
        return sink.stopped.orElseGet(() -> wrong
                ? new Unpacked.Damaged("an entry is damaged: wrong checksum")
                : new Unpacked.Done(file, sink.size));
    }

    private Step stop(FailureCause cause, String detail) {
        over = true;
        return Step.broken(archive.path(), cause, detail);
    }

    private static Step ignored(String shown, SkipCause cause) {
        return new Step.Found(new SourceFile.Ignored(shown, cause, Opener.because(cause)));
    }

    private static String refusal(FailureCause cause) {
        return cause == FailureCause.ENCRYPTED
                ? "the entry is protected by a password"
                : "the entry is packed in a way that can't be unpacked here";
    }

    private static boolean isAsset(String name, Predicate<String> exists) {
        String[] parts = name.split("/", -1);
        String parent = "";
        for (int i = 0; i < parts.length - 1; i++) {
            String above = parent;
            if (PassedOver.belongsToPage(parts[i], page -> exists.test(above + page))) {
                return true;
            }
            parent += parts[i] + "/";
        }
        return false;
    }

    /** Harmless to show: no way up, no root, one kind of separator. It never names a file on disk. */
    static String clean(String name) {
        String parts = Arrays.stream(name.replace('\\', '/').split("/", -1))
                .filter(part -> !part.isBlank() && !part.equals(".") && !part.equals(".."))
                .map(Names::shown)
                .collect(Collectors.joining("/"));
        return parts.isEmpty() ? "unnamed" : parts;
    }

    /** Takes the bytes of one entry into a file, for as long as no limit is broken. */
    private final class Sink extends OutputStream {
        private final OutputStream file;
        private final CRC32 checksum = new CRC32();
        private long size;
        private Optional<Unpacked> stopped = Optional.empty();
        private Optional<UncheckedIOException> trouble = Optional.empty();

        Sink(Path file) throws IOException {
            this.file = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            size += count;
            unpacked += count;
            Optional<String> limit = budget.bytes(count, unpacked, packed);
            if (limit.isPresent()) {
                stop(new Unpacked.OverBudget(limit.orElseThrow()));
            }
            if (size > budget.entryBytes()) {
                stop(new Unpacked.TooBig());
            }
            checksum.update(bytes, from, count);
            writeOurs(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }

        private void stop(Unpacked reason) throws IOException {
            stopped = Optional.of(reason);
            throw new IOException("a limit of the archive is broken");
        }

        /** A full disk is our trouble, not the archive's. */
        private void writeOurs(byte[] bytes, int from, int count) {
            try {
                file.write(bytes, from, count);
            } catch (IOException e) {
                trouble = Optional.of(new UncheckedIOException("Unpacked files can't be written", e));
                rethrow();
            }
        }

        /** Who gives the bytes may have wrapped it. */
        private void rethrow() {
            trouble.ifPresent(e -> {
                throw e;
            });
        }
    }
}
