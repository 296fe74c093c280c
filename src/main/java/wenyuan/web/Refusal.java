package wenyuan.web;

import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;

/** A request that is answered with a status and a sentence for the person who sent it. */
final class Refusal extends HttpResponseException {
    private final String key;
    private final transient List<Object> values;

    /** The sentence {@code key} of the messages. */
    Refusal(int status, String key, Object... values) {
        super(status, key, Map.of());
        this.key = key;
        this.values = List.of(values);
    }

    /** The sentence in a language. */
    String said(Messages say) {
        return say.say(key, values.toArray());
    }
}
