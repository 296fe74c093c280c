package wenyuan.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import wenyuan.model.FailureCause;
import wenyuan.model.SkipCause;

/** Decides what a file is: a leaf, or an archive to go into. */
final class Opener {
    private static final int HEAD = 512;

    private final Scratch scratch;
    private final Limits limits;

    Opener(Scratch scratch, Limits limits) {
        this.scratch = scratch;
        this.limits = limits;
    }

    /** A file on disk. */
    Step file(String shown, Path file) {
        return look(shown, file, Optional.empty(), 0);
    }

    /** A file that was unpacked out of {@code depth} archives. */
    Step unpacked(String shown, Path file, Budget budget, int depth) {
        return look(shown, file, Optional.of(budget), depth);
    }

    /** Why a file of {@code size} bytes is passed over. */
    static Optional<SkipCause> ignorable(String shown, boolean pageAsset, long size) {
        Optional<SkipCause> byName = pageAsset ? Optional.of(SkipCause.PAGE_ASSET) : PassedOver.cause(shown);
        return byName.or(() -> size == 0 ? Optional.of(SkipCause.ZERO_BYTES) : Optional.empty());
    }

    static String because(SkipCause cause) {
        return switch (cause) {
            case TEMPORARY -> "left behind by an office program or an editor";
            case SYSTEM -> "made by the operating system, or no regular file";
            case MEDIA -> "a picture, sound or film";
            case EXECUTABLE -> "a program or library";
            case DATA -> "records written by a program for a program";
            case PAGE_ASSET -> "part of a web page's layout";
            case ZERO_BYTES -> "a file of no bytes";
            case DELETED -> "deleted earlier";
        };
    }

    /** A sentence for the admin; the JDK's own message is often only the file's name. */
    static String reason(Exception e) {
        return switch (e) {
            case AccessDeniedException denied -> "access denied by the file system";
            case NoSuchFileException missing -> "no such file, or a link to nothing";
            default -> e.getClass().getSimpleName() + ": " + e.getMessage();
        };
    }

    private Step look(String shown, Path file, Optional<Budget> outer, int depth) {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        } catch (IOException e) {
            return Step.broken(shown, FailureCause.UNREADABLE, reason(e));
        }
        Step.Found leaf = new Step.Found(new SourceFile.Leaf(shown, file, depth > 0));
        return Format.of(head)
                .map(format -> archive(format, leaf, outer.orElseGet(() -> new Budget(limits)), depth))
                .orElse(leaf);
    }

    private Step archive(Format format, Step.Found leaf, Budget budget, int depth) {
        SourceFile.Leaf file = (SourceFile.Leaf) leaf.file();
        try {
            Optional<Entries> entries = format.open(file.file(), file.path());
            if (entries.isEmpty()) {
                return leaf;
            }
            if (depth >= limits.depth()) {
                entries.orElseThrow().close();
                return refuse(
                        file,
                        FailureCause.TOO_LARGE,
                        "archives inside archives, more than " + limits.depth() + " deep");
            }
            return new Step.Inner(new Unpacking(file, entries.orElseThrow(), this, scratch, budget, depth + 1));
        } catch (LockedException e) {
            return refuse(file, FailureCause.ENCRYPTED, "the archive's list of files is protected by a password");
        } catch (IOException | RuntimeException e) {
            return PassedOver.namedAsDocument(file.path())
                    ? leaf
                    : refuse(file, FailureCause.CORRUPT, "the archive can't be opened: " + reason(e));
        }
    }

    private static Step refuse(SourceFile.Leaf file, FailureCause cause, String detail) {
        if (file.temporary()) {
            Scratch.delete(file.file());
        }
        return Step.broken(file.path(), cause, detail);
    }
}
