package wenyuan.web;

import java.util.List;
import java.util.stream.IntStream;
import wenyuan.search.View;

/** Examples of the query language. */
public final class Help {
    private static final int MOST = 50;

    private Help() {}

    /**
     * Something to type.
     *
     * @param query as typed
     * @param meaning what it finds
     * @param url its answer
     */
    public record Example(String query, String meaning, String url) {}

    /** All examples: {@code help.1.query}, {@code help.1.meaning} and so on of the messages. */
    static List<Example> examples(Messages say) {
        return IntStream.range(1, MOST)
                .filter(i -> say.has("help." + i + ".query"))
                .mapToObj(i -> {
                    String query = say.say("help." + i + ".query");
                    return new Example(
                            query,
                            say.say("help." + i + ".meaning"),
                            Address.of(query).as(view(say, i)).url());
                })
                .toList();
    }

    private static View view(Messages say, int number) {
        String key = "help." + number + ".view";
        return say.has(key) ? View.named(say.say(key)).orElse(View.DOCUMENTS) : View.DOCUMENTS;
    }

    /** Those shown to somebody who has typed nothing yet. */
    public static List<Example> first(Messages say) {
        return examples(say).subList(0, 4);
    }
}
