package wenyuan.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import wenyuan.export.Json;
import wenyuan.store.Home;

/** What every command has: the home it is about, and where it prints. */
@Command(mixinStandardHelpOptions = true)
abstract class ArchiveCommand implements Callable<Integer> {
    static final int DONE = 0;

    /** The answer to the question that the command asks is no. */
    static final int NO = 1;

    @ParentCommand
    private Main main = new Main();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The archive that this call is about. */
    final Home home() {
        return main.home();
    }

    /** Where results go. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where everything else goes. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints a line of results at once, so that a reader of the pipe sees it. */
    final void print(String line) {
        out().println(line);
        out().flush();
    }

    /** Prints one line of JSON. */
    final void print(JsonNode node) {
        print(Json.line(node));
    }

    /** Says something to the person in front of the terminal. */
    final void say(String line) {
        err().println(line);
        err().flush();
    }
}
