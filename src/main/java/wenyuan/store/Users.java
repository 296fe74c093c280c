package wenyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may log in. Thread-safe. Hashing passwords is the caller's business. */
public final class Users {
    private static final String USER = "SELECT name, role, password_hash, created FROM users ";

    private final Catalog catalog;
    private final Clock clock;

    Users(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What somebody may do; each role includes those before it. */
    public enum Role {
        READER,
        EDITOR,
        ADMIN
    }

    /** Somebody who may log in. */
    public record User(String name, Role role, String passwordHash, Instant created) {}

    /** The user of that name, to the letter. */
    public Optional<User> find(String name) {
        return catalog.read(sql -> sql.first(USER + "WHERE name = ?", Users::user, name));
    }

    /**
     * Adds a user.
     *
     * @throws IllegalArgumentException when there is one of that name
     */
    public void add(String name, Role role, String passwordHash) {
        boolean added = catalog.write(sql -> sql.run(
                        "INSERT OR IGNORE INTO users (name, role, password_hash, created) VALUES (?, ?, ?, ?)",
                        name,
                        role.name(),
                        passwordHash,
                        clock.instant().toString())
                == 1);
        if (!added) {
            throw new IllegalArgumentException("There is a user " + name + " already");
        }
    }

    /**
     * Gives a user another role.
     *
     * @throws IllegalArgumentException when there is no such user, or it is the last admin and would be none
     */
    public void change(String name, Role role) {
        catalog.write(sql -> {
            if (role != Role.ADMIN) {
                requireOtherAdmin(sql, name);
            }
            return found(sql.run("UPDATE users SET role = ? WHERE name = ?", role.name(), name), name);
        });
    }

    /**
     * Gives a user another password, which ends their sessions.
     *
     * @throws IllegalArgumentException when there is no such user
     */
    public void changePassword(String name, String passwordHash) {
        catalog.write(
                sql -> found(sql.run("UPDATE users SET password_hash = ? WHERE name = ?", passwordHash, name), name));
    }

    /**
     * Removes a user, which ends their sessions, with their saved searches and clippings: the next of that name is somebody else.
     *
     * @throws IllegalArgumentException when there is no such user, or it is the last admin
     */
    public void remove(String name) {
        catalog.write(sql -> {
            requireOtherAdmin(sql, name);
            sql.run("DELETE FROM searches WHERE user = ?", name);
            sql.run("DELETE FROM folders WHERE user = ?", name);
            sql.run("DELETE FROM clips WHERE user = ?", name);
            return found(sql.run("DELETE FROM users WHERE name = ?", name), name);
        });
    }

    private static int found(int rows, String name) {
        if (rows == 0) {
            throw new IllegalArgumentException("There is no user " + name);
        }
        return rows;
    }

    private static void requireOtherAdmin(Sql sql, String name) throws SQLException {
        boolean admin = sql.exists("SELECT 1 FROM users WHERE name = ? AND role = 'ADMIN'", name);
        if (admin && sql.number("SELECT count(*) FROM users WHERE role = 'ADMIN'") == 1) {
            throw new IllegalArgumentException(name + " is the last admin; make another one first");
        }
    }

    /** All users, by name. */
    public List<User> list() {
        return catalog.read(sql -> sql.list(USER + "ORDER BY name", Users::user));
    }

    /** Number of users; 0 before the first start. */
    public long count() {
        return catalog.read(sql -> sql.number("SELECT count(*) FROM users"));
    }

    private static User user(ResultSet rows) throws SQLException {
        return new User(
                rows.getString(1),
                Role.valueOf(rows.getString(2)),
                rows.getString(3),
                Instant.parse(rows.getString(4)));
    }
}
