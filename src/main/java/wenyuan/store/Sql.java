package wenyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements on one connection. An empty {@code Optional} among the arguments is NULL. Used by one thread at a time. */
record Sql(Connection connection) {
    /** Makes a value of the row on which {@code rows} stands; columns count from 1. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Number of rows changed. */
    int run(String statement, Object... arguments) throws SQLException {
        try (PreparedStatement prepared = prepare(statement, arguments)) {
            return prepared.executeUpdate();
        }
    }

    <T> List<T> list(String query, Row<T> row, Object... arguments) throws SQLException {
        try (PreparedStatement prepared = prepare(query, arguments);
                ResultSet rows = prepared.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(row.read(rows));
            }
            return list;
        }
    }

    <T> Optional<T> first(String query, Row<T> row, Object... arguments) throws SQLException {
        return list(query, row, arguments).stream().findFirst();
    }

    List<String> strings(String query, Object... arguments) throws SQLException {
        return list(query, rows -> rows.getString(1), arguments);
    }

    /** The number in the first column of the only row. */
    long number(String query, Object... arguments) throws SQLException {
        return list(query, rows -> rows.getLong(1), arguments).getFirst();
    }

    boolean exists(String query, Object... arguments) throws SQLException {
        return number("SELECT EXISTS (" + query + ")", arguments) == 1;
    }

    private PreparedStatement prepare(String statement, Object... arguments) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < arguments.length; i++) {
            prepared.setObject(
                    i + 1, arguments[i] instanceof Optional<?> optional ? optional.orElse(null) : arguments[i]);
        }
        return prepared;
    }
}
