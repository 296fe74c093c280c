package wenyuan.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.config.ConfigurationReader;
import wenyuan.export.DraftJson;
import wenyuan.search.DraftCheck;
import wenyuan.search.DraftReport;
import wenyuan.web.ArchiveWork;

@Command(name = "check", description = "Compares a draft with the archive, sentence by sentence.")
final class CheckCommand extends ArchiveCommand {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Parameters(paramLabel = "DRAFT", description = "A file of any format that import reads.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new CallerMistake("There is no file " + file);
        }
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            String draft = text(archive);
            DraftReport report = new DraftCheck(archive.engine(), archive.store()::document).check(draft, LIMIT);
            if (json) {
                print(DraftJson.report(draft, report));
            } else {
                print(draft, report, out());
            }
        }
        return DONE;
    }

    /** The texts of the file as an import would clean them. */
    private String text(ReadingArchive archive) {
        DraftReader reader = new DraftReader(ConfigurationReader.read(home().config()));
        return switch (reader.read(file, archive.rules())) {
            case ArchiveWork.Draft.Text draft -> draft.text();
            case ArchiveWork.Draft.Unreadable unreadable ->
                throw new CallerMistake(file + " cannot be read ("
                        + unreadable.why().cause() + "): " + unreadable.why().detail());
        };
    }

    private static void print(String draft, DraftReport report, PrintWriter out) {
        for (DraftReport.Sentence sentence : report.sentences()) {
            for (DraftReport.Piece piece : sentence.pieces()) {
                String sources = piece.ids().stream()
                        .flatMap(id -> report.source(id).stream())
                        .limit(3)
                        .map(document -> document.title() + " " + document.id())
                        .collect(joining("；"));
                out.printf(
                        Locale.ROOT,
                        "%s【%s】%n   %d 篇：%s%n",
                        sentence.standing() == DraftReport.Standing.VERBATIM ? "" : "（部分）",
                        piece.span().of(draft),
                        piece.documents(),
                        sources);
            }
        }
        out.printf(
                Locale.ROOT,
                "%n%d 句，%d 字，与库中文字相同 %d 字（%.0f%%）%s%n",
                report.sentences().size(),
                report.letters(),
                report.repeated(),
                100 * report.share(),
                report.partial() ? "；时间不够，后面的没有查完" : "");
        List<DraftReport.Share> first = report.sources().stream().limit(10).toList();
        for (DraftReport.Share share : first) {
            out.printf(
                    Locale.ROOT,
                    "  %3.0f%%  %s  %s%n",
                    100 * report.part(share.letters()),
                    share.document().id(),
                    share.document().title());
        }
        out.flush();
    }
}
