package wenyuan.ingest.extract;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.tika.exception.TikaException;
import org.apache.tika.pipes.PipesServer;
import org.xml.sax.SAXException;

/**
 * Main class of a parser process: Tika's server, but nothing else can write to its protocol (stdout), and it ends with
 * the program that started it, even in the middle of a file.
 */
final class ParserProcess {
    private ParserProcess() {}

    /** Called with the name of Tika's own main class, then what that would be called with. */
    public static void main(String[] arguments) throws IOException, TikaException, SAXException {
        Thread.ofPlatform().name("parser-parent").daemon().start(ParserProcess::endWithParent);
        InputStream requests = System.in;
        System.setIn(new ByteArrayInputStream(new byte[0]));
        System.setOut(stream(FileDescriptor.err));
        PipesServer server = new PipesServer(
                Path.of(arguments[1]),
                requests,
                stream(FileDescriptor.out),
                Long.parseLong(arguments[2]),
                Long.parseLong(arguments[3]),
                Long.parseLong(arguments[4]));
        Thread.ofPlatform().name("parser-watchdog").daemon().start(server);
        server.processRequests();
    }

    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().join());
        Runtime.getRuntime().halt(1);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }
}
