package wenyuan.web;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** How passwords are kept: as Argon2 hashes. */
public final class Passwords {
    /** Memory in KiB, passes, lanes, length: the OWASP recommendation of 2024. */
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** Fewest characters of a password. */
    public static final int SHORTEST = 10;

    private Passwords() {}

    /** What is kept of a password. */
    public static String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
    }

    static boolean matches(String password, String hash) {
        return Password.check(password, hash).with(ARGON2);
    }
}
