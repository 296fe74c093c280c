package wenyuan.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where the rows of an export go, one after the other. Not thread-safe. Leaves the stream open. */
interface ExportOutput {
    void write(ExportRow row) throws IOException;

    /** Says that something was left out, where people or scripts that read the export will see it. */
    void cut(String message) throws IOException;

    /** Hands on what is not yet written; to be called once, when nothing has failed. */
    void end() throws IOException;

    /** An output of that format. */
    static ExportOutput open(ExportFormat format, String title, OutputStream out) throws IOException {
        return switch (format) {
            case JSONL -> new Lines(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
            case CSV -> new Table(CsvTable.to(out));
            case DOCX -> new Word(title, out);
        };
    }

    /** JSON lines. */
    record Lines(Writer writer) implements ExportOutput {
        @Override
        public void write(ExportRow row) throws IOException {
            writer.append(Json.line(row.json())).append('\n');
        }

        @Override
        public void cut(String message) throws IOException {
            writer.append(Json.line(Json.object().put("cut", message))).append('\n');
        }

        @Override
        public void end() throws IOException {
            writer.flush();
        }
    }

    /** A table. */
    record Table(CsvTable table) implements ExportOutput {
        @Override
        public void write(ExportRow row) throws IOException {
            table.add(row.flat());
        }

        @Override
        public void cut(String message) throws IOException {
            table.row(List.of(message));
        }

        @Override
        public void end() throws IOException {
            table.flush();
        }
    }

    /** A Word document, which is written at its end. */
    final class Word implements ExportOutput {
        private final WordDocument document = new WordDocument();
        private final OutputStream out;
        private int number;

        Word(String title, OutputStream out) {
            this.out = out;
            document.title(title);
        }

        @Override
        public void write(ExportRow row) {
            number++;
            row.print(number, document);
        }

        @Override
        public void cut(String message) {
            document.remark(message);
        }

        @Override
        public void end() {
            document.write(out);
        }
    }
}
