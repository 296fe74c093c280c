package wenyuan.web;

import io.javalin.http.HttpResponseException;
import java.util.Map;

/** A request that is answered with a status and a sentence for the person who sent it. */
final class Refusal extends HttpResponseException {
    /** The sentence {@code key} of the messages. */
    Refusal(int status, String key, Object... values) {
        super(status, Messages.CHINESE.say(key, values), Map.of());
    }
}
