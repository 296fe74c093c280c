package wenyuan.search.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Taxonomy;
import wenyuan.search.AgreementContract;
import wenyuan.search.Texts;
import wenyuan.text.Segmenter;

class LuceneAgreementTest extends AgreementContract {
    @TempDir
    Path folder;

    @Override
    protected Opened open(Texts texts, Segmenter segmenter, Taxonomy taxonomy) {
        LuceneEngine engine = LuceneEngine.open(folder.resolve("index"), texts, segmenter, taxonomy);
        return new Opened(engine, engine.sink());
    }
}
