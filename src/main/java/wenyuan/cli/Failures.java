package wenyuan.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import wenyuan.config.ConfigException;
import wenyuan.export.Json;

/**
 * Tells of what went wrong: one sentence on stderr, a stack trace only with {@code --debug}, an error object besides with
 * {@code --json}.
 *
 * @param debug whether a trace is wanted; asked late, since options are read late
 * @param json whether the call speaks JSON
 */
record Failures(BooleanSupplier debug, boolean json) {
    /** The call was wrong, or something the caller can put right. */
    static final int WRONG_CALL = 2;

    /** Our fault, or the machine's. */
    static final int BROKEN = 3;

    /** Whether a call asks for JSON, known even when it cannot be parsed. */
    static boolean json(String[] args) {
        return Arrays.asList(args).contains("--json");
    }

    /** An option or argument that picocli does not understand. */
    int wrongCall(CommandLine.ParameterException mistake, String[] args) {
        String name = mistake.getCommandLine().getCommandSpec().qualifiedName();
        return tell(mistake.getCommandLine(), "call", mistake.getMessage() + " (see " + name + " --help)", mistake, 2);
    }

    /** A command that threw. */
    int broke(Exception exception, CommandLine line, CommandLine.ParseResult parsed) {
        return switch (exception) {
            case CallerMistake mistake -> tell(line, "call", mistake.getMessage(), mistake, WRONG_CALL);
            case ConfigException mistake -> tell(line, "config", mistake.getMessage(), mistake, WRONG_CALL);
            default -> tell(line, "broken", sentence(exception), exception, BROKEN);
        };
    }

    private int tell(CommandLine line, String code, String message, Exception exception, int exitCode) {
        PrintWriter err = line.getErr();
        err.println("wenyuan: " + message);
        if (json) {
            line.getOut()
                    .println(Json.line(Json.object()
                            .set("error", Json.object().put("code", code).put("message", message))));
            line.getOut().flush();
        }
        if (debug.getAsBoolean()) {
            exception.printStackTrace(err);
        }
        err.flush();
        return exitCode;
    }

    private static String sentence(Exception exception) {
        String message = exception.getMessage();
        return message == null || message.isBlank() ? exception.getClass().getSimpleName() : message;
    }
}
