package wenyuan.web;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import wenyuan.store.Users;

/** Who may log in. Passwords are kept as Argon2 hashes. Thread-safe. */
final class Accounts {
    /** The account that the first start makes. */
    static final String FIRST = "admin";

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final Users users;
    /** A hash that no password has; to make one takes half a second, for which no start should wait. */
    private final CompletableFuture<String> nobody;

    private final Optional<String> firstPassword;

    /** The accounts of a store; makes {@link #FIRST} when there is no admin. */
    Accounts(Users users, SecureRandom random) {
        this.users = users;
        String unknown = password(random);
        nobody = CompletableFuture.supplyAsync(() -> Passwords.hash(unknown));
        boolean none = users.list().stream().noneMatch(user -> user.role() == Users.Role.ADMIN)
                && users.find(FIRST).isEmpty();
        firstPassword = none ? Optional.of(password(random)) : Optional.empty();
        firstPassword.ifPresent(password -> users.add(FIRST, Users.Role.ADMIN, Passwords.hash(password)));
    }

    /** The password of {@link #FIRST} when this start has made it: shown once, kept nowhere. */
    Optional<String> firstPassword() {
        return firstPassword;
    }

    /** The user of that name, as they are now. */
    Optional<Users.User> find(String name) {
        return users.find(name);
    }

    /** The user whose name and password these are. Takes as long when there is no such user. */
    Optional<Users.User> check(String name, String password) {
        Optional<Users.User> user = users.find(name);
        boolean right =
                Passwords.matches(password, user.map(Users.User::passwordHash).orElseGet(nobody::join));
        return right ? user : Optional.empty();
    }

    /** 79 bits, without letters that look alike. */
    private static String password(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            password.append(i > 0 && i % GROUP == 0 ? "-" : "")
                    .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
