package wenyuan.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Where the owner of a home takes work from other processes of the same user: one POST a piece of work on a loopback
 * port, the token of the lock file as credential, the answer a stream of JSON lines ({@link Progress}). Work is done one
 * piece at a time; closing waits for what is under way.
 */
final class WorkServer implements AutoCloseable {
    private static final byte[] LINE_END = {'\n'};

    private final HttpServer server;
    private final ExecutorService callers = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("work-", 0).daemon().factory());
    private final ObjectMapper mapper = WorkJson.mapper();

    /** Held for reading by each piece of work until its answer is sent, for writing by the end of this server. */
    private final ReentrantReadWriteLock underWay = new ReentrantReadWriteLock();

    private final String token;
    private final BiConsumer<Work, Consumer<Progress>> worker;

    private WorkServer(HttpServer server, String token, BiConsumer<Work, Consumer<Progress>> worker) {
        this.server = server;
        this.token = token;
        this.worker = worker;
    }

    /** Starts to take work on any free loopback port; {@code worker} does it and says how it goes. */
    static WorkServer start(String token, BiConsumer<Work, Consumer<Progress>> worker) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            WorkServer server = new WorkServer(http, token, worker);
            http.createContext("/work", server::take);
            http.setExecutor(server.callers);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        // not HttpServer.stop(delay): when the last answer ended a moment ago it can sleep through the whole delay
        underWay.writeLock().lock();
        server.stop(0);
        callers.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        if (!underWay.readLock().tryLock()) {
            exchange.close();
            return;
        }
        try (exchange) {
            answer(exchange);
        } finally {
            underWay.readLock().unlock();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!allowed(exchange)) {
            exchange.sendResponseHeaders(403, -1);
            return;
        }
        Work work = mapper.readValue(exchange.getRequestBody(), Work.class);
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        OutputStream answer = exchange.getResponseBody();
        worker.accept(work, said -> say(answer, said));
    }

    private boolean allowed(HttpExchange exchange) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return exchange.getRequestMethod().equals("POST")
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private void say(OutputStream answer, Progress said) {
        try {
            answer.write(mapper.writeValueAsBytes(said));
            answer.write(LINE_END);
            answer.flush();
        } catch (IOException callerLeft) {
            // whoever asked has gone; the work goes on and its report is in the store
        }
    }
}
