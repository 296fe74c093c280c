package wenyuan.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final String ADVICE = " (its bytes are not kept: import it again from where it lies)";

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
        List<Store.FailedFile> kept = failed.stream()
                .filter(file -> kept(file, originals).isPresent())
                .toList();
        List<Store.FailedFile> lost =
                failed.stream().filter(file -> !kept.contains(file)).toList();
        Walk fromBytes = new Walk(
                root,
                () -> kept.stream()
                        .map(file -> new SourceFile.Leaf(
                                file.origin().path(), kept(file, originals).orElseThrow(), false)));
        return lost.isEmpty() ? Stream.of(fromBytes) : Stream.of(fromBytes, lookFor(root, lost, kept, scratch, limits));
    }

    /** Everything where the root still lies but {@code kept}, which is tried already. */
    private static Walk lookFor(
            Root root, List<Store.FailedFile> lost, List<Store.FailedFile> kept, Path scratch, Limits limits) {
        Path place = Path.of(root.id());
        if (place.isAbsolute() && Files.exists(place)) {
            Set<String> tried = kept.stream().map(file -> file.origin().path()).collect(toSet());
            return new Walk(root, () -> files(place, scratch, limits).filter(file -> !tried.contains(file.path())));
        }
        return new Walk(
                root,
                () -> lost.stream()
                        .map(file -> new SourceFile.Broken(
                                file.origin().path(),
                                file.fate().cause(),
                                withAdvice(file.fate().detail()))));
    }

    /** Once, however often it is tried. */
    private static String withAdvice(String detail) {
        return detail.endsWith(ADVICE) ? detail : detail + ADVICE;
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
