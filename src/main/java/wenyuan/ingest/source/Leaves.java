package wenyuan.ingest.source;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Goes down into folders and archives and up again. A stack instead of {@code flatMap}, which unrolls a whole folder. */
final class Leaves implements Iterator<SourceFile> {
    private final Deque<Container> open = new ArrayDeque<>();
    private final Scratch scratch;
    private Optional<SourceFile> ahead;

    Leaves(Path path, Scratch scratch, Limits limits) {
        this.scratch = scratch;
        this.ahead = take(Folder.start(path, new Opener(scratch, limits)));
    }

    @Override
    public boolean hasNext() {
        while (ahead.isEmpty() && !open.isEmpty()) {
            ahead = take(open.element().next());
        }
        return ahead.isPresent();
    }

    @Override
    public SourceFile next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more files");
        }
        SourceFile file = ahead.orElseThrow();
        ahead = Optional.empty();
        return file;
    }

    void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
        ahead = Optional.empty();
        scratch.clear();
    }

    private Optional<SourceFile> take(Step step) {
        return switch (step) {
            case Step.Found found -> Optional.of(found.file());
            case Step.Inner inner -> {
                open.push(inner.container());
                yield Optional.empty();
            }
            case Step.End end -> {
                open.pop().close();
                yield Optional.empty();
            }
        };
    }
}
