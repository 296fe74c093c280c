package wenyuan.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Makes files of many formats, where LibreOffice is installed; tests that need it are skipped elsewhere. */
record LibreOffice(Path program, Path folder) {
    /** LibreOffice with {@code folder} for what it makes. */
    static LibreOffice required(Path folder) {
        Path program = Programs.find("soffice").orElse(Path.of("none"));
        assumeTrue(Files.isExecutable(program), "LibreOffice (libreoffice-writer-nogui) is not installed");
        return new LibreOffice(program, folder);
    }

    /**
     * A file of another format.
     *
     * @param format as for {@code --convert-to}: extension, or {@code extension:filter:options}
     */
    Path convert(Path source, String format) throws IOException, InterruptedException {
        Process office = new ProcessBuilder(
                        program.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        format,
                        "--outdir",
                        folder.toString(),
                        source.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!office.waitFor(60, TimeUnit.SECONDS)) {
            office.descendants().forEach(ProcessHandle::destroyForcibly);
            office.destroyForcibly();
        }
        String name = source.getFileName().toString();
        Path made = folder.resolve(name.substring(0, name.lastIndexOf('.')) + "." + format.split(":", -1)[0]);
        assertTrue(Files.exists(made), () -> "LibreOffice did not make " + made);
        return made;
    }
}
