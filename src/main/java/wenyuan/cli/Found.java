package wenyuan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;

/** All documents that a query finds, before something is done to each of them. */
final class Found {
    private static final int PAGE = 500;
    private static final int SAMPLE = 10;

    private Found() {}

    /** Their ids, best first; {@code shown} hears of the first ones. */
    static List<String> ids(ReadingArchive archive, String typed, Consumer<String> shown) {
        List<String> ids = new ArrayList<>();
        List<SearchPage.Hit> hits;
        do {
            SearchRequest request = new Arguments()
                    .request(
                            typed,
                            SearchRequest.Sort.RELEVANCE,
                            ids.size(),
                            PAGE,
                            false,
                            archive.rules().taxonomy());
            hits = archive.engine().search(request).hits();
            for (SearchPage.Hit hit : hits) {
                ids.add(hit.document().id());
                if (ids.size() <= SAMPLE) {
                    shown.accept(hit.document().id() + "  " + hit.document().title());
                }
            }
        } while (hits.size() == PAGE);
        return ids;
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
