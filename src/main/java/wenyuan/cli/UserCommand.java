package wenyuan.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.store.Store;
import wenyuan.store.Users;
import wenyuan.web.Passwords;

@Command(
        name = "user",
        description = "Who may log in: add, list, role, password, remove. A password is asked for, or read from stdin.")
final class UserCommand extends ArchiveCommand {
    @Parameters(index = "0", paramLabel = "add|list|role|password|remove", description = "What to do.")
    private String what = "list";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Name of the user.")
    private String name = "";

    @Option(names = "--role", defaultValue = "reader", description = "reader, editor or admin (default reader).")
    private String role = "reader";

    @Override
    public Integer call() throws IOException {
        if (what.equals("list")) {
            list();
            return DONE;
        }
        if (name.isBlank() || !name.equals(name.strip()) || name.length() > 64) {
            throw new CallerMistake("user " + what + " takes a NAME of 1 to 64 characters, not \"" + name + "\"");
        }
        Work.Account work = switch (what) {
            case "add" -> account(Work.Account.Change.ADD, role(), Passwords.hash(password()));
            case "role" -> account(Work.Account.Change.ROLE, role(), "");
            case "password" -> account(Work.Account.Change.PASSWORD, "", Passwords.hash(password()));
            case "remove" -> account(Work.Account.Change.REMOVE, "", "");
            default -> throw new CallerMistake("user takes add, list, role, password or remove, not " + what);
        };
        new Errand(home(), this::say).run(work, this::heard);
        return DONE;
    }

    private Work.Account account(Work.Account.Change change, String newRole, String passwordHash) {
        return new Work.Account(change, name, newRole, passwordHash);
    }

    private void heard(Progress said) {
        switch (said) {
            case Progress.Changed changed -> say("user " + what + " " + name + ": done");
            case Progress.Broken broken -> throw new CallerMistake(broken.message());
            case Progress.Importing other -> {}
            case Progress.Relabelling other -> {}
            case Progress.Imported other -> {}
            case Progress.Relabelled other -> {}
            case Progress.Corrected other -> {}
            case Progress.Removed other -> {}
            case Progress.Proposed other -> {}
        }
    }

    private void list() {
        try (Store store = ReadingArchive.store(home())) {
            store.users()
                    .list()
                    .forEach(user -> print(
                            user.role().name().toLowerCase(Locale.ROOT) + "  " + user.name() + "  " + user.created()));
        }
    }

    private String role() {
        String upper = role.toUpperCase(Locale.ROOT);
        List<String> known = Stream.of(Users.Role.values()).map(Enum::name).toList();
        if (!known.contains(upper)) {
            throw new CallerMistake("--role takes reader, editor or admin, not " + role);
        }
        return upper;
    }

    private String password() throws IOException {
        String password = Boolean.getBoolean("wenyuan.terminal") ? asked() : piped();
        if (password.length() < Passwords.SHORTEST) {
            throw new CallerMistake("A password has at least " + Passwords.SHORTEST + " characters");
        }
        return password;
    }

    private String asked() throws IOException {
        Optional<Console> console = Optional.ofNullable(System.console());
        return console.isPresent() ? new String(console.get().readPassword("Password for %s: ", name)) : piped();
    }

    private static String piped() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return Optional.ofNullable(in.readLine()).orElse("");
    }
}
