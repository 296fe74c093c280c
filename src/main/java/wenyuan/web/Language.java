package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language that somebody reads the pages in. What they once chose by the link on every page holds, in a cookie of a year. Who
 * has not chosen gets English when their browser asks for English before Chinese, or for English and no Chinese at all;
 * everybody else, browsers of a third language and scripts that name none among them, gets Chinese: the archive is Chinese. Only
 * the interface is translated; titles, texts, labels of the taxonomy and what was written down in Chinese stay as they are.
 */
final class Language {
    private static final String COOKIE = "language";
    private static final List<Messages> ALL = List.of(Messages.CHINESE, Messages.ENGLISH);

    private Language() {}

    /** The texts for who asks. */
    static Messages of(Context ctx) {
        return named(ctx.cookie(COOKIE)).orElseGet(() -> preferred(ctx.header("Accept-Language")));
    }

    /** What {@code Accept-Language} asks for; Chinese when that cannot be read. */
    static Messages preferred(@Nullable String header) {
        if (header == null) {
            return Messages.CHINESE;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            return weight(ranges, "en") > weight(ranges, "zh") ? Messages.ENGLISH : Messages.CHINESE;
        } catch (IllegalArgumentException unreadable) {
            return Messages.CHINESE;
        }
    }

    /** From 0, not wanted, to 1; of those that weigh the same the first is wanted more. */
    private static double weight(List<Locale.LanguageRange> ranges, String language) {
        for (int i = 0; i < ranges.size(); i++) {
            String range = ranges.get(i).getRange();
            if (range.equals(language) || range.startsWith(language + "-")) {
                double weight = ranges.get(i).getWeight();
                return weight == 0 ? 0 : weight - i * 1e-6;
            }
        }
        return 0;
    }

    /** Where the page that is shown is had in the other language. */
    static String link(Context ctx) {
        String now = of(ctx).language();
        Messages other = ALL.stream()
                .filter(one -> !one.language().equals(now))
                .findFirst()
                .orElseThrow();
        String path = "/language/" + other.language();
        // an address that only takes forms cannot be gone back to: the page with the form can
        return ctx.method().equals(HandlerType.GET) ? path : path + "?to=" + Address.encode(before(ctx));
    }

    /** {@code /language/zh-CN} and {@code /language/en}, with {@code to} a path of ours: remembers it, and leads back. */
    static void choose(Context ctx) {
        Messages chosen = named(ctx.pathParam("name")).orElseThrow(NotFoundResponse::new);
        Cookie cookie = new Cookie(COOKIE, chosen.language());
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        ctx.cookie(cookie);
        String to = Optional.ofNullable(ctx.queryParam("to")).orElseGet(() -> before(ctx));
        ctx.redirect(Administration.ours(to) ? to : "/", HttpStatus.SEE_OTHER);
    }

    /** The page of ours that the request was sent from, as browsers tell it to our own site. */
    static String before(Context ctx) {
        try {
            URI page = URI.create(Optional.ofNullable(ctx.header("Referer")).orElse("/"));
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            boolean here = page.getAuthority() == null || page.getAuthority().equals(ctx.header("Host"));
            return here && page.getRawPath() != null ? page.getRawPath() + query : "/";
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    private static Optional<Messages> named(@Nullable String name) {
        return ALL.stream().filter(one -> one.language().equals(name)).findFirst();
    }
}
