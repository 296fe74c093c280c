package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import wenyuan.store.Audit;
import wenyuan.store.Users;

/**
 * Sessions: who is logged in, and whether a form was ours. A session's id changes at login, so that nobody can hand a
 * victim a session they know. Thread-safe.
 */
final class Login {
    private static final String USER = "user";
    private static final String PROOF = "proof";
    private static final String CSRF = "csrf";
    private static final int LONGEST_NAME = 64;
    private static final int WAITING_SECONDS = (int) Duration.ofMinutes(15).toSeconds();
    private static final int WORKING_SECONDS = (int) Duration.ofHours(10).toSeconds();

    private final Accounts accounts;
    private final Audit audit;
    private final SecureRandom random;
    private final Throttle byAddress;
    private final Throttle byName;

    /** What came of a try to log in. */
    enum Outcome {
        IN,
        WRONG,
        TOO_MANY
    }

    Login(Accounts accounts, Audit audit, SecureRandom random, LongSupplier nanos) {
        this.accounts = accounts;
        this.audit = audit;
        this.random = random;
        this.byAddress = new Throttle(8, Duration.ofSeconds(20), nanos);
        this.byName = new Throttle(20, Duration.ofSeconds(10), nanos);
    }

    /** Who is logged in, as they are now; nobody once their account is gone or has another password. */
    Optional<Users.User> user(Context ctx) {
        return attribute(ctx, USER)
                .flatMap(accounts::find)
                .filter(user -> attribute(ctx, PROOF).equals(Optional.of(user.passwordHash())));
    }

    /** The name of who is logged in, for the log. */
    String name(Context ctx) {
        return user(ctx).map(Users.User::name).orElse("");
    }

    /** Whether an admin is logged in. */
    boolean admin(Context ctx) {
        return user(ctx).filter(user -> user.role() == Users.Role.ADMIN).isPresent();
    }

    /** Whether somebody is logged in who may correct labels. */
    boolean editor(Context ctx) {
        return user(ctx).filter(user -> user.role() != Users.Role.READER).isPresent();
    }

    /** The token that forms of this session carry; empty when there is no session. */
    String csrf(Context ctx) {
        return attribute(ctx, CSRF).orElse("");
    }

    /** Makes a session when there is none, so that a form can carry its token. */
    void begin(Context ctx) {
        if (csrf(ctx).isEmpty()) {
            renewCsrf(ctx);
            ctx.req().getSession().setMaxInactiveInterval(WAITING_SECONDS);
        }
    }

    /** Whether the form that was sent, or the header of a script's request, carries this session's token. */
    boolean ours(Context ctx) {
        return ours(
                ctx,
                Optional.ofNullable(ctx.header("X-CSRF-Token"))
                        .or(() -> Optional.ofNullable(ctx.formParam("csrf")))
                        .orElse(""));
    }

    /** Whether {@code sent} is this session's token. */
    boolean ours(Context ctx, String sent) {
        String expected = csrf(ctx);
        return !expected.isEmpty() && MessageDigest.isEqual(bytes(expected), bytes(sent));
    }

    /** Refuses what does not carry this session's token. */
    void require(Context ctx) {
        if (!ours(ctx)) {
            throw new ForbiddenResponse();
        }
    }

    /** Tries to log in. The address is that of the connection: headers can be forged. */
    Outcome enter(Context ctx, String name, String password) {
        String address = ctx.req().getRemoteAddr();
        String typed =
                name.substring(0, Math.min(name.length(), LONGEST_NAME)); // what is remembered of strangers stays small
        if (!byAddress.take(address) || !byName.take(typed)) {
            return Outcome.TOO_MANY;
        }
        Optional<Users.User> user = accounts.check(name, password);
        if (user.isEmpty()) {
            audit.write(new Audit.Deed(typed, Audit.Action.LOGIN_FAILED, "", address));
            return Outcome.WRONG;
        }
        audit.write(new Audit.Deed(name, Audit.Action.LOGIN, "", address));
        byAddress.forgive(address);
        byName.forgive(typed);
        ctx.req().getSession();
        ctx.req().changeSessionId();
        renewCsrf(ctx);
        ctx.sessionAttribute(USER, name);
        ctx.sessionAttribute(PROOF, user.get().passwordHash());
        ctx.req().getSession().setMaxInactiveInterval(WORKING_SECONDS);
        return Outcome.IN;
    }

    /** Ends the session. */
    void leave(Context ctx) {
        user(ctx).ifPresent(user -> audit.write(new Audit.Deed(user.name(), Audit.Action.LOGOUT, "", "")));
        var session = ctx.req().getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private void renewCsrf(Context ctx) {
        byte[] token = new byte[24];
        random.nextBytes(token);
        ctx.sessionAttribute(CSRF, HexFormat.of().formatHex(token));
    }

    private static Optional<String> attribute(Context ctx, String name) {
        @Nullable String value = ctx.sessionAttribute(name);
        return Optional.ofNullable(value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
