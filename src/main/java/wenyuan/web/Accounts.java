package wenyuan.web;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Optional;
import wenyuan.store.Users;

/** Who may log in. Passwords are kept as Argon2 hashes. Thread-safe. */
final class Accounts {
    /** The account that the first start makes. */
    static final String FIRST = "admin";

    /** Memory in KiB, passes, lanes, length: the OWASP recommendation of 2024. */
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final Users users;
    private final String nobody;
    private final Optional<String> firstPassword;

    /** The accounts of a store; makes {@link #FIRST} when there is no user at all. */
    Accounts(Users users, SecureRandom random) {
        this.users = users;
        nobody = hash(password(random));
        firstPassword = users.count() == 0 ? Optional.of(password(random)) : Optional.empty();
        firstPassword.ifPresent(password -> users.add(FIRST, Users.Role.ADMIN, hash(password)));
    }

    /** The password of {@link #FIRST} when this start has made it: shown once, kept nowhere. */
    Optional<String> firstPassword() {
        return firstPassword;
    }

    /** The user of that name, as they are now. */
    Optional<Users.User> find(String name) {
        return users.find(name);
    }

    /** Whether this is the user's password. Takes as long when there is no such user. */
    boolean check(String name, String password) {
        Optional<Users.User> user = users.find(name);
        boolean right = Password.check(
                        password, user.map(Users.User::passwordHash).orElse(nobody))
                .with(ARGON2);
        return right && user.isPresent();
    }

    private static String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
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
