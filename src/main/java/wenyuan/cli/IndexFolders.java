package wenyuan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import wenyuan.store.Home;

/**
 * The numbered folders {@code index/<n>} of a home, and the file {@code index/live} that names the one in use. A rebuild
 * fills the next folder and then switches; what a kill leaves behind is swept at the next start.
 */
record IndexFolders(Home home) {
    /** The index in use; number 1 when there has never been one. */
    Path live() {
        Path pointer = pointer();
        try {
            return folder(
                    Files.exists(pointer)
                            ? Integer.parseInt(Files.readString(pointer).strip())
                            : 1);
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException(pointer + " should hold the number of an index folder", e);
        }
    }

    /** A folder that is not there yet, for a rebuild. */
    Path next() {
        return folder(numbers().stream().max(Comparator.naturalOrder()).orElse(0) + 1);
    }

    /** Makes {@code folder} the one in use, in one step. */
    void switchTo(Path folder) {
        try {
            Files.createDirectories(home.indexes());
            Path written = home.indexes().resolve("live.new");
            Files.writeString(written, folder.getFileName() + "\n");
            Files.move(written, pointer(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes every index folder but the one in use. */
    void sweep() {
        Path live = live();
        numbers().stream()
                .map(this::folder)
                .filter(folder -> !folder.equals(live))
                .forEach(Folders::delete);
    }

    private Path pointer() {
        return home.indexes().resolve("live");
    }

    private Path folder(int number) {
        return home.indexes().resolve(Integer.toString(number));
    }

    private List<Integer> numbers() {
        if (!Files.isDirectory(home.indexes())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(home.indexes())) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{1,9}"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
