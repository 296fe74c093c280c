package wenyuan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import wenyuan.model.Document;
import wenyuan.model.Span;

/** As many speeches as wanted, of about 2,500 characters, put together at random from sentences of the sample corpus. */
final class GeneratedFiles {
    private static final int LENGTH = 2500;
    private static final String NAMES = "安宁平和清河东山南湖北岭西江长兴广济永福新城古渡青石白云红旗金沙";
    private static final List<String> MEETINGS = List.of("座谈会", "推进会", "现场会", "动员会", "述职评议会", "培训班");

    private final Random random;
    private final List<String> sentences;

    GeneratedFiles(long seed, List<Document> samples) {
        this.random = new Random(seed);
        this.sentences = samples.stream()
                .flatMap(sample -> sample.sentences().stream().map(span -> sentence(sample, span)))
                .filter(sentence -> sentence.length() >= 12)
                .toList();
    }

    private static String sentence(Document sample, Span span) {
        return span.of(sample.text()).replace("\n", "");
    }

    /** Writes so many .txt files, a thousand in a folder. */
    List<Path> texts(Path folder, int count) {
        return write(folder, count, ".txt", (text, file) -> Files.writeString(file, text));
    }

    /** Writes so many .docx files, a thousand in a folder. */
    List<Path> words(Path folder, int count) {
        return write(folder, count, ".docx", (text, file) -> {
            try (XWPFDocument word = new XWPFDocument();
                    OutputStream out = Files.newOutputStream(file)) {
                text.lines().forEach(line -> word.createParagraph().createRun().setText(line));
                word.write(out);
            }
        });
    }

    private interface Writer {
        void write(String text, Path file) throws IOException;
    }

    private List<Path> write(Path folder, int count, String ending, Writer writer) {
        List<Path> files = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                Path file = folder.resolve("" + i / 1000).resolve(String.format(Locale.ROOT, "%05d%s", i, ending));
                Files.createDirectories(file.getParent());
                writer.write(text(), file);
                files.add(file);
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        String place = name() + "市" + name() + "县";
        StringBuilder text = new StringBuilder("在" + place + (2004 + random.nextInt(20)) + "年党建工作"
                + MEETINGS.get(random.nextInt(MEETINGS.size())) + "上的讲话\n同志们：\n");
        for (int heading = 1; text.length() < LENGTH; heading++) {
            text.append("一二三四五六七八九十".charAt(heading % 10))
                    .append("、")
                    .append(name())
                    .append("街道抓好")
                    .append(name())
                    .append("支部建设\n");
            for (int i = 0; i < 6 + random.nextInt(8); i++) {
                text.append(sentences.get(random.nextInt(sentences.size())));
                if (random.nextInt(3) == 0) {
                    text.append(name())
                            .append("村党员")
                            .append(random.nextInt(1000))
                            .append("名。");
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String name() {
        int first = random.nextInt(NAMES.length());
        int second = random.nextInt(NAMES.length());
        return "" + NAMES.charAt(first) + NAMES.charAt(second);
    }
}
