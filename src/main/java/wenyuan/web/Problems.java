package wenyuan.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenyuan.export.Json;

/** Says what went wrong, as a page or as JSON, in the language of the request, and never how our code looks inside. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Views views;
    private final AtomicLong faults = new AtomicLong();

    Problems(Views views) {
        this.views = views;
    }

    void register(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (problem, ctx) -> {
            if (problem instanceof MethodNotAllowedResponse) {
                ctx.header("Allow", problem.getDetails().getOrDefault("availableMethods", "GET"));
            }
            String sentence = problem instanceof Refusal refusal ? refusal.said(Language.of(ctx)) : "";
            answer(ctx, problem.getStatus(), sentence);
        });
        routes.exception(Exception.class, (fault, ctx) -> {
            long number = faults.incrementAndGet();
            LOG.error("Fault {} while answering {} {}", number, ctx.method(), ctx.path(), fault);
            answer(ctx, 500, Language.of(ctx).say("problem.500.number", "" + number));
        });
    }

    /** Answers with a status and its explanation; {@code detail} is added to it. */
    void answer(Context ctx, int status, String detail) {
        Messages say = Language.of(ctx);
        String code = say.has("problem." + status) ? "" + status : status < 500 ? "400" : "500";
        String sentence = say.say("problem." + code);
        String message = detail.isEmpty() ? sentence : say.say("problem.with", sentence, detail);
        ctx.status(status);
        if (status == 413) {
            ctx.header("Connection", "close"); // what is left of the request will not be read
        }
        if (ctx.path().startsWith("/api/")) {
            ObjectNode error = Json.object().put("code", say.say("problem.code." + code));
            ObjectNode body = Json.object();
            body.set("error", error.put("message", message));
            json(ctx, body);
        } else {
            String login = status == 401 ? Administration.loginFor(ctx) : "";
            views.show(ctx, "problem", Map.of("status", status, "message", message, "login", login));
        }
    }

    /** Answers with JSON. */
    static void json(Context ctx, ObjectNode body) {
        ctx.header("Cache-Control", "no-store")
                .contentType("application/json; charset=utf-8")
                .result(Json.line(body));
    }
}
