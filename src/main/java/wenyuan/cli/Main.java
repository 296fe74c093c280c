package wenyuan.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import wenyuan.store.Home;

/** The program's entry: one call of the command line, one exit code. */
@Command(
        name = "wenyuan",
        description = "Searches archives of Party-building materials.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            DemoCommand.class,
            ImportCommand.class,
            ImportsCommand.class,
            SearchCommand.class,
            ShowCommand.class,
            InspectCommand.class,
            ExportCommand.class,
            TrendsCommand.class,
            SearchesCommand.class,
            StatsCommand.class,
            VerifyCommand.class,
            EvaluateCommand.class,
            ReindexCommand.class,
            CorrectCommand.class,
            CorrectionsCommand.class,
            DeleteCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ServeCommand.class,
            UserCommand.class,
            WordsCommand.class,
            CheckCommand.class
        })
public final class Main {
    /** Held, since a logger that nobody holds loses its level; Lucene's only message is about a module we do without. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the archive (default: $WENYUAN_HOME, else ~/.wenyuan).")
    private @Nullable Path home;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print stack traces.")
    private boolean debug;

    Main() {}

    public static void main(String[] args) {
        LUCENE.setLevel(Level.SEVERE);
        Main main = new Main();
        CommandLine line = new CommandLine(main).setCaseInsensitiveEnumValuesAllowed(true);
        Failures failures = new Failures(main::debug, Failures.json(args));
        line.setParameterExceptionHandler(failures::wrongCall).setExecutionExceptionHandler(failures::broke);
        System.exit(line.execute(args));
    }

    /** The archive that this call is about. */
    Home home() {
        return new Home(Optional.ofNullable(home)
                .or(() -> Optional.ofNullable(System.getenv("WENYUAN_HOME"))
                        .filter(name -> !name.isBlank())
                        .map(Path::of))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".wenyuan"))
                .toAbsolutePath()
                .normalize());
    }

    private boolean debug() {
        return debug;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"wenyuan " + (version == null ? "(not built)" : version)};
        }
    }
}
