package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    @TempDir
    Path folder;

    private Store store;
    private Uploads uploads;

    @BeforeEach
    void open() {
        store = Store.open(new Home(folder), Clock.systemUTC());
        uploads = store.uploads();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void namesAreMadeSafe() {
        check("移交资料/讲话/a.txt", "移交资料/讲话/a.txt");
        check("../../etc/passwd", "etc/passwd");
        check("/etc/passwd", "etc/passwd");
        check("C:\\文件\\a.doc", "文件/a.doc");
        check("a/./b/../c.txt", "a/b/c.txt");
        check("a\u0000b\n.txt", "a b .txt");
        check("", "unnamed");
        check("/../", "unnamed");
        check("1/2/3/4/5/6/7/8/9/10/11/12/13/14.txt", "3/4/5/6/7/8/9/10/11/12/13/14.txt");
    }

    @Test
    void longNamesAreCutButKeepTheirEnding() {
        String name = "关于".repeat(120) + ".docx";
        String cut = UploadName.of(name).parts().getFirst();
        assertTrue(cut.endsWith(".docx"), cut);
        assertTrue(cut.startsWith("关于关于"), cut);
        assertTrue(cut.getBytes(StandardCharsets.UTF_8).length <= 200, cut);
        String other = UploadName.of("关于".repeat(119) + "关系.docx").parts().getFirst();
        assertFalse(cut.equals(other), "two long names must stay two");
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        long id = uploads.begin("admin");
        receive(id, "a.txt", "一");
        receive(id, "a.txt", "二");
        receive(id, "b", "三");
        receive(id, "b/c.txt", "四");
        assertEquals(List.of("a#2.txt 二", "a.txt 一", "b 三", "b#2/c.txt 四"), files(id));
    }

    @Test
    void aFileThatDoesNotArriveLeavesNothing() {
        long id = uploads.begin("admin");
        assertThrows(
                IOException.class,
                () -> uploads.receive(id, "a.txt", file -> {
                    Files.writeString(file, "半截", StandardCharsets.UTF_8);
                    throw new IOException("the browser has gone");
                }));
        assertEquals(List.of(), files(id));
        assertEquals(List.of("files"), names(uploads.folder(id)));
    }

    @Test
    void whatNobodyFinishedIsSweptAndTheRestIsNot() throws IOException {
        long abandoned = uploads.begin("admin");
        receive(abandoned, "a.txt", "一");
        long finished = uploads.begin("admin");
        receive(finished, "b.txt", "二");
        Jobs.Job job = uploads.finish(finished, "资料", "上传", "admin");
        Files.createDirectories(folder.resolve("uploads/99/files"));
        assertFalse(uploads.receiving(finished, "admin"), "nothing comes after the end");
        assertTrue(uploads.receiving(abandoned, "admin"));
        assertFalse(uploads.receiving(abandoned, "somebody else"));
        uploads.sweep(Duration.ofHours(1));
        assertEquals(List.of("" + abandoned, "" + finished), names(folder.resolve("uploads")));
        uploads.sweep(Duration.ZERO);
        assertEquals(List.of("" + finished), names(folder.resolve("uploads")));
        assertEquals(
                new Jobs.Task.Take(List.of(uploads.files(finished).toString()), "资料"),
                store.jobs().find(job.id()).orElseThrow().task());
        assertThrows(IllegalArgumentException.class, () -> uploads.finish(finished, "资料", "上传", "admin"));
        store.jobs().done(job, false);
        uploads.sweep(Duration.ZERO);
        assertTrue(uploads.kept(finished), "failed files can be tried again");
        store.jobs().done(job, true);
        uploads.sweep(Duration.ZERO);
        assertEquals(List.of(), names(folder.resolve("uploads")));
    }

    private static void check(String given, String expected) {
        assertEquals(expected, String.join("/", UploadName.of(given).parts()));
    }

    private void receive(long id, String path, String text) throws IOException {
        uploads.receive(id, path, file -> Files.writeString(file, text, StandardCharsets.UTF_8));
    }

    private List<String> files(long id) {
        Path root = uploads.files(id);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file) + " " + read(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
