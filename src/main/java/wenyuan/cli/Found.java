package wenyuan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import wenyuan.query.Warning;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;

/** All documents that a query finds, before something is done to each of them. */
final class Found {
    private static final int SAMPLE = 10;

    private Found() {}

    /**
     * Their ids, best first.
     *
     * @param sure whether nobody will be asked: then a query that was read otherwise than typed finds nothing
     * @param say hears how the query was read, and of the first documents
     * @throws CallerMistake when not all could be found, or {@code sure} and the query was not taken at its word
     */
    static List<String> ids(ReadingArchive archive, String typed, boolean sure, Consumer<String> say) {
        SearchPage page = archive.engine().search(request(archive, typed, SAMPLE));
        String read = page.warnings().stream().map(Warning::message).distinct().collect(Collectors.joining(" "));
        if (sure && !read.isEmpty()) {
            throw new CallerMistake("The query was not taken at its word (" + read + "); without --yes it asks first");
        }
        List<String> ids =
                archive.engine().ids(request(archive, typed, (int) Math.min(page.total(), Integer.MAX_VALUE)));
        if (!page.exact() || ids.size() < page.total()) {
            throw new CallerMistake("Not all documents could be found in time; ask for fewer of them");
        }
        if (!sure) {
            page.warnings().forEach(warning -> say.accept("! " + warning.message()));
            page.hits()
                    .forEach(hit -> say.accept(
                            hit.document().id() + "  " + hit.document().title()));
        }
        return ids;
    }

    private static SearchRequest request(ReadingArchive archive, String typed, int size) {
        return new Arguments()
                .request(
                        typed,
                        SearchRequest.Sort.RELEVANCE,
                        0,
                        size,
                        false,
                        archive.rules().taxonomy());
    }

    /** Asks; whether the answer is yes. */
    static boolean agreed(String question, Consumer<String> say) throws IOException {
        say.accept(question + " [y/N]");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return Optional.ofNullable(in.readLine())
                .filter(answer -> answer.strip().matches("(?i)y|yes|是"))
                .isPresent();
    }
}
