package wenyuan.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry: one call of the command line, one exit code. */
@Command(
        name = "wenyuan",
        description = "Searches archives of Party-building materials.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
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
