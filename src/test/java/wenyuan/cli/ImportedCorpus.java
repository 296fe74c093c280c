package wenyuan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import wenyuan.model.Document;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.store.Home;

/**
 * Folders of files imported by the real program, open for reading.
 *
 * @param archive closed with this
 * @param documents all of them, by id
 */
record ImportedCorpus(ReadingArchive archive, List<Document> documents) implements AutoCloseable {
    /** Imports {@code folders} into a new home inside {@code scratch}. */
    static ImportedCorpus of(Path scratch, Path... folders) {
        Program program = Program.over(scratch.resolve("home"));
        List<String> call = new ArrayList<>(List.of("import", "--json"));
        Stream.of(folders).map(Path::toAbsolutePath).map(Path::toString).forEach(call::add);
        program.json(call.toArray(String[]::new));
        ReadingArchive archive = ReadingArchive.open(new Home(program.home()));
        List<Document> documents = new ArrayList<>();
        archive.store().forEachDocument(documents::add);
        documents.sort(Comparator.comparing(Document::id));
        return new ImportedCorpus(archive, List.copyOf(documents));
    }

    /** The first ten hits for what was typed, as the search page and {@code search} give them. */
    SearchPage typed(String query) {
        return archive.engine()
                .search(new Arguments()
                        .request(
                                query,
                                SearchRequest.Sort.RELEVANCE,
                                0,
                                10,
                                true,
                                archive.rules().taxonomy()));
    }

    @Override
    public void close() {
        archive.close();
    }
}
