package wenyuan.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import wenyuan.model.Document;

/**
 * Rows of documents, or of anything, as CSV that Excel opens without questions: a byte order mark, CRLF, lists joined by {@code ；}.
 * A cell that Excel would run as a formula, which a Chinese Excel does with full-width signs too, gets a quote mark in front. Not thread-safe.
 */
public final class CsvTable implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.EXCEL;

    private final CSVPrinter printer;
    private boolean headed;

    /** A table written to {@code out}, which is UTF-8; closed with the table. */
    public CsvTable(Appendable out) throws IOException {
        out.append('\uFEFF');
        printer = new CSVPrinter(out, FORMAT);
    }

    /** A table written to {@code out} in UTF-8; flushed at its end, so that {@code out} stays open. */
    public static CsvTable to(OutputStream out) throws IOException {
        return new CsvTable(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    /** Writes the labels of one document; the first call writes the headings too. */
    public void add(Document document) throws IOException {
        add(DocumentJson.row(document));
    }

    /** Writes the fields of an object that holds no others; the first call writes their names too. */
    void add(ObjectNode row) throws IOException {
        if (!headed) {
            printer.printRecord(row.properties().stream().map(Map.Entry::getKey).toList());
            headed = true;
        }
        List<String> cells = new ArrayList<>();
        row.properties().forEach(entry -> cells.add(cell(entry.getValue())));
        printer.printRecord(cells);
    }

    /** Writes a row of a table that is not about documents. */
    public void row(List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvTable::harmless).toList());
    }

    /** Hands on what was written. */
    public void flush() throws IOException {
        printer.flush();
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asText()));
            return harmless(String.join("；", parts));
        }
        return value.isNumber() ? value.asText() : harmless(value.asText());
    }

    private static String harmless(String cell) {
        return cell.isEmpty() || "=+-@＝＋－＠\t\r\n".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
