package wenyuan.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import wenyuan.ingest.source.Archive;
import wenyuan.ingest.source.Limits;
import wenyuan.ingest.source.SourceFile;
import wenyuan.model.FailureCause;
import wenyuan.store.Originals;
import wenyuan.store.Store;

/**
 * Files that belong to one root.
 *
 * @param files opens the stream of them; closing it deletes what was unpacked
 */
record Walk(Root root, Supplier<Stream<SourceFile>> files) {
    /** What lies at {@code path}; {@code scratch} is for unpacked files. */
    static Walk of(Path path, String collection, Path scratch, Limits limits) {
        return new Walk(Root.of(path, collection), () -> files(path, scratch, limits));
    }

    /**
     * Tries failed files once more: from the bytes kept of them, else their root is walked again, where what was stored
     * meets itself unchanged.
     */
    static List<Walk> again(List<Store.FailedFile> failed, Originals originals, Path scratch, Limits limits) {
        return failed.stream()
                .collect(groupingBy(
                        file -> new Root(file.origin().root(), file.origin().collection()),
                        () -> new TreeMap<>(Root.BY_ID),
                        toList()))
                .entrySet()
                .stream()
                .flatMap(group -> again(group.getKey(), group.getValue(), originals, scratch, limits))
                .toList();
    }

    private static Stream<Walk> again(
            Root root, List<Store.FailedFile> failed, Originals originals, Path scratch, Limits limits) {
        List<Store.FailedFile> lost =
                failed.stream().filter(file -> kept(file, originals).isEmpty()).toList();
        if (lost.isEmpty()) {
            return Stream.of(new Walk(
                    root,
                    () -> failed.stream()
                            .map(file -> new SourceFile.Leaf(
                                    file.origin().path(), kept(file, originals).orElseThrow(), false))));
        }
        Path place = Path.of(root.id());
        if (place.isAbsolute() && Files.exists(place)) {
            return Stream.of(new Walk(root, () -> files(place, scratch, limits)));
        }
        return Stream.of(new Walk(
                root,
                () -> failed.stream()
                        .map(file -> kept(file, originals)
                                .<SourceFile>map(bytes ->
                                        new SourceFile.Leaf(file.origin().path(), bytes, false))
                                .orElseGet(() -> new SourceFile.Broken(
                                        file.origin().path(),
                                        file.fate().cause(),
                                        file.fate().detail()
                                                + " (its bytes are not kept: import it again from where it lies)")))));
    }

    private static Optional<Path> kept(Store.FailedFile file, Originals originals) {
        return file.sha256().isEmpty() ? Optional.empty() : originals.find(file.sha256());
    }

    private static Stream<SourceFile> files(Path path, Path scratch, Limits limits) {
        return Files.exists(path)
                ? Archive.files(path, scratch, limits)
                : Stream.of(new SourceFile.Broken(
                        path.toString(), FailureCause.UNREADABLE, "There is no file or folder of this name"));
    }
}
