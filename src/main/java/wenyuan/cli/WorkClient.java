package wenyuan.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Hands work to the process that owns a home, and listens until it is done. */
record WorkClient(int port, String token) {
    /** Sends {@code work} and passes on what the owner says; the last is an end or {@link Progress.Broken}. */
    void send(Work work, Consumer<Progress> listener) {
        ObjectMapper mapper = WorkJson.mapper();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/work"))
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(work)))
                    .build();
            HttpResponse<Stream<String>> answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(
                            "The owner of the home refused the work: HTTP " + answer.statusCode());
                }
                boolean ended = false;
                for (String line : (Iterable<String>) lines::iterator) {
                    Progress said = read(mapper, line);
                    ended = said.last();
                    listener.accept(said);
                }
                if (!ended) {
                    throw new IllegalStateException(
                            "The process that owned the home ended before the work was done; run the command again");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The process that owns the home stopped answering", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallerMistake("Stopped listening; the owner of the home goes on with the work");
        }
    }

    private static Progress read(ObjectMapper mapper, String line) {
        try {
            return mapper.readValue(line, Progress.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
