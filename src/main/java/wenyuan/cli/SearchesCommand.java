package wenyuan.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wenyuan.export.Json;
import wenyuan.export.SavedJson;
import wenyuan.ops.News;
import wenyuan.query.QueryParser;
import wenyuan.search.SearchRequest;
import wenyuan.search.View;
import wenyuan.store.Searches;
import wenyuan.web.SavedAddress;

@Command(
        name = "searches",
        description = "Saved searches and what came since the last look: lists them; add NAME QUERY…, remove NAME.")
final class SearchesCommand extends ArchiveCommand {
    private static final int LONGEST_NAME = 60;

    @Parameters(
            arity = "0..*",
            paramLabel = "add NAME QUERY… | remove NAME",
            description = "What to do; lists when left out.")
    private List<String> words = List.of();

    @Option(names = "--new", description = "List only those that found something new, with what it is.")
    private boolean fresh;

    @Option(names = "--seen", description = "Remember that what is listed has been looked at.")
    private boolean seen;

    @Option(
            names = "--user",
            defaultValue = "",
            description = "Whose searches; when left out those of the pages of this machine without login.")
    private String user = "";

    @Option(names = "--sort", defaultValue = "relevance", description = "With add: relevance, newest or oldest.")
    private SearchRequest.Sort sort = SearchRequest.Sort.RELEVANCE;

    @Option(
            names = "--view",
            defaultValue = "documents",
            description = "With add: documents, sentences or concordance.")
    private View view = View.DOCUMENTS;

    @Mixin
    private Arguments arguments = new Arguments();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** A saved search with what it finds. */
    private record Row(Searches.Saved saved, String query, News.Found found) {}

    @Override
    public Integer call() {
        String what = words.isEmpty() ? "list" : words.getFirst();
        switch (what) {
            case "list" -> list();
            case "add" -> add();
            case "remove" -> remove();
            default -> throw new CallerMistake("searches takes add, remove or nothing, not " + what);
        }
        return DONE;
    }

    private String name() {
        String name = words.size() < 2 ? "" : words.get(1).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new CallerMistake("searches " + words.getFirst() + " takes a NAME of 1 to " + LONGEST_NAME
                    + " characters, not \"" + name + "\"");
        }
        return name;
    }

    private void add() {
        String name = name();
        Map<String, List<String>> parameters =
                arguments.parameters(String.join(" ", words.subList(2, words.size())), view);
        parameters.remove("view", List.of(View.DOCUMENTS.word()));
        if (sort != SearchRequest.Sort.RELEVANCE) {
            parameters.put("sort", List.of(sort.name().toLowerCase(Locale.ROOT)));
        }
        String address = SavedAddress.of(parameters).text();
        run(new Work.Remember(Work.Remember.Step.SAVE, user, List.of(name), address, reached()));
    }

    private void remove() {
        String name = name();
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            if (archive.store().searches().find(user, name).isEmpty()) {
                throw new CallerMistake("There is no saved search \"" + name + "\"");
            }
        }
        run(new Work.Remember(Work.Remember.Step.REMOVE, user, List.of(name), "", 0));
    }

    private long reached() {
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            return new News(archive.store(), archive.engine()).reached();
        }
    }

    private void list() {
        List<Row> rows;
        long reached;
        try (ReadingArchive archive = ReadingArchive.open(home())) {
            reached = new News(archive.store(), archive.engine()).reached();
            rows = rows(archive);
            if (json) {
                print((ObjectNode) Json.object().set("searches", Json.array(rows, SearchesCommand::json)));
            } else {
                rows.forEach(row -> print(row, archive));
            }
        }
        if (seen && !rows.isEmpty()) {
            List<String> names = rows.stream().map(row -> row.saved().name()).toList();
            run(new Work.Remember(Work.Remember.Step.LOOK, user, names, "", reached));
        }
    }

    private List<Row> rows(ReadingArchive archive) {
        News news = new News(archive.store(), archive.engine());
        QueryParser parser = new QueryParser(archive.rules().taxonomy(), Arguments::fold);
        List<Row> rows = new ArrayList<>();
        for (Searches.Saved saved : archive.store().searches().of(user)) {
            SavedAddress address = new SavedAddress(saved.address());
            News.Found found =
                    news.of(saved, address.request(parser, archive.rules().taxonomy()));
            if (!fresh || !found.fresh().isEmpty()) {
                rows.add(new Row(saved, address.query(), found));
            }
        }
        return rows;
    }

    private static ObjectNode json(Row row) {
        return SavedJson.search(
                row.saved(), row.query(), row.found().documents(), row.found().fresh());
    }

    private void print(Row row, ReadingArchive archive) {
        print(row.saved().name() + "\t" + row.query() + "\t共 " + row.found().documents() + " 篇\t新增 "
                + row.found().fresh().size() + " 篇\t上次查看 " + row.saved().seenAt());
        if (fresh) {
            row.found().fresh().stream()
                    .flatMap(id -> archive.store().document(id).stream())
                    .forEach(document -> print("    " + document.id() + "  " + document.title()));
        }
    }

    private void run(Work work) {
        new Errand(home(), this::say).run(work, said -> {
            if (said instanceof Progress.Broken broken) {
                throw new CallerMistake(broken.message());
            }
        });
    }
}
