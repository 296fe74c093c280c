package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;
import wenyuan.store.Searches;
import wenyuan.store.Users;

/**
 * Whose things a page shows: those of the user who is logged in; without a login those of this machine, as long as nobody else
 * can reach it; else nobody's.
 */
record Person(Guard guard, Login login) {
    Optional<String> of(Context ctx) {
        return login.user(ctx)
                .map(Users.User::name)
                .or(() -> guard.local() ? Optional.of(Searches.LOCAL) : Optional.empty());
    }

    /** The same, where there must be somebody. */
    String known(Context ctx) {
        return of(ctx).orElseThrow(UnauthorizedResponse::new);
    }

    /** The same, where what was sent changes something: it must come from a form of this session. */
    String changing(Context ctx) {
        String user = known(ctx);
        login.require(ctx);
        return user;
    }
}
