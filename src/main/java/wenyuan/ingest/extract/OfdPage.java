package wenyuan.ingest.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.tika.exception.TikaException;

/**
 * What is printed on a page of an OFD.
 *
 * @param lines in the file's order; neighbours in the file that stand on one baseline make one line, left to right
 * @param templates IDs of what the page lies on
 */
record OfdPage(List<String> lines, Set<String> templates) {
    /** Runs whose baselines differ by less than this part of the type size stand in one line. */
    private static final double SAME_LINE = 0.4;

    /** A gap wider than this many times the type size is a blank. */
    private static final double BLANK = 1.5;

    /** Text in one go, in millimetres from the page's upper left corner; {@code right} is where its frame ends. */
    private record Run(String text, double left, double right, double baseline, double size) {
        boolean besides(Run other) {
            return Math.abs(baseline - other.baseline) < SAME_LINE * Math.max(size, other.size);
        }
    }

    /** Where a text object stands; {@code matrix} is a b c d e f, as in PDF. */
    private static final class Frame {
        static final Frame NONE = new Frame(new double[4], new double[] {1, 0, 0, 1, 0, 0}, 3);

        private final double[] boundary;
        private final double[] matrix;
        private final double size;

        private Frame(double[] boundary, double[] matrix, double size) {
            this.boundary = boundary;
            this.matrix = matrix;
            this.size = size;
        }

        static Frame of(OfdReader xml) {
            double[] boundary = xml.numbers("Boundary");
            double[] matrix = xml.numbers("CTM");
            double[] size = xml.numbers("Size");
            return new Frame(
                    boundary.length == 4 ? boundary : NONE.boundary,
                    matrix.length == 6 ? matrix : NONE.matrix,
                    size.length == 1 ? size[0] : NONE.size);
        }

        Run run(String text, double x, double y) {
            double left = boundary[0] + matrix[0] * x + matrix[2] * y + matrix[4];
            double baseline = boundary[1] + matrix[1] * x + matrix[3] * y + matrix[5];
            double scale = Math.hypot(matrix[2], matrix[3]);
            return new Run(text, left, Math.max(left, boundary[0] + boundary[2]), baseline, size * scale);
        }
    }

    static OfdPage read(OfdPackage ofd, String path) throws IOException, TikaException, XMLStreamException {
        List<Run> runs = new ArrayList<>();
        Set<String> templates = new HashSet<>();
        try (OfdReader page = OfdReader.open(ofd, path)) {
            Frame frame = Frame.NONE;
            double[] start = {0, 0};
            while (page.nextElement()) {
                switch (page.element()) {
                    case "Template" -> page.attribute("TemplateID").ifPresent(templates::add);
                    case "TextObject" -> {
                        frame = Frame.of(page);
                        start = new double[] {0, 0};
                    }
                    case "TextCode" -> {
                        start = start(page, start);
                        runs.add(frame.run(page.text(), start[0], start[1]));
                    }
                    default -> {}
                }
            }
        }
        return new OfdPage(lines(runs), templates);
    }

    /** A text code without a place of its own begins where the one before it did (GB/T 33190, 11.3). */
    private static double[] start(OfdReader code, double[] before) {
        double[] x = code.numbers("X");
        double[] y = code.numbers("Y");
        return new double[] {x.length == 1 ? x[0] : before[0], y.length == 1 ? y[0] : before[1]};
    }

    private static List<String> lines(List<Run> runs) {
        List<String> lines = new ArrayList<>();
        List<Run> line = new ArrayList<>();
        for (Run run : runs) {
            if (!line.isEmpty() && !run.besides(line.getLast())) {
                lines.add(joined(line));
                line.clear();
            }
            line.add(run);
        }
        lines.add(joined(line));
        return lines;
    }

    private static String joined(List<Run> line) {
        StringBuilder text = new StringBuilder();
        double end = Double.POSITIVE_INFINITY;
        for (Run run :
                line.stream().sorted(Comparator.comparingDouble(Run::left)).toList()) {
            text.append(run.left() - end > BLANK * run.size() ? " " : "").append(run.text());
            end = run.right();
        }
        return text.toString();
    }
}
